// Answers queries in the page: loads the engine and the graph at the first one.
"use strict";
(function () {
  const root = document.currentScript.dataset.root, { questions, prefixes } = window.gcmKgQuestions;
  const form = document.getElementById("asking"), area = document.getElementById("query"), choice = document.getElementById("question");
  const said = document.getElementById("said"), answer = document.getElementById("answer"), most = 1000;
  const base = "https://w3id.org/gcm-kg/id/";
  let store = null;

  questions.forEach(([summary], number) => choice.append(new Option(summary, number)));
  choice.addEventListener("change", () => { if (choice.value) area.value = questions[choice.value][1]; });

  const script = (name) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = root + "static/" + name;
    element.onload = done;
    element.onerror = () => failed(new Error(name + " is not here"));
    document.head.append(element);
  });
  async function unpacked(text) {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  }
  async function opened() {
    if (store) return store;
    said.textContent = "Loading the engine and the graph …";
    await Promise.all(["engine.js", "engine-binary.js", "quads.js"].map(script));
    window.gcmKgEngine.initSync({ module: await unpacked(window.gcmKgBinary) });
    const made = new window.gcmKgEngine.Store();
    made.load(new TextDecoder().decode(await unpacked(window.gcmKgQuads)), { format: "application/n-quads", no_transaction: true, lenient: true });
    return (store = made);
  }
  function declared(text) {
    const used = new Set([...text.matchAll(/(?<![\w<])([A-Za-z][\w-]*):/g)].map((found) => found[1]));
    const known = new Set([...text.matchAll(/PREFIX\s+([\w-]+):/gi)].map((found) => found[1]));
    return [...used].filter((name) => prefixes[name] && !known.has(name)).map((name) => `PREFIX ${name}: <${prefixes[name]}> `).join("") + text;
  }
  function cell(term) {
    const place = document.createElement("td");
    if (!term) return place;
    if (term.termType === "NamedNode" && term.value.startsWith(base)) {
      place.textContent = term.value.slice(base.length);
    } else {
      place.textContent = term.value;
    }
    return place;
  }
  function table(rows) {
    const heads = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    const made = document.createElement("table"), head = made.createTHead().insertRow(), body = made.createTBody();
    for (const name of heads) {
      const place = document.createElement("th");
      place.scope = "col";
      place.textContent = name;
      head.append(place);
    }
    for (const row of rows.slice(0, most)) body.insertRow().append(...heads.map((name) => cell(row.get(name))));
    return made;
  }
  async function ask(text) {
    const query = declared(text), whole = !/(?<![?$\w])FROM\s*(?:<|NAMED|\w*:)/i.test(query);
    const found = (await opened()).query(query, { use_default_graph_as_union: whole });
    if (typeof found === "boolean") return [found ? "Yes" : "No", []];
    const rows = found.map((one) => (one instanceof Map ? one : new Map([["subject", one.subject], ["predicate", one.predicate], ["object", one.object]])));
    return [rows.length + (rows.length === 1 ? " row" : " rows") + (rows.length > most ? `, of which ${most} are shown` : ""), rows];
  }
  window.gcmKgAsk = ask;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.replaceChildren();
    try {
      const [line, rows] = await ask(area.value);
      said.textContent = line;
      if (rows.length) answer.append(table(rows));
    } catch (problem) {
      said.textContent = "This could not be asked. " + String(problem.message || problem);
    }
  });
})();

// The page of queries: an editor where there is one, and queries that this browser remembers.
"use strict";
(function () {
  const area = document.getElementById("query"), form = area.form;
  const place = document.getElementById("remembered"), key = "gcm-kg-queries", most = 30;
  let editor = null;

  const current = () => (editor ? editor.getValue() : area.value);
  const put = (text) => (editor ? editor.setValue(text) : (area.value = text));

  if (window.Yasqe) {
    const holder = document.createElement("div");
    area.before(holder);
    editor = new window.Yasqe(holder, {
      value: area.value, persistenceId: null, showQueryButton: false, createShareableLink: null,
      resizeable: false, autocompleters: ["variables"], lineNumbers: true, syntaxErrorCheck: false,
    });
    editor.setSize(null, "20rem");
    editor.getInputField().setAttribute("aria-label", "Query");
    editor.setOption("extraKeys", { ...editor.getOption("extraKeys"), Esc: () => form.querySelector("button").focus(), "Ctrl-Enter": () => form.requestSubmit() });
    area.hidden = true;
    document.getElementById("leave").hidden = false;
    form.addEventListener("submit", () => { area.value = editor.getValue(); });
  }

  function load() {
    try {
      const found = JSON.parse(localStorage.getItem(key) || "[]");
      return Array.isArray(found) ? found.filter((one) => typeof one.text === "string") : [];
    } catch { return []; }
  }
  function save(all) {
    const kept = [...all.filter((one) => one.starred), ...all.filter((one) => !one.starred).slice(0, most)];
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* nothing is remembered here */ }
    show();
  }
  function show() {
    const all = load();
    place.hidden = !all.length;
    place.querySelector("ul").replaceChildren(...all.map((one) => {
      const item = document.createElement("li"), use = document.createElement("button"), star = document.createElement("button");
      use.type = star.type = "button";
      use.textContent = one.text.replace(/\s+/g, " ").slice(0, 90);
      use.addEventListener("click", () => put(one.text));
      star.textContent = one.starred ? "★" : "☆";
      star.setAttribute("aria-label", one.starred ? "Keep no longer" : "Keep");
      star.addEventListener("click", () => save(load().map((other) => (other.text === one.text ? { ...other, starred: !one.starred } : other))));
      item.append(star, " ", use);
      return item;
    }));
  }
  form.addEventListener("submit", () => {
    const text = current(), all = load(), known = all.find((one) => one.text === text);
    save([known || { text, starred: false }, ...all.filter((one) => one.text !== text)]);
  });
  show();
})();

// Finds entries that have all words of the box, those first whose title has them.
"use strict";
(function () {
  const box = document.getElementById("q"), list = document.getElementById("found"), count = document.getElementById("count");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = (window.gcmKgEntries || []).map(([address, title, words]) => ({ address, title, words, head: plain(title), body: plain(title + " " + words) }));
  const root = document.currentScript.dataset.root;
  function show() {
    const words = plain(box.value).split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
    const found = [];
    if (words.length) {
      for (const entry of entries) {
        if (!words.every((word) => entry.body.includes(word))) continue;
        let score = 0;
        for (const word of words) score += entry.head.includes(word) ? 10 : 1;
        if (entry.head === words.join(" ")) score += 100;
        found.push([score, entry]);
      }
      found.sort((a, b) => b[0] - a[0] || a[1].title.localeCompare(b[1].title));
    }
    list.replaceChildren(...found.slice(0, 50).map(([, entry]) => {
      const item = document.createElement("li"), link = document.createElement("a"), told = document.createElement("span");
      link.href = root + entry.address.replace(/^\.\//, "");
      link.textContent = entry.title;
      told.className = "soft";
      told.textContent = " " + entry.words.slice(0, 200);
      item.append(link, told);
      return item;
    }));
    count.textContent = words.length ? found.length + (found.length === 1 ? " place" : " places") : "";
  }
  box.addEventListener("input", show);
  const given = new URLSearchParams(location.search).get("q");
  if (given) box.value = given;
  show();
})();

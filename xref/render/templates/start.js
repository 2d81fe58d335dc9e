// Filters, keys, what was seen; then the first view.
const kept = (() => {
  const key = "xref-seen";
  let seen = new Set();
  try { seen = new Set(JSON.parse(localStorage.getItem(key) || "[]")); } catch { /* no storage: what was seen lasts as long as the page */ }
  return {
    has: (id) => seen.has(id),
    toggle: (id) => {
      if (!seen.delete(id)) seen.add(id);
      try { localStorage.setItem(key, JSON.stringify([...seen])); } catch { /* as above */ }
    },
  };
})();
const findingOf = (card) => card.id.startsWith("f-") ? card.id.slice(2) : "";
const seenButton = (card) => {
  const id = findingOf(card);
  const button = el("button", { type: "button", class: "seen-mark", "aria-pressed": String(kept.has(id)) }, "seen");
  button.addEventListener("click", () => mark(card));
  const head = card.querySelector("header");
  if (head) head.insertBefore(button, head.querySelector(".context"));
  else card.append(button);
  card.classList.toggle("seen", kept.has(id));
  document.querySelector(`nav.urgent li[data-of="${CSS.escape(card.id)}"]`)?.classList.toggle("seen", kept.has(id));
};
const mark = (card) => {
  const id = findingOf(card);
  if (!id) return;
  kept.toggle(id);
  card.classList.toggle("seen", kept.has(id));
  card.querySelector(".seen-mark").setAttribute("aria-pressed", String(kept.has(id)));
  document.querySelector(`nav.urgent li[data-of="${CSS.escape(card.id)}"]`)?.classList.toggle("seen", kept.has(id));
};
const suppressions = () => {
  const seen = items.filter((item) => findingOf(item) && kept.has(findingOf(item)));
  const lines = seen.map((item) => `- fingerprint: ${findingOf(item)}\n  reason: seen in the report`);
  return lines.length ? `xref: 1\nignore:\n${lines.join("\n")}\n` : "";
};

const options = (key, values, name = (value) => value) => {
  const select = form.elements[key];
  for (const value of values) select.append(el("option", { value }, name(value)));
  select.addEventListener("change", () => go({ [key]: select.value }));
};
const begin = () => {
  document.body.classList.add("js");
  form.hidden = false;
  document.querySelector(".views").hidden = false;
  options("outlet", [...new Set(data.articles.map((article) => article.outlet))].sort((a, b) => a.localeCompare(b)));
  options("level", ["error", "warning", "info"].filter((level) => items.some((item) => item.dataset.level === level)));
  options("relation", GRAVITY.filter((key) => items.some((item) => item.dataset.relation === key)).reverse(), (key) => relationOf(key)[0]);
  options("certainty", ["sure", "likely"].filter((key) => items.some((item) => item.dataset.certainty === key)));
  let typing = 0;
  field.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => go({ q: field.value }, true), 120); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); go({ ...EMPTY, view: state.view, article: state.article }); });
  for (const card of items) if (findingOf(card) && card.matches(".card, li.item")) seenButton(card);

  const keys = el("input", { type: "checkbox", id: "keys", checked: true });
  const out = el("textarea", { readonly: true, rows: "8", "aria-label": "Suppressions of the findings that were seen, for xref-ignore.yaml" });
  const box = el("dialog", { "aria-labelledby": "seen-h" }, el("h2", { id: "seen-h" }, "Seen, as suppressions"),
    el("p", {}, "Copied into xref-ignore.yaml, these lines set the findings aside in every later run."), out,
    el("form", { method: "dialog" }, el("button", {}, "Close")));
  document.body.append(box);
  form.querySelector(".choices").append(el("p", { class: "keys aside" },
    el("label", {}, keys, " Keys: j next, k previous, a its article, s seen, / search, 1 to 7 views "),
    el("button", { type: "button", on: { click: () => { out.value = suppressions() || "# nothing was marked as seen"; box.showModal(); } } }, "Seen, as suppressions")));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    if (link.dataset.article !== undefined) {
      const number = Number(link.dataset.article);
      const at = data.articles[number].claims.findIndex((claim) => !claim[TITLE] && claim[START] <= Number(link.dataset.at) && Number(link.dataset.at) < claim[END]);
      event.preventDefault();
      go({ view: "articles", article: data.articles[number].id, at: at < 0 ? "" : String(at), open: "" });
    } else if (!link.hash.includes("=") && link.hash.length > 1 && !link.classList.contains("skip")) {
      const id = decodeURIComponent(link.hash.slice(1));
      const home = document.getElementById(id)?.closest("[data-view]");
      if (!home) return;
      event.preventDefault();
      const at = home.dataset.view.split(" ");
      go({ open: id, view: at.includes(state.view) ? state.view : at[0] });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
    const shown = items.filter((item) => item.matches(".card, li.item") && item.offsetParent !== null);
    const here = document.activeElement.closest?.(".card, li.item");
    const at = shown.indexOf(here);
    const act = {
      j: () => shown[Math.min(at + 1, shown.length - 1)] && go({ open: shown[Math.min(at + 1, shown.length - 1)].id }, true),
      k: () => shown.length && go({ open: shown[Math.max(at - 1, 0)].id }, true),
      a: () => here?.querySelector("a[data-article]")?.click(),
      s: () => here && mark(here),
      "/": () => field.focus(),
    }[event.key] || (views[Number(event.key) - 1] && (() => go({ view: views[Number(event.key) - 1], open: "" })));
    if (act) { event.preventDefault(); act(); }
  });
  addEventListener("hashchange", () => { read(); show(); });
  addEventListener("popstate", () => { read(); show(); });
  read();
  show();
};
begin();

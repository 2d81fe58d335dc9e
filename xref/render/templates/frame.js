const data = JSON.parse(document.getElementById("data").textContent);
const form = document.querySelector(".filter");
const field = document.getElementById("filter");
const made = document.getElementById("made");
const views = [...document.querySelectorAll(".views a")].map((link) => link.dataset.to);
const FILTERS = ["outlet", "level", "relation", "certainty"];

// Everything that a link to this page can say, in the order in which it is written.
const state = { view: "query", q: "", outlet: "", level: "", relation: "", certainty: "",
  article: "", at: "", kind: "", speaker: "", sort: "", story: "", open: "" };
const EMPTY = { ...state };

// An element with attributes and children; words are text, never markup.
const el = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  for (const child of children.flat()) if (child !== null && child !== "") made.append(child);
  return made;
};
const said = (words, name = "span") => el(name, { dir: "auto" }, words);
const hidden = (words) => el("span", { class: "vh" }, words);
// That nobody asserts a claim, or that it is of another event.
const stands = (told) => told ? el("span", { class: "stands" }, ` ${told} `) : null;
const plural = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
const relationOf = (key) => data.relations[key] || [key.replaceAll("_", " "), "·", ""];
const label = (key) => el("span", { class: `label r-${key}`, title: relationOf(key)[2] || false },
  el("span", { "aria-hidden": "true" }, `${relationOf(key)[1]} `), relationOf(key)[0]);

const read = () => {
  Object.assign(state, EMPTY);
  const told = location.hash.slice(1);
  if (!told.includes("=")) {
    let id = told;
    try { id = decodeURIComponent(told); } catch { /* a broken link names nothing */ }
    const home = id && document.getElementById(id)?.closest("[data-view]");
    if (home) Object.assign(state, { open: id, view: home.dataset.view.split(" ")[0] });
  } else {
    for (const [key, value] of new URLSearchParams(told)) if (key in state) state[key] = value;
    if (!views.includes(state.view)) state.view = "query";
  }
};
const address = (change = {}) => {
  const next = { ...state, ...change };
  const told = Object.entries(next).filter(([key, value]) => value !== EMPTY[key] || key === "view");
  return `#${new URLSearchParams(told)}`;
};
const go = (change, keep = false) => {
  const next = address(change);
  if (next !== location.hash) history[keep ? "replaceState" : "pushState"](null, "", next);
  Object.assign(state, change);
  show();
};

const items = [...document.querySelectorAll(".card, .item")];
const words = new Map();
const wordsOf = (item) => {
  if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
  return words.get(item);
};
const passes = (item) => {
  const wanted = state.q.trim().toLowerCase();
  if (wanted && !wordsOf(item).includes(wanted)) return false;
  if (!("level" in item.dataset)) return !(state.outlet || state.level || state.relation || state.certainty);
  const { level, relation, certainty, outlets } = item.dataset;
  return (!state.level || level === state.level) && (!state.relation || relation === state.relation)
    && (!state.certainty || certainty === state.certainty)
    && (!state.outlet || outlets.includes(`|${state.outlet}|`));
};
const filtering = () => Boolean(state.q.trim() || FILTERS.some((key) => state[key]));
const sift = () => {
  const any = filtering();
  let shown = 0;
  let all = 0;
  for (const item of items) {
    item.hidden = any && !passes(item);
    if (!item.closest("[data-view]").dataset.view.split(" ").includes(state.view)) continue;
    all += 1;
    if (!item.hidden) shown += 1;
  }
  for (const entry of document.querySelectorAll("nav.urgent li")) {
    const card = document.getElementById(entry.dataset.of);
    entry.hidden = any && !(card && passes(card));
  }
  for (const part of document.querySelectorAll(".part")) {
    const mine = [...part.querySelectorAll(".card, .item")];
    part.hidden = any && mine.length > 0 && mine.every((item) => item.hidden);
  }
  form.querySelector("output").textContent = any && all ? `${shown} of ${all}` : "";
};

// What each view shows besides the page's own parts; the files after this one fill it.
const makers = {};
let madeFor = "";
const show = () => {
  document.body.dataset.view = state.view;
  for (const link of document.querySelectorAll(".views a")) {
    if (link.dataset.to === state.view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    link.href = address({ view: link.dataset.to, open: "", article: "", at: "" });
  }
  field.value = state.q;
  for (const key of FILTERS) form.elements[key].value = state[key];
  if (FILTERS.some((key) => state[key])) form.querySelector("details").open = true;
  sift();
  const maker = makers[state.view];
  const wanted = JSON.stringify({ ...state, open: "", at: "" });
  if (wanted !== madeFor) {
    madeFor = wanted;
    made.replaceChildren(...(maker ? maker() : []));
    made.hidden = !maker;
  }
  for (const item of document.querySelectorAll(".open")) item.classList.remove("open");
  const target = state.open && document.getElementById(state.open);
  if (target) {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.hidden = false;
    target.classList.add("open");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  } else if (state.view === "articles" && state.at) seek(state.at);
};

// A list that grows on demand: so many at once, and a button for the next.
const growing = (parent, rows, make, size, noun) => {
  let shown = 0;
  const more = el("button", { type: "button", class: "grow", on: { click: () => grow() } });
  const grow = () => {
    for (const row of rows.slice(shown, shown + size)) parent.append(make(row));
    shown += size;
    more.hidden = shown >= rows.length;
    more.textContent = `Show ${plural(Math.min(size, rows.length - shown), `more ${noun}`)} of ${(rows.length - shown).toLocaleString("en")}`;
  };
  grow();
  return more;
};
const choice = (name, key, options, none) => el("span", { class: "choice" },
  el("label", { for: `choose-${key}` }, name),
  el("select", { id: `choose-${key}`, on: { change: (event) => go({ [key]: event.target.value }) } },
    none === undefined ? [] : [el("option", { value: "" }, none)],
    options.map(([value, told]) => el("option", { value, selected: state[key] === String(value) }, told))),
);
const toArticle = (number, claim, shown, attributes = {}) => el("a", {
  href: address({ view: "articles", article: data.articles[number].id, at: claim < 0 ? "" : `${claim}`, open: "" }), ...attributes,
}, shown);

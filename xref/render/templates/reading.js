// An article as it was read: its whole text, every claim marked, the others' words in the margin.
const KIND_NAMES = { quantity: "figure", date: "date", quotation: "quote", statement: "statement" };
const [START, END, KIND, TITLE, SOURCE, READ_AS, RELATION, QUESTION, UTTERANCE, TYPE, STANDING] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const speakerOf = (claim) => data.speakers[claim[SOURCE]];
const wantedClaim = (claim) => (!state.kind || data.kinds[claim[KIND]] === state.kind)
  && (!state.relation || claim[RELATION] === state.relation)
  && (!state.speaker || speakerOf(claim) === state.speaker)
  && (!state.certainty || data.questions[claim[QUESTION]]?.certainty === state.certainty);
// Who is behind the claims of an article, the most often heard first, and the one asked for.
const speakersOf = (article) => {
  const counts = new Map(state.speaker ? [[state.speaker, 0]] : []);
  for (const claim of article.claims) counts.set(speakerOf(claim), (counts.get(speakerOf(claim)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name, number]) => [name, `${name} (${number})`]);
};
// The others on the same question or utterance: [article, claim, words, relation].
const othersOf = (number, claim) => {
  if (claim[QUESTION] >= 0) return data.questions[claim[QUESTION]].cells.filter((cell) => cell[0] !== number).map((cell) => [cell[0], cell[1], cell[2], cell[4], cell[5]]);
  if (claim[UTTERANCE] >= 0) return data.utterances[claim[UTTERANCE]].renderings.filter((each) => each[0] !== number).map((each) => [each[0], each[1], each[2], each[4]]);
  return [];
};
const between = (number, other, claim) => {
  if (claim[QUESTION] < 0) return null;
  return data.questions[claim[QUESTION]].pairs.find(([a, b]) => (a === number && b === other) || (b === number && a === other)) || null;
};
// What bears the article out is told when it is pointed at; what differs stands beside it.
const QUIET = ["agree", "compatible", "verbatim", "typography", "excerpt", "paraphrase"];
const noteOf = (number, at, claim, text) => {
  const [name, sign] = relationOf(claim[RELATION]);
  const subject = claim[QUESTION] >= 0 ? data.questions[claim[QUESTION]] : data.utterances[claim[UTTERANCE]];
  const others = othersOf(number, claim);
  const byWords = new Map();
  for (const other of others) byWords.set(other[2], [...(byWords.get(other[2]) || []), other]);
  const reasons = [...new Set(others.map(([other]) => between(number, other, claim)?.[3]).filter(Boolean))].slice(0, 2);
  const quiet = QUIET.includes(claim[RELATION]);
  return el("li", { class: `note r-${claim[RELATION]}${quiet ? " quiet" : ""}`, id: `note-${at}`, "data-claim": at, tabindex: "-1" },
    el("a", { href: `#claim-${at}`, class: "back", "data-claim": at, dir: "auto", on: { click: (event) => { event.preventDefault(); seek(at); } } },
      el("span", { class: "sign", "aria-hidden": "true" }, sign), text.length > 60 ? `${text.slice(0, 58)} …` : text), " ", hidden(name), stands(claim[STANDING]),
    quiet ? el("span", { class: "aside" }, plural(others.length, "other")) : null,
    el("div", { class: "told" }, el("ul", {}, [...byWords].slice(0, 4).map(([words, who]) => el("li", { dir: "auto" }, words.length > 120 ? `${words.slice(0, 118)} …` : words, ": ",
      who.slice(0, 4).map(([other, which, , , standing], n) => [n ? ", " : "", toArticle(other, which, data.articles[other].outlet), stands(standing)]).flat(), who.length > 4 ? ` and ${who.length - 4} more` : ""))),
    reasons.length ? el("details", {}, el("summary", {}, "why"), reasons.map((reason) => el("p", { class: "aside", dir: "auto" }, reason))) : null,
    subject.card ? el("a", { href: address({ open: subject.card, view: cardView(subject.card) }) }, "compare") : null));
};
const marked = (number, text, start, end, claims) => {
  const mine = claims.filter(([, claim]) => claim[START] < end && start < claim[END]);
  const cuts = [...new Set([start, end, ...mine.flatMap(([, claim]) => [claim[START], claim[END]]).filter((at) => at > start && at < end)])].sort((a, b) => a - b);
  const out = [];
  const begun = new Set();
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const [from, to] = [cuts[n], cuts[n + 1]];
    const over = mine.filter(([, claim]) => claim[START] <= from && to <= claim[END]).sort((a, b) => (a[1][END] - a[1][START]) - (b[1][END] - b[1][START]));
    const part = text.slice(from, to);
    if (!over.length) { out.push(part); continue; }
    const [at, claim] = over[0];
    const told = othersOf(number, claim).length > 0;
    const first = !begun.has(at);
    begun.add(at);
    const tag = first ? stands(claim[STANDING]) || "" : "";
    const attributes = { class: `claim k-${data.kinds[claim[KIND]]} r-${claim[RELATION]}`, "data-claim": at, id: first ? `claim-${at}` : false };
    const sign = first && told ? el("span", { class: "sign", "aria-hidden": "true" }, relationOf(claim[RELATION])[1]) : "";
    out.push(told && first
      ? el("a", { ...attributes, href: `#note-${at}`, on: { click: (event) => { event.preventDefault(); const note = document.getElementById(`note-${at}`); note.focus(); note.scrollIntoView({ block: "nearest" }); } } },
        sign, part, hidden(` (${KIND_NAMES[data.kinds[claim[KIND]]]}, ${relationOf(claim[RELATION])[0]}) `))
      : el("mark", attributes, part));
    if (tag) out.push(tag);
  }
  return out;
};
const current = () => data.articles.find((article) => article.id === state.article) || data.articles[0];
const seek = (at) => {
  const place = document.getElementById(`claim-${at}`) || document.getElementById(`note-${at}`);
  if (!place) return;
  light(at);
  if (!place.hasAttribute("href")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
};
const light = (at) => {
  for (const each of made.querySelectorAll("[data-claim]")) each.classList.toggle("on", each.dataset.claim === String(at));
};
made.addEventListener("mouseover", (event) => { const at = event.target.closest("[data-claim]")?.dataset.claim; if (at !== undefined) light(at); });
made.addEventListener("focusin", (event) => { const at = event.target.closest("[data-claim]")?.dataset.claim; if (at !== undefined) light(at); });

const blockOf = (article, number, [start, end, zone, repeats], claims) => {
  const inside = claims.filter(([, claim]) => !claim[TITLE] && claim[START] < end && start < claim[END]);
  const words = marked(number, article.text, start, end, inside);
  if (zone === "furniture") return el("p", { dir: "auto" }, words);
  const notes = inside.filter(([, claim]) => claim[START] >= start && othersOf(number, claim).length)
    .map(([at, claim]) => noteOf(number, at, claim, article.text.slice(claim[START], claim[END])));
  return el("div", { class: `block z-${zone}` },
    el("p", { dir: "auto" }, zone === "body" ? null : el("span", { class: "zone" }, repeats ? `${zone}, printed twice` : zone), words),
    notes.length ? el("ul", { class: "notes", "aria-label": "What others say" }, notes) : null);
};
// The blocks of an article; furniture that stands together is folded as one.
const blocksOf = (article, number, claims) => {
  const out = [];
  let cut = null;
  for (const block of article.blocks) {
    const made = blockOf(article, number, block, claims);
    if (block[2] !== "furniture") { cut = null; out.push(made); continue; }
    if (!cut) out.push(cut = el("details", { class: "cut" }, el("summary", {})));
    cut.append(made);
    cut.firstChild.textContent = `${plural(cut.children.length - 1, "line")} cut as furniture of the page`;
  }
  return out;
};
const table = (article, claims) => el("details", {}, el("summary", {}, `${plural(claims.length, "claim")} as a list`),
  el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "The claims of the article" }, el("table", {},
    el("thead", {}, el("tr", {}, ["Words", "Kind", "Read as", "Source", "Relation"].map((told) => el("th", { scope: "col" }, told)))),
    el("tbody", {}, claims.map(([at, claim]) => el("tr", {},
      el("th", { scope: "row", dir: "auto" }, claim[TITLE] ? "in the title" : el("a", { href: address({ at: `${at}` }), on: { click: (event) => { event.preventDefault(); seek(at); } } }, (article.text || "").slice(claim[START], claim[END]).slice(0, 140) || "…")),
      el("td", {}, KIND_NAMES[data.kinds[claim[KIND]]]), el("td", { dir: "auto" }, claim[READ_AS], stands(claim[STANDING])), el("td", { dir: "auto" }, data.sources[claim[SOURCE]]), el("td", {}, label(claim[RELATION]))))))));

makers.articles = () => {
  const article = current();
  if (!article) return [];
  const number = data.articles.indexOf(article);
  const step = (by) => data.articles[(number + by + data.articles.length) % data.articles.length].id;
  const claims = article.claims.map((claim, at) => [at, claim]).filter(([, claim]) => wantedClaim(claim));
  const kinds = data.kinds.map((kind) => [kind, `${KIND_NAMES[kind]}s`]);
  const shown = state.outlet ? data.articles.filter((each) => each.outlet === state.outlet || each === article) : data.articles;
  return [
    el("div", { class: "tools" },
      choice("Article", "article", shown.map((each) => [each.id, `${each.outlet}: ${each.title}`.slice(0, 90)])),
      choice("Marked", "kind", kinds, "all claims"),
      choice("Speaker", "speaker", speakersOf(article), "any, or none"),
      choice("Relation", "relation", GRAVITY.filter((key) => article.claims.some((claim) => claim[RELATION] === key)).map((key) => [key, relationOf(key)[0]]), "any"),
      choice("Certainty", "certainty", ["sure", "likely"].map((key) => [key, key]), "any"),
      el("a", { href: address({ article: step(-1), at: "" }) }, "previous"), " ", el("a", { href: address({ article: step(1), at: "" }) }, "next")),
    el("article", { class: "read", "aria-labelledby": "read-h" },
      el("h2", { id: "read-h", dir: "auto" }, article.title),
      el("p", { class: "aside" }, said(article.outlet), " ", el("span", {}, article.date), " ",
        article.url ? el("a", { href: article.url, rel: "noreferrer noopener" }, "at the outlet") : null),
      el("p", { class: "legend aside" }, data.kinds.map((kind) => [el("mark", { class: `claim k-${kind}` }, KIND_NAMES[kind]), " "]).flat(),
        "A sign before the words tells how they relate to others’; the margin says what those are."),
      article.text === null
        ? el("p", {}, "This page does not carry the text of this article, as there are too many; its claims stand below.")
        : blocksOf(article, number, claims),
      table(article, claims)),
  ];
};

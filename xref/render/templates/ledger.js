// Quotes: each utterance by its speaker, how each outlet prints it, what was cut or changed.
const heard = () => data.utterances.filter((utterance) => {
  if (!utterance.renderings.length) return false;
  if (state.relation && utterance.relation !== state.relation && !utterance.renderings.some((r) => r[4] === state.relation)) return false;
  if (state.outlet && !utterance.renderings.some(([number]) => data.articles[number].outlet === state.outlet)) return false;
  if (state.story && state.story !== "all" && String(data.articles[utterance.renderings[0][0]].story) !== state.story) return false;
  const wanted = state.q.trim().toLowerCase();
  const told = utterance.renderings.map(([number, , words]) => `${data.articles[number].outlet} ${words}`).join(" ");
  return !wanted || `${utterance.speaker} ${told}`.toLowerCase().includes(wanted);
});
const diffLine = ([a, b, steps]) => el("p", { class: "diff", dir: "auto" },
  el("span", { class: "who" }, `${data.articles[a].outlet} → ${data.articles[b].outlet}`),
  steps.map(([op, from, to]) => op === "e" ? [`${from} `] : [from ? el("del", {}, from) : "", from ? " " : "", to ? el("ins", {}, to) : "", to ? " " : ""]).flat());
const utteranceOf = (utterance) => {
  const rows = utterance.renderings.map(([number, claim, words, told, relation, how]) => el("tr", {},
    el("th", { scope: "row", dir: "auto" }, data.articles[number].outlet, el("span", { class: "aside" }, data.articles[number].date)),
    el("td", {}, toArticle(number, claim, said(how ? words : `“${words}”`)), how ? el("span", { class: "aside" }, "in the outlet’s own words") : null),
    el("td", { dir: "auto" }, told || "not told"), el("td", {}, label(relation))));
  return el("section", { class: "utterance" },
    el("h4", {}, label(utterance.relation), " ", utterance.card ? el("a", { href: address({ open: utterance.card, view: cardView(utterance.card) }) }, "whole card") : null),
    el("table", {}, el("thead", {}, el("tr", {}, ["Outlet", "Prints", "How and when said", "Relation"].map((name) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, rows)),
    utterance.diffs.map(diffLine));
};
const cardView = (id) => document.getElementById(id)?.closest("[data-view]").dataset.view.split(" ")[0] || state.view;

makers.quotes = () => {
  const found = heard();
  if (!data.utterances.length) return [el("p", { class: "intro" }, "No two articles print the same words.")];
  const speakers = new Map();
  for (const utterance of found) speakers.set(utterance.speaker, [...(speakers.get(utterance.speaker) || []), utterance]);
  const gravity = (list) => Math.max(...list.map((each) => GRAVITY.indexOf(each.relation)));
  const ordered = [...speakers].sort((a, b) => gravity(b[1]) - gravity(a[1]) || b[1].length - a[1].length || a[0].localeCompare(b[0]));
  const list = el("div");
  const more = growing(list, ordered, ([speaker, mine]) => el("section", { class: "speaker" },
    el("h3", { dir: "auto" }, speaker, " ", el("span", { class: "number" }, `${mine.length}`)), mine.map(utteranceOf)), 40, "speaker");
  return [
    el("h2", {}, "Quotes, by speaker ", el("span", { class: "number" }, `${found.length}`)),
    el("p", { class: "intro" }, "Words that two articles or more give to somebody. ", el("del", {}, "Struck"), " words stand in the first article of a line alone, ", el("ins", {}, "underlined"), " ones in the second."),
    list, more,
  ];
};

// Outlets: who prints one text, and who is cited by whom.
const graph = () => {
  if (!data.copies.length) return [];
  const [step, left] = [26, 230];
  const height = data.copies.reduce((sum, group) => sum + group.length * step + 16, 0);
  const svg = (name, attributes, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const drawn = [];
  let top = 8;
  data.copies.forEach((group, n) => {
    const middle = top + (group.length * step) / 2;
    drawn.push(svg("circle", { cx: left + 90, cy: middle, r: 9, class: "voice" }), svg("text", { x: left + 106, y: middle + 5 }, `text ${n + 1}: one voice`));
    group.forEach((number, at) => {
      const y = top + at * step + step / 2;
      drawn.push(svg("path", { d: `M${left + 8} ${y}L${left + 81} ${middle}`, class: "wire" }), svg("circle", { cx: left, cy: y, r: 5 }),
        svg("text", { x: left - 12, y: y + 5, "text-anchor": "end" }, data.articles[number].outlet.slice(0, 30)));
    });
    top += group.length * step + 16;
  });
  const told = data.copies.map((group) => group.map((number) => data.articles[number].outlet).join(", ")).join("; ");
  const picture = svg("svg", { viewBox: `0 0 480 ${height}`, role: "img", "aria-labelledby": "copies-t" }, svg("title", { id: "copies-t" }, `Articles that print one text: ${told}`), ...drawn);
  return [el("h2", {}, "Copies and wire pick-ups"), el("p", { class: "intro" }, "Outlets that print one text are one voice."), el("figure", { class: "graph" }, picture)];
};
makers.outlets = () => {
  const wanted = state.q.trim().toLowerCase();
  const rows = data.cited.filter(([name, kind, by]) => (!state.outlet || by.some(([number]) => data.articles[number].outlet === state.outlet))
    && (!wanted || name.toLowerCase().includes(wanted) || kind.includes(wanted)));
  const body = el("tbody");
  const more = growing(body, rows, ([name, kind, by]) => el("tr", {}, el("th", { scope: "row", dir: "auto" }, name), el("td", {}, kind),
    el("td", { dir: "auto" }, by.map(([number, times], n) => [n ? ", " : "", toArticle(number, -1, data.articles[number].outlet), ` ${times}`]).flat())), 60, "source");
  return [...graph(), el("h2", { id: "cited-h" }, "Who is cited by whom ", el("span", { class: "number" }, `${rows.length}`)),
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "cited-h" }, el("table", {},
      el("thead", {}, el("tr", {}, ["Source", "Kind", "Cited by, and for how many claims"].map((told) => el("th", { scope: "col" }, told)))), body)), more];
};

// Figures: questions down, outlets across; each cell the words as printed, coloured and signed.
const COLUMNS = 10;
const GRAVITY = Object.keys(data.relations);
const SORTS = {
  relation: ["gravest relation", (a, b) => GRAVITY.indexOf(b.relation) - GRAVITY.indexOf(a.relation)],
  spread: ["widest spread", (a, b) => b.spread - a.spread],
  certainty: ["surest first", (a, b) => rank(a) - rank(b)],
  texts: ["most independent texts", (a, b) => b.texts - a.texts],
  what: ["name", (a, b) => a.what.localeCompare(b.what)],
};
const rank = (question) => ["sure", "likely", "possible", ""].indexOf(question.certainty);

const storyOf = (question) => data.articles[question.cells[0][0]].story;
const storyChoice = () => {
  const stories = new Map();
  for (const article of data.articles) if (article.story !== null && !stories.has(article.story)) stories.set(article.story, article.title);
  const kept = [...stories].filter(([story]) => data.questions.some((q) => q.cells.length && storyOf(q) === story));
  return kept.length > 1 ? choice("Story", "story", [...kept, ["all", "all stories"]], `${titleOf(storyShown())} (gravest)`) : [];
};
// The story that is shown: the one chosen, else that of the gravest question that passes the filters.
const storyShown = () => {
  if (state.story) return state.story;
  const gravest = asked("all").sort((a, b) => SORTS.relation[1](a, b) || b.texts - a.texts)[0];
  return gravest ? String(storyOf(gravest)) : "all";
};
const titleOf = (story) => data.articles.find((article) => String(article.story) === story)?.title || "";
const asked = (story) => data.questions.filter((question) => {
  if (!question.cells.length) return false;
  if (story !== "all" && String(storyOf(question)) !== story) return false;
  if (state.relation && !(question.relation === state.relation || question.cells.some((cell) => cell[4] === state.relation))) return false;
  if (state.certainty && question.certainty !== state.certainty) return false;
  if (state.outlet && !question.cells.some(([number]) => data.articles[number].outlet === state.outlet)) return false;
  const wanted = state.q.trim().toLowerCase();
  if (!wanted) return true;
  const told = question.cells.map(([number, , words]) => `${data.articles[number].outlet} ${words}`).join(" ");
  return `${question.what} ${question.words} ${question.of} ${told}`.toLowerCase().includes(wanted);
});
const columnsOf = (questions) => {
  const counts = new Map();
  for (const question of questions) for (const [number] of question.cells) {
    const { outlet } = data.articles[number];
    counts.set(outlet, (counts.get(outlet) || 0) + 1);
  }
  const ordered = [...counts].sort((a, b) => (b[0] === state.outlet) - (a[0] === state.outlet) || b[1] - a[1] || a[0].localeCompare(b[0]));
  return ordered.map(([outlet]) => outlet);
};
const cellOf = ([number, claim, words, readAs, relation, standing]) => {
  const [name, sign] = relationOf(relation);
  return toArticle(number, claim, [el("span", { class: "sign", "aria-hidden": "true" }, sign), said(words), stands(standing) || "", hidden(`, ${name}`)],
    { class: `cell r-${relation}`, title: readAs && readAs !== words ? `${name}; read as ${readAs}` : name });
};
const rowOf = (question, columns) => {
  const by = new Map();
  for (const cell of question.cells) {
    const { outlet } = data.articles[cell[0]];
    by.set(outlet, [...(by.get(outlet) || []), cell]);
  }
  const beyond = question.cells.filter(([number]) => !columns.includes(data.articles[number].outlet));
  const name = question.card ? el("a", { href: address({ open: question.card, view: cardView(question.card) }), dir: "auto" }, question.what) : said(question.what);
  const certainty = question.certainty === "likely" ? el("span", { class: "aside" }, "likely one thing") : null;
  return el("tr", {},
    el("th", { scope: "row" }, name, question.words ? el("span", { class: "context", dir: "auto" }, `“${question.words}”`) : null, question.of ? el("span", { class: "context", dir: "auto" }, question.of) : null,
      el("span", { class: "aside" }, label(question.relation), ` ${plural(question.texts, "text")}`), certainty),
    columns.map((outlet) => el("td", {}, (by.get(outlet) || []).map(cellOf))),
    beyond.length || columns.more ? el("td", {}, beyond.length ? el("details", {}, el("summary", {}, plural(beyond.length, "more")),
      beyond.map((cell) => el("div", {}, el("b", { dir: "auto" }, data.articles[cell[0]].outlet), " ", cellOf(cell)))) : null) : null);
};

makers.figures = () => {
  const key = state.sort in SORTS ? state.sort : "relation";
  const questions = asked(storyShown()).sort((a, b) => SORTS[key][1](a, b) || SORTS.relation[1](a, b) || b.texts - a.texts);
  if (!data.questions.length) return [el("p", { class: "intro" }, "No two articles give a figure or a date for one thing.")];
  const every = columnsOf(questions);
  const columns = every.slice(0, COLUMNS);
  columns.more = every.length > COLUMNS;
  const body = el("tbody");
  const more = growing(body, questions, (question) => rowOf(question, columns), 100, "question");
  const head = el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Question"),
    columns.map((outlet) => el("th", { scope: "col", dir: "auto" }, outlet)), columns.more ? el("th", { scope: "col" }, "Further outlets") : null));
  return [
    el("h2", { id: "grid-h" }, "Figures, side by side ", el("span", { class: "number" }, `${questions.length}`)),
    el("p", { class: "intro" }, "Each cell leads to its passage; the sign before it tells how it relates to the gravest other. ",
      Object.entries(data.relations).slice(0, 24).filter(([name]) => data.questions.some((q) => q.cells.some((c) => c[4] === name))).map(([name]) => [label(name), " "]).flat()),
    el("div", { class: "tools" }, storyChoice(), choice("Sort by", "sort", Object.entries(SORTS).map(([name, [told]]) => [name, told]))),
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "grid-h" }, el("table", { class: "questions" }, head, body)),
    more,
  ];
};

(() => {
  "use strict";
  const form = document.querySelector(".filter");
  const field = form.querySelector("input");
  const said = form.querySelector("output");
  const items = [...document.querySelectorAll(".card, .item, nav.urgent li")];
  const counted = items.filter((item) => !item.closest("nav"));
  const words = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const folds = [...document.querySelectorAll("details")];
  const filter = () => {
    const wanted = field.value.trim().toLowerCase();
    for (const item of items) item.hidden = wanted !== "" && !words.get(item).includes(wanted);
    for (const part of document.querySelectorAll(".part")) {
      const mine = [...part.querySelectorAll(".card, .item")];
      part.hidden = wanted !== "" && mine.every((item) => item.hidden);
    }
    const left = counted.filter((item) => !item.hidden).length;
    said.textContent = wanted === "" ? "" : `${left} of ${counted.length}`;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", filter);
  addEventListener("beforeprint", () => { for (const fold of folds) fold.open = true; });
})();

// Before a page is drawn: how large somebody reads and with which contrast, as they chose in this browser. What needs a script is
// shown from here on only; what presses for these two is any button that says `data-look`.
(() => {
  const page = document.documentElement;
  const PERCENT = [90, 100, 115, 130, 150];
  let size = 1;
  let contrast = false;
  page.classList.add("scripted");

  function recall() {
    try {
      const kept = localStorage.getItem("text-size");
      if (/^[0-4]$/.test(kept || "")) size = Number(kept);
      contrast = localStorage.getItem("contrast") === "more";
    } catch (_) {
      // A browser without storage keeps it for this page.
    }
    show();
  }

  function show() {
    for (const at of PERCENT.keys()) page.classList.toggle(`size-${at}`, at === size);
    page.classList.toggle("more-contrast", contrast);
    for (const one of document.querySelectorAll("[data-look=contrast]")) one.setAttribute("aria-pressed", contrast);
  }

  recall();
  document.addEventListener("DOMContentLoaded", show);
  // One goes back to a page as it was left, and may have chosen otherwise since.
  window.addEventListener("pageshow", recall);
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("[data-look]");
    if (!button) return;
    // In another tab somebody may have chosen since.
    recall();
    const { look } = button.dataset;
    if (look === "contrast") contrast = !contrast;
    else {
      size = look === "0" ? 1 : Math.max(0, Math.min(4, size + Number(look)));
      const said = button.closest(".tools").querySelector("[data-size]");
      said.textContent = said.dataset.size.replace("{0}", PERCENT[size]);
    }
    try {
      localStorage.setItem("text-size", size);
      localStorage.setItem("contrast", contrast ? "more" : "");
    } catch (_) {
      // As above.
    }
    show();
  });
})();
// On a phone the letters of the house come once a page is whole, and set the next one: never one that is being read, never before its
// words and pictures, and not where somebody saves data (components/site/fonts.css).
(() => {
  const FACES = ["1em", "bold 1em"].flatMap((face) => [`${face} "Toa Soan Serif"`, `${face} "Toa Soan Sans"`]);
  const keep = () => localStorage.setItem("fonts", "kept");
  if (navigator.connection && navigator.connection.saveData) return;
  try {
    if (localStorage.getItem("fonts") === "kept") return document.documentElement.classList.add("fonts-kept");
  } catch (_) {
    // Without storage nobody knows of it on the next page.
    return;
  }
  window.addEventListener("load", () => {
    // Vietnamese has a file of its own.
    Promise.all(FACES.map((face) => document.fonts.load(face, "aạ")))
      .then(keep)
      // They come with another page.
      .catch(() => undefined);
  });
})();
// Escape folds what was unfolded, and goes back to where it was pressed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return;
  const menu = event.target.closest(".menu");
  const fold =
    event.target.closest(".menu details[open], .share[open]") ||
    (menu && menu.querySelector(".menu-fold[open],.menu-more[open]"));
  if (!fold) return;
  fold.open = false;
  fold.querySelector("summary").focus();
});

// Before a page is drawn: how large somebody reads and with which contrast, as they chose in this browser. What needs a script is
// shown from here on only.
(() => {
  const page = document.documentElement;
  page.classList.add("scripted");
  try {
    const size = localStorage.getItem("text-size");
    if (/^[0-4]$/.test(size || "")) page.classList.add(`size-${size}`);
    if (localStorage.getItem("contrast") === "more") page.classList.add("more-contrast");
  } catch (_) {
    // A browser without storage shows the page as it is.
  }
})();
// Escape folds what was unfolded, and goes back to where it was pressed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return;
  const menu = event.target.closest(".menu");
  const fold =
    event.target.closest(".menu details[open], .share[open]") || (menu && menu.querySelector(".menu-fold[open]"));
  if (!fold) return;
  fold.open = false;
  fold.querySelector("summary").focus();
});

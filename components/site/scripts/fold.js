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

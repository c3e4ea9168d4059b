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

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

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
  const fetchAll = () =>
    // Vietnamese has a file of its own.
    Promise.all(FACES.map((face) => document.fonts.load(face, "aạ")))
      .then(keep)
      // They come with another page.
      .catch(() => undefined);
  // A page may be whole before any of it is drawn, and what is drawn waits for nothing.
  window.addEventListener("load", () => setTimeout(fetchAll, 1500));
})();

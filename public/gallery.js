// Shows the pictures of a gallery one after the other, in a window over the page. Without it each of the small ones leads to the
// large one in the page.
(() => {
  const viewer = document.querySelector("dialog.viewer");
  if (!viewer || !viewer.showModal) return;
  const part = (name) => viewer.querySelector(`.viewer-${name}`);
  const [frame, stage, count, full] = ["frame", "stage", "count", "full"].map(part);
  const [previous, next] = ["previous", "next"].map(part);
  let links = [];
  let at = 0;

  /** The picture and its words as they stand in the page, for a place that is as wide as the window. */
  function largeOf(link) {
    const figure = document.querySelector(`${link.hash} figure`).cloneNode(true);
    const picture = figure.querySelector("picture");
    const around = picture.closest("a");
    if (around) around.replaceWith(picture);
    for (const one of picture.children) {
      const widest = /(\d+)w$/.exec(one.srcset);
      one.sizes = `min(100vw, ${widest ? widest[1] : 2160}px)`;
      one.removeAttribute("loading");
    }
    return figure;
  }

  function show(to) {
    if (to < 0 || to >= links.length) return;
    at = to;
    stage.replaceChildren(largeOf(links[at]));
    stage.scrollTop = 0;
    count.textContent = `${at + 1} / ${links.length}`;
    // Not `disabled`: whoever came to the end by a button keeps it.
    previous.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === links.length - 1));
    // The next one is on its way before it is asked for.
    if (links[at + 1]) largeOf(links[at + 1]);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".thumbs a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    links = [...link.closest(".thumbs").querySelectorAll("a")];
    viewer.showModal();
    document.documentElement.classList.add("is-viewing");
    show(links.indexOf(link));
  });

  viewer.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(to);
  });
  previous.addEventListener("click", () => show(at - 1));
  next.addEventListener("click", () => show(at + 1));
  part("close").addEventListener("click", () => viewer.close());
  viewer.addEventListener("close", () => {
    document.documentElement.classList.remove("is-viewing");
    stage.replaceChildren();
    if (document.fullscreenElement) document.exitFullscreen();
    links[at].focus();
  });

  let from = null;
  stage.addEventListener("touchstart", ({ touches }) => {
    from = touches.length === 1 ? touches[0] : null;
  });
  stage.addEventListener("touchend", ({ changedTouches }) => {
    // Who has come nearer with two fingers looks around with one.
    if (!from || (window.visualViewport && window.visualViewport.scale > 1.01)) return;
    const [x, y] = [changedTouches[0].clientX - from.clientX, changedTouches[0].clientY - from.clientY];
    if (Math.abs(x) > 40 && Math.abs(x) > 2 * Math.abs(y)) show(x < 0 ? at + 1 : at - 1);
  });

  // A dialog itself may not fill the screen, what is in it may.
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else frame.requestFullscreen().catch(() => {});
  });
  document.addEventListener("fullscreenchange", () => {
    full.setAttribute("aria-pressed", String(document.fullscreenElement !== null));
  });
})();

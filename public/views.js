// Counts a view: once per tab and article, after two seconds in which the page could be seen. No cookie, no name.
(() => {
  var script = document.currentScript;
  var article = Number(script && script.getAttribute("data-article"));
  var key = `seen-${article}`;
  var seconds = 0;
  if (!article || !navigator.sendBeacon) return;

  function once() {
    try {
      if (sessionStorage.getItem(key)) return false;
      sessionStorage.setItem(key, "1");
    } catch (_) {
      // A browser without storage counts each page view.
    }
    return true;
  }

  var clock = setInterval(() => {
    if (document.visibilityState !== "visible") return;
    seconds += 0.25;
    if (seconds < 2) return;
    clearInterval(clock);
    if (once()) navigator.sendBeacon("/api/views", JSON.stringify({ article: article }));
  }, 250);
})();

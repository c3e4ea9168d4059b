// Counts a view: once per tab and article, after two seconds in which the page could be seen. No cookie, no name.
document.addEventListener("DOMContentLoaded", () => {
  // Each article asks whether it was of use, and says which one it is.
  const number = document.querySelector('form[data-useful] [name="article"]');
  if (!number || !navigator.sendBeacon) return;
  const article = Number(number.value);
  const key = `seen-${article}`;
  let seconds = 0;

  function once() {
    try {
      if (sessionStorage.getItem(key)) return false;
      sessionStorage.setItem(key, "1");
    } catch (_) {
      // A browser without storage counts each page view.
    }
    return true;
  }

  const clock = setInterval(() => {
    if (document.visibilityState !== "visible") return;
    seconds += 0.25;
    if (seconds < 2) return;
    clearInterval(clock);
    if (once()) navigator.sendBeacon("/api/views", JSON.stringify({ article }));
  }, 250);
});

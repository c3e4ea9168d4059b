// What stands beside an article: its letters larger or smaller, more contrast, paper, the link, a voice. Without it the links work.
(() => {
  const tools = document.querySelector(".tools");
  const article = document.querySelector("article.article");
  if (!tools || !article) return;
  const page = document.documentElement;
  const said = tools.querySelector(".tools-said");
  const button = (name) => tools.querySelector(`[data-tool="${name}"]`);
  const words = (name, fill) => (tools.getAttribute(`data-${name}`) || "").replace("{0}", fill);
  const say = (name, fill) => {
    said.textContent = words(name, fill);
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch (_) {
      // It holds for this page.
    }
  };

  const PERCENT = [90, 100, 115, 130, 150];
  const sizeNow = () => {
    const found = /\bsize-([0-4])\b/.exec(page.className);
    return found ? Number(found[1]) : 1;
  };
  function setSize(to) {
    const size = Math.max(0, Math.min(PERCENT.length - 1, to));
    page.classList.remove(`size-${sizeNow()}`);
    page.classList.add(`size-${size}`);
    keep("text-size", String(size));
    say("size", PERCENT[size]);
  }
  button("smaller").addEventListener("click", () => setSize(sizeNow() - 1));
  button("plain").addEventListener("click", () => setSize(1));
  button("larger").addEventListener("click", () => setSize(sizeNow() + 1));

  const contrast = button("contrast");
  const showContrast = () => contrast.setAttribute("aria-pressed", String(page.classList.contains("more-contrast")));
  contrast.addEventListener("click", () => {
    keep("contrast", page.classList.toggle("more-contrast") ? "more" : "");
    showContrast();
  });
  showContrast();

  button("print").addEventListener("click", () => window.print());

  const { address } = tools.dataset;
  const copy = button("copy");
  copy.addEventListener("click", () => {
    const failed = () => say("not-copied");
    if (!navigator.clipboard) return failed();
    navigator.clipboard.writeText(address).then(() => say("copied"), failed);
  });
  const send = button("send");
  if (navigator.share) {
    send.parentElement.hidden = false;
    send.addEventListener("click", () => {
      // Whoever closes the phone's own sheet has changed their mind.
      navigator.share({ title: document.title, url: address }).catch(() => undefined);
    });
  }

  const question = document.querySelector("form[data-useful]");
  if (question && navigator.sendBeacon) {
    question.addEventListener("submit", (event) => {
      const answer = new URLSearchParams(new FormData(question));
      // The button that was pressed; Safari 14 does not say which, and sends the form as it is.
      if (!event.submitter) return;
      answer.set("useful", event.submitter.value);
      if (!navigator.sendBeacon(question.action, answer)) return;
      event.preventDefault();
      question.classList.add("answered");
      // The button that was pressed is gone.
      question.querySelector(".thanks").focus();
    });
  }

  readAloud(window.speechSynthesis);

  /** One block after the other, in a Vietnamese voice of this device; where there is none nothing is offered. */
  function readAloud(voices) {
    const listen = button("listen");
    if (!voices) return;
    const voice = () => voices.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
    const offer = () => {
      listen.hidden = !voice();
    };
    offer();
    if (voices.addEventListener) voices.addEventListener("voiceschanged", offer);

    const LEAVES = "h1,h2,h3,h4,p,li,figcaption,td,th";
    const ROOTS = ["h1", ".correction", ".standfirst", ".body"];
    let waiting = [];
    let block = null;

    const blocks = () =>
      [...article.querySelectorAll(LEAVES)].filter(
        (one) =>
          ROOTS.some((root) => one.closest(root)) &&
          !one.querySelector(LEAVES) &&
          one.textContent.trim() !== "" &&
          one.getClientRects().length > 0,
      );

    listen.addEventListener("click", () => {
      if (block) return stop();
      const from = blocks();
      waiting = from.flatMap((one) => sentencesOf(one).map((text) => ({ one, text })));
      next();
    });
    window.addEventListener("pagehide", stop);

    function next() {
      const first = waiting.shift();
      mark(first ? first.one : null);
      if (!first) return;
      const speech = new SpeechSynthesisUtterance(first.text);
      speech.lang = "vi-VN";
      speech.voice = voice() || null;
      speech.onend = () => block && next();
      speech.onerror = () => block && stop();
      voices.speak(speech);
    }

    function stop() {
      waiting = [];
      mark(null);
      voices.cancel();
    }

    function mark(one) {
      if (block) block.classList.remove("spoken");
      block = one;
      if (block) block.classList.add("spoken");
      listen.textContent = words(block ? "stop" : "listen");
    }
  }

  /** Long speech is cut off by some voices; abbreviations are read as their words, signs that nobody says are left out. */
  function sentencesOf(one) {
    let text = one.textContent.replace(/\.\/\./g, ".").replace(/\s*\|\s*/g, ", ");
    const known = new Map([...article.querySelectorAll("abbr[title]")].map((abbr) => [abbr.textContent, abbr.title]));
    text = text.replace(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu, (word) => known.get(word) || word);
    text = text.replace(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, "$1 tháng $2 năm $3");
    return text
      .replace(/([.!?…;])\s+/g, "$1\n")
      .split("\n")
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  }
})();

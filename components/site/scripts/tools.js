// What stands beside a page of its own: paper, the link, a voice. Without it the links work.
document.addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector("[data-address]");
  if (!tools) return;
  const article = document.querySelector("article.article");
  const said = tools.querySelector(".tools-said");
  const button = (name) => tools.querySelector(`[data-tool="${name}"]`);
  const words = (name) => tools.getAttribute(`data-${name}`) || "";
  const say = (name) => {
    said.textContent = words(name);
  };

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

  if (article && button("listen") && window.speechSynthesis) readAloud(button("listen"), window.speechSynthesis);

  /** One block after the other, in a voice of this device for the text's language; where there is none nothing is offered. */
  function readAloud(listen, voices) {
    // "vi-VN"; Android spells it "vi_VN".
    const isOurs = new RegExp(`^${article.lang}([-_]|$)`, "i");
    const voice = () => voices.getVoices().find(({ lang }) => isOurs.test(lang));
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
          textOf(one).trim() !== "" &&
          one.getClientRects().length > 0,
      );

    /** What a voice for the text's language can say of it: what stands there in another one is left out. */
    function textOf(one) {
      if (!isOurs.test(one.closest("[lang]").lang)) return "";
      const said = one.cloneNode(true);
      for (const inside of said.querySelectorAll("[lang]")) if (!isOurs.test(inside.lang)) inside.remove();
      return said.textContent;
    }

    listen.addEventListener("click", () => {
      if (block) return stop();
      const shorts = [...article.querySelectorAll(".abbreviations dt")];
      const known = new Map(shorts.map((short) => [short.textContent, short.nextElementSibling.textContent]));
      waiting = blocks().flatMap((one) => sentencesOf(textOf(one), known).map((text) => ({ one, text })));
      next();
    });
    window.addEventListener("pagehide", stop);

    function next() {
      const first = waiting.shift();
      mark(first ? first.one : null);
      if (!first) return;
      const speech = new SpeechSynthesisUtterance(first.text);
      const spokenBy = voice();
      speech.voice = spokenBy || null;
      speech.lang = spokenBy ? spokenBy.lang.replace("_", "-") : article.lang;
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

  /** Long speech is cut off by some voices; abbreviations are read as their words, cut as the list below the text cuts them (`abbreviated.ts`); signs that nobody says are left out. */
  function sentencesOf(words, known) {
    let text = words.replace(/\.\/\./g, ".").replace(/\s*\|\s*/g, ", ");
    text = text.replace(/[\p{L}\p{N}]+/gu, (word) => known.get(word) || word);
    if (article.lang === "vi") text = text.replace(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, "$1 tháng $2 năm $3");
    return text
      .replace(/([.!?…;])\s+/g, "$1\n")
      .split("\n")
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  }
});

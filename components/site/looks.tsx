import type { LookWords } from "./tool-words.ts";

/** How large and how dark a reader has all pages of the site. What presses is `components/site/scripts/look.js`; without scripts it is not there. */
export function Looks({ words }: { words: LookWords }) {
  return (
    <>
      {/* Their names begin with what is seen: so somebody calls them who speaks to the browser. */}
      <span className="tool-sizes by-script">
        <button type="button" data-look="-1" aria-label={words.smaller}>
          A−
        </button>
        <button type="button" data-look="0" aria-label={words.plain}>
          A
        </button>
        <button type="button" data-look="1" aria-label={words.larger}>
          A+
        </button>
      </span>
      <button type="button" className="by-script" data-look="contrast" aria-pressed="false">
        {words.contrast}
      </button>
      <p className="tools-said unseen" role="status" data-size={words.size} />
    </>
  );
}

/** The same at the foot of a page that has no other tools: what was chosen on an article is taken back anywhere. */
export function LooksAtFoot({ words }: { words: LookWords }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is of a form
    <div className="tools by-script" role="group" aria-label={words.looks}>
      <Looks words={words} />
    </div>
  );
}

import { createElement, Fragment } from "react";
import { say } from "#features/reading/words.ts";
import { abbreviationsIn, lineWithWords } from "#features/text/abbreviated.ts";

/** A line of Vietnamese words in which each common abbreviation says what it stands for where it stands first. No letter changes. */
export function Abbreviated({ text }: { text: string }) {
  const pieces = lineWithWords(text).map((one) =>
    one.words === undefined ? one.text : createElement("abbr", { title: one.words }, one.text),
  );
  // Children that never move need no keys.
  return createElement(Fragment, null, ...pieces);
}

/**
 * What the abbreviations of a text stand for, for whoever cannot point at one: by touch, by keyboard, and for the voice that reads
 * aloud (`components/site/scripts/tools.js`). It is the program's, not the text's, and so it stands behind that.
 */
export function Abbreviations({ of }: { of: readonly string[] }) {
  const found = abbreviationsIn(of);
  if (found.length === 0) return null;
  return (
    <details className="abbreviations">
      <summary>{say("abbreviations")}</summary>
      <dl>
        {found.map(({ short, words }) => (
          <div key={short}>
            <dt>{short}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

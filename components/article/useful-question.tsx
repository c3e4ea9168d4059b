import { answersPath } from "#features/addresses/public.ts";
import { say } from "#features/reading/words.ts";

/**
 * Whether an article was of use: a form, which says nothing about who sends it. Of `components/site/scripts`, `tools.js` sends it without
 * leaving the page, and `views.js` knows by it which article is read.
 */
export function UsefulQuestion({ number }: { number: number }) {
  return (
    <form className="useful" method="post" action={answersPath} data-useful="">
      <input type="hidden" name="article" value={number} />
      <fieldset>
        <legend>{say("useful.question")}</legend>
        <button type="submit" name="useful" value="yes">
          {say("useful.yes")}
        </button>
        <button type="submit" name="useful" value="no">
          {say("useful.no")}
        </button>
      </fieldset>
      {/* Shown to whoever comes back from the answer, and by the script: the focus is on it then, and it is read. */}
      <p className="thanks" id="cam-on" tabIndex={-1}>
        {say("useful.thanks")}
      </p>
    </form>
  );
}

import { englishPath } from "#features/addresses/english.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";

/** The way down to an English page: all of them lie right below the English home. */
export function EnglishTrail() {
  return (
    <nav className="breadcrumb" aria-label={say("breadcrumb")}>
      <ol>
        <li>
          <a href={englishPath()}>{say("home")}</a>
        </li>
      </ol>
    </nav>
  );
}

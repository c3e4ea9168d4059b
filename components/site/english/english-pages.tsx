import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { Pages } from "../pages.tsx";

type Props = { addressOf: (page: number) => string; page: number; pages: number };

/** Steps through the pages of a list in English. */
export function EnglishPages(props: Props) {
  return (
    <Pages
      {...props}
      name={say("pages")}
      called={(number) => say("page", { page: number })}
      before={say("newerPage")}
      after={say("olderPage")}
    />
  );
}

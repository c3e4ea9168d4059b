import { say } from "#features/reading/words.ts";

/** What was probably meant: that it is what was found, before everything else; or the way there. @param path where it is looked for */
export function Meant({ says, meant, path }: { says: "meant" | "ofMeant"; meant: string; path: string }) {
  return (
    <p className="search-meant">
      {say(`search.${says}`)} <a href={path}>{meant}</a>
    </p>
  );
}

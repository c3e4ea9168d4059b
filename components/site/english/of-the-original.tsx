import { BylineLine, SourceLine } from "#components/article/byline.tsx";
import type { SaidByOriginal } from "#features/reading/english.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { englishHeadWords } from "./head-words.ts";

const NO_WAYS: ReadonlyMap<string, string | null> = new Map();

/** What machines have done for the English words, and for those that they say once more: as their writers put it. */
export function AiLabels({ own, original }: { own: string; original: string }) {
  return (
    <>
      {own === "" ? null : <p className="ai-label">{own}</p>}
      {original === "" ? null : (
        <p className="ai-label">
          {say("original.ai")}: <span lang="vi">{original}</span>
        </p>
      )}
    </>
  );
}

/** Whose words they are: names stay as they are spelt, and posts in the language in which they were signed; both say which one that is. */
export function Credits({ said, translator }: { said: SaidByOriginal | null; translator: string }) {
  const names = said === null || said.byline.hidden ? [] : said.byline.names.filter(({ name }) => name !== "");
  const hasSource = said !== null && `${said.source.name}${said.source.url}` !== "";
  if (names.length === 0 && !hasSource && translator === "") return null;
  return (
    <footer>
      {said === null || names.length === 0 ? null : (
        <>
          <p className="source">{say("original.by")}:</p>
          <div lang="vi">
            <BylineLine byline={said.byline} paths={NO_WAYS} />
          </div>
        </>
      )}
      {said === null ? null : <SourceLine source={said.source} words={englishHeadWords} nameLang="vi" />}
      {translator === "" ? null : <p className="translator">{translator}</p>}
    </footer>
  );
}

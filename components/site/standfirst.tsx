import { Abbreviated } from "#components/article/abbreviated.tsx";

/**
 * What stands between a headline and a text, a paragraph a line; nothing where there is none.
 *
 * @param isVietnamese whether its abbreviations say their words, which are Vietnamese
 */
export function Standfirst({ text, isVietnamese = true }: { text: string; isVietnamese?: boolean }) {
  if (text === "") return null;
  return (
    <div className="standfirst">
      {text.split("\n").map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <p key={at}>{isVietnamese ? <Abbreviated text={line} /> : line}</p>
      ))}
    </div>
  );
}

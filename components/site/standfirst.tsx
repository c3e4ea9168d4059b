/** What stands between a headline and a text, a paragraph a line; nothing where there is none. */
export function Standfirst({ text }: { text: string }) {
  if (text === "") return null;
  return (
    <div className="standfirst">
      {text.split("\n").map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <p key={at}>{line}</p>
      ))}
    </div>
  );
}

/** A text on one line, without the "./." that closes official papers, cut at a word if it is longer than `most`. */
export function excerptOf(text: string, most = 300): string {
  const line = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\s*\.\/\.$/, ".");
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${(space < most / 2 ? cut : cut.slice(0, space)).replace(/[\s,;:.–-]+$/, "")}…`;
}

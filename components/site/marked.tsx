import type { Piece } from "#features/search/highlight.ts";

/** Words of a result, with what was looked for marked in them. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isHit }, at) => {
    const key = `${at} ${text}`;
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

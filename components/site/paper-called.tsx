import type { ReactNode } from "react";
import type { PaperCard } from "#features/kinds/paper.ts";
import { paperCalled } from "#features/reading/paper-words.ts";

/** "Quyết định số 12/2026/QĐ-UBND", whose reference is read as one. */
export function Called({ paper }: { paper: Pick<PaperCard, "form" | "reference"> }) {
  const { words, reference } = paperCalled(paper);
  if (reference === "") return words;
  return (
    <>
      {words} <Whole>{reference}</Whole>
    </>
  );
}

/** Words that are read as one, such as a reference: they break where a line holds nothing else. */
export const Whole = ({ children }: { children: ReactNode }) => <span className="whole">{children}</span>;

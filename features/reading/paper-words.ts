import type { PaperCard, PaperForm } from "#features/kinds/paper.ts";
import { slugOf } from "#features/text/slug.ts";
import terms from "#messages/vi/terms.json" with { type: "json" };

/** What a kind of paper is called, and how addresses spell it. */
export const paperForm = (form: PaperForm): string => terms.paperForms[form];
export const formSlug = (form: PaperForm): string => slugOf(paperForm(form));

/** What a paper is called, in its words and its reference: "Nghị quyết số", "06/2021/NQ-HĐND". */
export function paperCalled({ form, reference }: Pick<PaperCard, "form" | "reference">) {
  const name = form === "other" ? terms.What.paper : paperForm(form);
  return { words: reference === "" ? name : `${name} số`, reference };
}

/** The same in one. */
export function calledPaper(paper: Pick<PaperCard, "form" | "reference">): string {
  const { words, reference } = paperCalled(paper);
  return reference === "" ? words : `${words} ${reference}`;
}

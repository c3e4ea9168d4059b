import type { Form } from "#features/kinds/article.ts";
import { type HeadWords, headWords } from "./head-words.ts";

/** What sort of article it is. News are what everything is that says nothing else; a kicker that says it is enough. */
export function FormMark({ form, kicker = "", words = headWords }: { form: Form; kicker?: string; words?: HeadWords }) {
  if (form === "news") return null;
  const said = words.form(form);
  return kicker.trim().toLowerCase() === said.toLowerCase() ? null : <p className="form-mark">{said}</p>;
}

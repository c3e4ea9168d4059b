import type { Form } from "#features/kinds/article.ts";
import { say } from "#features/reading/words.ts";

/** What sort of article it is. News are what everything is that says nothing else; a kicker that says it is enough. */
export function FormMark({ form, kicker }: { form: Form; kicker: string }) {
  if (form === "news") return null;
  const words = say(`forms.${form}`);
  return kicker.trim().toLowerCase() === words.toLowerCase() ? null : <p className="form-mark">{words}</p>;
}

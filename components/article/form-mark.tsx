import { say } from "#components/site/words.ts";
import type { Form } from "#features/kinds/article.ts";

/** What sort of article it is; news are what everything is that says nothing else. */
export function FormMark({ form }: { form: Form }) {
  return form === "news" ? null : <p className="form-mark">{say(`forms.${form}`)}</p>;
}

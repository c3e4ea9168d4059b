import type { Form } from "#features/kinds/article.ts";
import { ENGLISH, PAGE, TOPIC, WEEK } from "./lexemes.ts";

/** What readers may narrow a search to, by how addresses spell it. */
export const SEARCHED_FORMS = {
  tin: "news",
  "tuong-thuat": "conference_report",
  "thong-bao": "notice",
  "phong-van": "interview",
  "phong-su-anh": "photo_story",
  "hoi-dap": "qa",
  "van-ban": "document",
  "chu-de": TOPIC,
  "lich-cong-tac": WEEK,
  trang: PAGE,
  "tieng-anh": ENGLISH,
} as const satisfies Record<string, Form | typeof PAGE | typeof TOPIC | typeof WEEK | typeof ENGLISH>;

/** Null for what is none. */
export function formFrom(spelt: string): string | null {
  return Object.hasOwn(SEARCHED_FORMS, spelt) ? SEARCHED_FORMS[spelt as keyof typeof SEARCHED_FORMS] : null;
}

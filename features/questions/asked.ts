import { z } from "zod";
import { line, lines } from "#features/text/typed.ts";

/** The longest of what somebody may send, in UTF-16 units. */
export const LIMITS = { subject: 200, words: 4_000, name: 120, contact: 200, place: 200 } as const;

/** How the fields are called in the form. */
export const ASK_FIELDS = {
  ...{ subject: "ve-viec", words: "cau-hoi", name: "ho-ten", contact: "lien-he", place: "noi-o" },
  /** The form's own secret, by which one that is sent twice is one question. */
  secret: "to-khai",
  /** Programs fill in whatever they find; people do not see it. */
  trap: "trang-web",
} as const;
export const CODE_FIELD = "ma";

export type AskField = keyof typeof LIMITS;

/** As somebody typed it, whether it can be taken or not: nobody types it twice. */
export type Typed = Record<AskField, string> & { secret: string };

/** The most that such a form may weigh, in bytes: every letter of a full one takes nine. */
export const MOST_BYTES = 64 * 1024;

const isContact = (said: string): boolean =>
  said === "" ||
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said) ||
  (/^[+\d\s().-]+$/.test(said) && said.replace(/\D/g, "").length >= 8);

/** What may be kept: cleaned and in composed letters, each with what is missing said in its own words. */
export const Asked = z.object({
  subject: line(LIMITS.subject).refine((said) => said !== "", "Hãy viết vắn tắt câu hỏi về việc gì."),
  words: lines(LIMITS.words).refine((said) => said !== "", "Hãy viết nội dung câu hỏi."),
  name: line(LIMITS.name).refine((said) => said !== "", "Hãy ghi họ và tên."),
  contact: line(LIMITS.contact).refine(
    isContact,
    "Hãy ghi một địa chỉ thư điện tử hoặc một số điện thoại, hoặc để trống.",
  ),
  place: line(LIMITS.place),
});
export type Asked = z.output<typeof Asked>;

/** What stands in a form that came. What is far too long is cut: it is said that it is too long, and nobody is sent megabytes. */
export function typedIn(fields: Record<string, unknown>): Typed {
  const one = (name: string, most: number) => String(fields[name] ?? "").slice(0, 2 * most);
  return {
    subject: one(ASK_FIELDS.subject, LIMITS.subject),
    words: one(ASK_FIELDS.words, LIMITS.words),
    name: one(ASK_FIELDS.name, LIMITS.name),
    contact: one(ASK_FIELDS.contact, LIMITS.contact),
    place: one(ASK_FIELDS.place, LIMITS.place),
    secret: one(ASK_FIELDS.secret, 64),
  };
}

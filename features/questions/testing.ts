import { ask } from "./ask.ts";
import { ASK_FIELDS } from "./asked.ts";
import { hashOfCode } from "./code.ts";

/** What somebody fills in; nobody of whom anything reminds is called so. */
export const ASKED = {
  subject: "Giờ tiếp dân",
  words: "Sáng thứ Bảy phường có tiếp dân không?\nTôi cần xác nhận giấy tờ.",
  name: "Người Hỏi Riêng",
  contact: "rieng-tu@thu.example",
  place: "Tổ dân phố Bờ Hồ",
} as const;

type Change = Partial<Record<keyof typeof ASKED, string>> & { secret?: string; trap?: string };

/** A form as a browser sends it. */
export function aForm({ secret = crypto.randomUUID(), trap = "", ...change }: Change = {}): Record<string, string> {
  const said = { ...ASKED, ...change };
  return {
    ...Object.fromEntries(
      Object.entries(said).map(([field, words]) => [ASK_FIELDS[field as keyof typeof ASKED], words]),
    ),
    ...{ [ASK_FIELDS.secret]: secret, [ASK_FIELDS.trap]: trap },
  };
}

/** Asks, and gives the code. */
export async function askedBy(siteId: number, change: Change = {}): Promise<string> {
  const { code } = await ask(siteId, aForm(change), () => true);
  if (code === null) throw new Error("the question was not taken");
  return code;
}

type Rows = (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Asks, and gives the question's number beside its code. */
export async function aQuestion(
  rows: Rows,
  siteId: number,
  change: Change = {},
): Promise<{ id: number; code: string }> {
  const code = await askedBy(siteId, change);
  const [found] = await rows("select id from questions where code_hash = $1", [hashOfCode(code)]);
  return { id: Number(found?.id), code };
}

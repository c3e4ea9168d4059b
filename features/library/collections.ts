import { z } from "zod";
import { rowNumber } from "#lib/form-fields.ts";
import { cleanLine } from "#lib/nfc.ts";

/** What a newsroom has laid together; the files themselves lie where they lay. */
export type Collection = {
  id: number;
  name: string;
  /** Who has made it. */
  madeBy: number;
  /** How many files lie in it, of those that are asked about. */
  size: number;
};

/** They are chosen from one list, by name. */
export const MOST_COLLECTIONS = 500;

/** A list of one is read by the numbers of its files (`list-store.ts`). */
export const MOST_IN_COLLECTION = 5_000;

export const LONGEST_NAME = 120;

const name = z
  .string()
  .transform(cleanLine)
  .pipe(z.string().max(LONGEST_NAME, `Tên bộ sưu tập dài nhất ${LONGEST_NAME} ký tự.`));

export const CollectionName = name.refine((said) => said !== "", "Hãy đặt tên cho bộ sưu tập.");

/** Which collection a form means: the one that is named in it, else the one that is chosen. */
export const IntoCollection = z
  .object({ collectionId: z.union([z.literal(""), rowNumber]).default(""), name: name.default("") })
  .transform(({ collectionId, name: typed }, context) => {
    if (typed !== "") return { name: typed };
    if (collectionId !== "") return { collectionId };
    context.addIssue({ code: "custom", path: ["name"], message: "Hãy chọn một bộ sưu tập, hoặc đặt tên bộ mới." });
    return z.NEVER;
  });

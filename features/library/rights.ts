import { z } from "zod";
import { BASES, LICENCES, PEOPLE_SHOWN, type SaidRights } from "#features/files/rights.ts";
import { AI_LABELS } from "#features/text/vocabulary.ts";
import { line } from "./words.ts";

/** What is chosen from a list, or nothing. */
const chosen = <const T extends readonly [string, ...string[]]>(all: T) =>
  z.union([z.enum(all), z.literal("").transform(() => null)]).default(null);

const BAD_DAY = "Ngày hết hạn chưa đúng: ghi ngày, tháng, năm, hoặc để trống nếu không có hạn.";
const isOfToday = (said: string) => said >= "2000-01-01" && said < "2200-01-01";
const day = z
  .union(
    [z.iso.date({ error: BAD_DAY, abort: true }).refine(isOfToday, BAD_DAY), z.literal("").transform(() => null)],
    BAD_DAY,
  )
  .default(null);

const fields = {
  owner: line(200).default(""),
  licence: chosen(LICENCES),
  licenceName: line(200).default(""),
  licenceEnd: day,
  rightsNote: line(500).default(""),
  peopleShown: chosen(PEOPLE_SHOWN),
  childrenBasis: chosen(BASES),
  consentHolder: line(200).default(""),
};

/** All that is said of one file, in place of what was. Children may be said before it is known on what basis they are shown. */
export const RightsForm = z
  .object({ ...fields, ai: z.enum(AI_LABELS) })
  .refine(({ licence, licenceName }) => licence !== "free" || licenceName !== "", {
    path: ["licenceName"],
    error: "Ghi tên giấy phép tự do, hoặc địa chỉ của nó.",
  })
  .transform(fitting);

/** What is said of several files at once: what is left empty stays as each file has it. */
export const ManyRightsForm = z.object({ ...fields, ai: chosen(AI_LABELS) });
export type ManyRights = Partial<z.output<typeof ManyRightsForm>>;

/** What stands beside a licence, or beside children, goes with them. */
function fitting(said: SaidRights): SaidRights {
  // What a picture names by itself waits until somebody has said by what right it is shown.
  const mayBeFree = said.licence === "free" || said.licence === null;
  const areChildren = said.peopleShown === "children";
  return {
    ...said,
    licenceName: mayBeFree ? said.licenceName : "",
    childrenBasis: areChildren ? said.childrenBasis : null,
    consentHolder: areChildren ? said.consentHolder : "",
  };
}

/** Whether anything is said of several files. */
export const saysRights = (said: ManyRights): boolean => Object.values(said).some((one) => Boolean(one));

/** A free licence of which nobody has said the name. */
export const lacksName = ({ licence, licenceName }: SaidRights): boolean => licence === "free" && licenceName === "";

/** What a file would say; null where that is what it says already. */
export function rightsWith(before: SaidRights, said: ManyRights): SaidRights | null {
  const merged = Object.fromEntries(
    Object.entries(before).map(([name, was]) => {
      const now = said[name as keyof ManyRights];
      return [name, now ? now : was];
    }),
  ) as SaidRights;
  const after = fitting(merged);
  return isSame(before, after) ? null : after;
}

/** Whether a file says that already. */
export const isSame = (before: SaidRights, after: SaidRights): boolean =>
  (Object.keys(after) as (keyof SaidRights)[]).every((name) => after[name] === before[name]);

/** The same fields alone, of a row that has more. */
export function saidRights(row: SaidRights): SaidRights {
  const { owner, licence, licenceName, licenceEnd, rightsNote, peopleShown, childrenBasis, consentHolder, ai } = row;
  return { owner, licence, licenceName, licenceEnd, rightsNote, peopleShown, childrenBasis, consentHolder, ai };
}

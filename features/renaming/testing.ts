import { transaction } from "#db/transaction.ts";
import { sectionsOf } from "#features/sites/sections-store.ts";
import { agreeToName, proposeName } from "./commands.ts";
import { lastDeeds } from "./store.ts";

type Person = { siteId: number; personId: number };
type Two = { admin: Person; approver: Person };

/** The number of what was done last about the name of a section, 0 for nothing: what a screen has that was just drawn. */
export const lastOf = async (siteId: number, sectionId: number): Promise<number> =>
  (await transaction((tx) => lastDeeds(tx, siteId))).find((deed) => deed.sectionId === sectionId)?.id ?? 0;

/** Calls a section otherwise, as an administrator and an approver do. @param slug "" is made of the name */
export async function renamedByTwo(
  { admin, approver }: Two,
  sectionId: number,
  name: string,
  slug = "",
): Promise<void> {
  const which = async () => ({ sectionId, base: await lastOf(admin.siteId, sectionId) });
  await proposeName(admin, await which(), { name, slug });
  await agreeToName(approver, await which());
}

/** Name and address of a section, as they are. */
export async function namedNow(siteId: number, sectionId: number) {
  const found = (await transaction((tx) => sectionsOf(tx, siteId))).find(({ id }) => id === sectionId);
  return found && { name: found.name, slug: found.slug };
}

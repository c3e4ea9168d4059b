import type { Tx } from "#db/transaction.ts";
import type { SiteContent } from "#features/kinds/site.ts";
import { SECTIONS } from "./sections.ts";
import { insertSection, insertSite } from "./store.ts";

/** A ward of our invention. Nobody can be reached at these addresses: they are kept free for examples. */
const SITE = { key: "sen-ho", name: "Cổng thông tin phường Sen Hồ", demo: true };

export const SITE_WORDS: Partial<SiteContent> = {
  name: SITE.name,
  agency: "Ủy ban nhân dân phường Sen Hồ",
  responsible: "Bà Đặng Thùy Dương, Phó Chủ tịch Ủy ban nhân dân phường",
  address: "Số 1 đường Hồ Sen, phường Sen Hồ",
  phone: "0200 000 0000",
  email: "bientap@sen-ho.example",
};

/** Makes the demo's site and its tree of sections. */
export async function makeSite(tx: Tx): Promise<number> {
  const siteId = await insertSite(tx, SITE);
  for (const [position, planned] of SECTIONS.entries()) {
    const [name, below] = typeof planned === "string" ? [planned, []] : planned;
    const parentId = await insertSection(tx, { siteId, parentId: null, name, position });
    for (const [at, child] of below.entries()) {
      await insertSection(tx, { siteId, parentId, name: child, position: at });
    }
  }
  return siteId;
}

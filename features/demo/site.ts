import type { Tx } from "#db/transaction.ts";
import type { SiteContent } from "#features/kinds/site.ts";
import { makeSection } from "#features/sites/make-section.ts";
import { makeSite } from "#features/sites/make-site.ts";
import type { By } from "#features/sites/tell.ts";
import { SECTIONS } from "./sections.ts";

/** What the demo makes of its site is done by nobody. */
export const BY_DEMO: By = { personId: null, because: "demo" };

/** A ward of our invention. Nobody can be reached at these addresses: they are kept free for examples. */
const SITE = { key: "sen-ho", name: "Cổng thông tin phường Sen Hồ", demo: true };

export const SITE_WORDS: Partial<SiteContent> = {
  name: SITE.name,
  agency: "Ủy ban nhân dân phường Sen Hồ",
  responsible: "Bà Đặng Thùy Dương, Phó Chủ tịch Ủy ban nhân dân phường",
  address: "Số 1 đường Hồ Sen, phường Sen Hồ",
  phone: "0200 000 0000",
  email: "bientap@sen-ho.example",
  english: { name: "Sen Hồ Ward Portal", agency: "People’s Committee of Sen Hồ ward" },
};

/** Makes the demo's site and its tree of sections. */
export async function makeDemoSite(tx: Tx): Promise<number> {
  const siteId = await makeSite(tx, BY_DEMO, SITE);
  const by = { siteId, ...BY_DEMO };
  for (const planned of SECTIONS) {
    const [name, below] = typeof planned === "string" ? [planned, []] : planned;
    const parentId = await makeSection(tx, by, { name, parentId: null });
    for (const child of below) await makeSection(tx, by, { name: child, parentId });
  }
  return siteId;
}

import { bannersOf } from "#features/reading/banners.ts";
import { emblemOf } from "#features/reading/queries.ts";
import { siteOf } from "../../../(site)/[site]/site-of.ts";

/** What every English page needs for its frame. */
export async function aroundOf(params: Promise<{ site: string }>) {
  const site = await siteOf(params);
  const now = new Date();
  const [emblem, banners] = await Promise.all([emblemOf(site), bannersOf(site.id, now)]);
  return { site, emblem, banners, now };
}

import { env } from "#lib/env.ts";
import type { Site } from "./types.ts";

/** Where readers reach a site: scheme and host, without a slash at the end. A site without a host of its own is the one of SITE_URL. */
export function originOf(site: Pick<Site, "host">): string {
  const { siteUrl } = env();
  return site.host === null ? siteUrl : `${new URL(siteUrl).protocol}//${site.host}`;
}

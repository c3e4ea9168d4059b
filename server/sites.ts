import type { Site } from "#features/reading/types.ts";

export type Sites = {
  /** The site that a host name stands for; null while there is none at all. */
  of(host: string | undefined): Site | null;
  /** Reads them again. Overlapping calls end with the newest answer. */
  reload(): Promise<void>;
};

/**
 * Sites by host name, in memory. A name that no site has stands for the site at SITE_URL, else for the first:
 * a load balancer's check or a bare address gets a page, and no page depends on what a client calls us.
 */
export function makeSites(load: () => Promise<Site[]>, siteUrl: string): Sites {
  let byHost = new Map<string, Site>();
  let fallback: Site | null = null;
  let newest = 0;
  return {
    of: (host) => byHost.get(host?.toLowerCase() ?? "") ?? fallback,
    async reload() {
      const own = ++newest;
      const sites = await load();
      if (own !== newest) return;
      byHost = new Map(sites.flatMap((site) => (site.host === null ? [] : [[site.host.toLowerCase(), site] as const])));
      fallback = byHost.get(new URL(siteUrl).host) ?? sites[0] ?? null;
    },
  };
}

import { setTimeout as pause } from "node:timers/promises";
import type { Site } from "#features/reading/types.ts";
import { sitesByHost } from "#features/sites/hosts.ts";
import { log } from "#lib/log.ts";

export type Sites = {
  /** The site that a host name stands for; null while there is none at all. */
  of(host: string | undefined): Site | null;
  /** Reads them again, and again after a while when that fails. Overlapping calls end with the newest answer. */
  reload(): Promise<void>;
};

/** Between two tries to read the sites, in milliseconds. */
const RETRY_MS = 500;

/** Sites by host name, in memory; which name stands for which is said in `sitesByHost`. */
export function makeSites(load: () => Promise<Site[]>, siteUrl: string, retryMs = RETRY_MS): Sites {
  let siteAt = sitesByHost<Site>([], siteUrl);
  let newest = 0;
  let reading = Promise.resolve();
  return {
    of: (host) => siteAt(host),
    async reload() {
      reading = read();
      // Whoever waits for sites waits for the newest: one that is overtaken ends without any.
      for (let waited: Promise<void> | undefined; waited !== reading; ) {
        waited = reading;
        await waited;
      }
    },
  };

  async function read(): Promise<void> {
    const own = ++newest;
    const sites = await loaded(() => own === newest);
    if (sites !== null) siteAt = sitesByHost(sites, siteUrl);
  }

  async function loaded(isWanted: () => boolean): Promise<Site[] | null> {
    for (let tried = 1; isWanted(); tried += 1) {
      try {
        const sites = await load();
        return isWanted() ? sites : null;
      } catch (error) {
        if (tried === 1) log.error("the sites could not be read; the next try follows", error);
        await pause(retryMs, undefined, { ref: false });
      }
    }
    return null;
  }
}

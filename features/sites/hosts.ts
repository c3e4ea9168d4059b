/** A site by the host that readers type: its name, with the port when it is not the usual one. Null for the site at SITE_URL. */
type Hosted = { host: string | null };

/** The header of a request in which the front tells Next which site was asked, by number: it alone finds that out. */
export const SITE_HEADER = "x-newsroom-site";

/** The site that the front has found for a request; null while there is none at all. */
export function siteOfRequest(headers: Pick<Headers, "get">): number | null {
  const said = headers.get(SITE_HEADER) ?? "";
  return /^[1-9]\d{0,9}$/.test(said) ? Number(said) : null;
}

/**
 * Which site a host stands for: the one that is called so, however it is written. A name that no site has stands for the site at
 * SITE_URL, else for the first: a load balancer's check or a bare address gets a page, and no page depends on what a client calls us.
 *
 * @param sites the oldest first
 * @returns what finds a request's site; null where there is none at all
 */
export function sitesByHost<S extends Hosted>(
  sites: readonly S[],
  siteUrl: string,
): (host: string | undefined) => S | null {
  const called = new Map<string, S>();
  for (const site of sites) if (site.host !== null) called.set(hostForm(site.host), site);
  const usual = new URL(siteUrl).host;
  const fallback = called.get(hostForm(usual)) ?? sites[0] ?? null;
  // Nearly everybody writes it so, and its form need not be found for each of them.
  if (fallback) called.set(usual, fallback);
  return (host) => (host === undefined ? undefined : (called.get(host) ?? called.get(hostForm(host)))) ?? fallback;
}

/** The site that is called so; null where none is. */
export function siteCalled<S extends Hosted>(sites: readonly S[], host: string): S | null {
  return sites.find((site) => site.host !== null && hostForm(site.host) === hostForm(host)) ?? null;
}

/** One spelling of a host: small letters, no dot that ends a full name, no port where a browser would leave it out. */
function hostForm(host: string): string {
  const [, name = "", port = ""] = /^(.*?)(:\d+)?$/s.exec(host.toLowerCase()) ?? [];
  return `${name.replace(/\.$/, "")}${USUAL_PORTS.has(port) ? "" : port}`;
}

const USUAL_PORTS: ReadonlySet<string> = new Set([":80", ":443"]);

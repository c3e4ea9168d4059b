/** The attribute in which a page says until when its words are true. */
export const LASTS_UNTIL = "data-lasts-until";

const SAID = new RegExp(` ${LASTS_UNTIL}="([^"]+)"`, "g");

/**
 * Until when the words of a drawn page are true, in milliseconds since 1970: the nearest of the instants that it names, or
 * null where it names none. In what people type quotation marks are written otherwise, so nobody names one but our drawing.
 */
export function lastsUntil(html: string): number | null {
  const instants = [...html.matchAll(SAID)].map(([, at = ""]) => Date.parse(at)).filter((at) => !Number.isNaN(at));
  return instants.length === 0 ? null : Math.min(...instants);
}

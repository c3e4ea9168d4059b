/**
 * The hosts of an address as machines call them (`xn--…`), where the way they are written may mislead: letters of two
 * scripts, or of one that looks like another, and signs or numbers that stand for something else. None where every host
 * reads as what it is, in the letters of ASCII and of Vietnamese.
 */
export function trueHosts(address: string): string[] {
  return webAddresses(address).flatMap((one) => {
    const host = URL.parse(one)?.hostname ?? "";
    const written = WRITTEN.exec(one)?.[1]?.toLowerCase() ?? "";
    return host === "" || written === host || isVietnamese(written, host) ? [] : [host];
  });
}

/** The same address of the web as readers get it: as machines spell it, where its host may mislead. */
export function honestAddress(address: string): string {
  const misleads = /^https?:/i.test(address) && trueHosts(address).length > 0;
  return misleads ? (URL.parse(address)?.href ?? address) : address;
}

/** A host with its dots, without the port behind it. */
const WRITTEN = /^https?:\/\/(\[[^\]]*\]|[^/?#:]*)/i;

/** A letter to several people goes to several hosts. */
function webAddresses(address: string): string[] {
  const mail = /^mailto:([^?#]*)/i.exec(address)?.[1];
  if (mail === undefined) return [address];
  return mail
    .split(",")
    .flatMap((one) => (one.includes("@") ? [`https://${one.slice(one.lastIndexOf("@") + 1)}`] : []));
}

const TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const VIETNAMESE = [..."aăâeêioôơuưy"]
  .flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC")))
  .join("");
const ITS_LETTERS = new RegExp(`^[a-zđ${VIETNAMESE}0-9.-]*$`);

/** A name of letters, not a number that machines read as an address (`0x7f.1`). */
const isVietnamese = (written: string, host: string) => host.includes("xn--") && ITS_LETTERS.test(written);

import { z } from "zod";
import { securityPath } from "#features/addresses/machines.ts";
import { at, isoOf } from "#lib/dates.ts";
import type { Site } from "./types.ts";

/** How many months it holds from the one in which it is drawn: less than a year, as RFC 9116 advises. */
const HOLDS_MONTHS = 6;

/**
 * security.txt of a site, to be sent to whoever finds a fault in it; null while it says no address that mail can be sent to. Its end
 * moves on by itself, once a month, so that whoever asks again within a month gets the same bytes. Source: RFC 9116.
 */
export function securityText(
  { email, language }: Pick<Site, "email" | "language">,
  origin: string,
  now: Date,
): string | null {
  if (!z.email().safeParse(email).success) return null;
  const end = at(now).startOf("month").plus({ months: HOLDS_MONTHS }).toJSDate();
  const fields = [
    ["Contact", `mailto:${encodeURI(email)}`],
    ["Expires", isoOf(end)],
    ["Preferred-Languages", language],
    ["Canonical", origin + securityPath],
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join("");
}

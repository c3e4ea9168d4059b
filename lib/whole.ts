/** The last number that the database gives a row. */
export const LAST_ID = 2_147_483_647;

/** A row's number as somebody wrote it into an address; null for anything else. */
export function wholeNumber(text: unknown): number | null {
  const number = typeof text === "string" && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= LAST_ID ? number : null;
}

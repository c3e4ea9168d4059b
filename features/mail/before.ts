/** From which message on a page goes back, as its address says it; null is from the newest, also where it says no number. */
export function beforeIn(said: string | string[] | undefined): number | null {
  const number = typeof said === "string" && /^\d{1,15}$/.test(said) ? Number(said) : 0;
  return number > 0 ? number : null;
}

import { lastVerification } from "./result-store.ts";

/**
 * What whoever watches from outside is told of the last verification: undefined while every row fits, and before the first
 * one. Which row it is, and of what, is for administrators: anybody may ask.
 */
export async function whyNotVerified(): Promise<string | undefined> {
  const last = await lastVerification();
  if (last?.misfit) return "a row does not fit; npm run verify names it";
  return last?.isOld ? "nobody has looked for two days" : undefined;
}

/** Whether every row fitted when it was looked at last; null before the first time. */
export async function fittedLast(): Promise<boolean | null> {
  const last = await lastVerification();
  return last && last.misfit === null;
}

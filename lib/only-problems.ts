import type { Problems } from "./checked.ts";

/**
 * Those of a form's fields that something is wrong with, of what each rule said. Apart from schemas: zod would be the
 * heaviest thing on the page of a form that has three rules.
 */
export function onlyProblems(said: Readonly<Record<string, string | null>>): Problems {
  return Object.fromEntries(Object.entries(said).filter((one): one is [string, string] => one[1] !== null));
}

import { bareLetters } from "#lib/bare.ts";

/** Whether every word of a search stands in a person's name or address, with or without accents. */
export function matches(person: { name: string; email: string }, wanted: string): boolean {
  const words = wordsOf(`${person.name} ${person.email}`).join(" ");
  return wordsOf(wanted).every((word) => words.includes(word));
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s@._-]+/)
    .map(bareLetters)
    .filter((word) => word !== "");
}

/** Lower case, without accents, blanks and signs: how an attacker tries and a hurried person searches. Other scripts stay. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

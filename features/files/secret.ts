/**
 * Whether the name of a file, or what it says of itself, carries a stamp of state secrecy: MẬT as a word in capitals or alone
 * between signs, TỐI MẬT or TUYỆT MẬT however they are spelt. "Bí mật" is a word of everybody's.
 */
export function isNamedSecret(name: string): boolean {
  const composed = name.normalize("NFC");
  const words = ` ${composed.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const isByItself = composed.split(/[^\p{L}\p{N}\s]+/u).some((part) => part.trim().toLowerCase() === "mật");
  return isByItself || / (?:tối|tuyệt) mật /iu.test(words) || /(?<! BÍ) MẬT /u.test(words);
}

/** Whether a text has a stamp of state secrecy: one that stands alone on a line, letters apart or not, framed or not. */
export function hasSecretStamp(text: string): boolean {
  return text.split(/[\n\r\v\f\u2028\u2029]/).some((line) => line.length <= LONGEST_STAMP && STAMP.test(bare(line)));
}

/** A line with more signs is a sentence. */
const LONGEST_STAMP = 60;

const bare = (line: string): string => line.normalize("NFC").replace(/[^\p{L}]+/gu, "");

/** As it is stamped, in capitals; the form that names the degree ("Độ mật: Mật") is spelt as people like. */
const STAMP = /^(?:MẬT|TỐIMẬT|TUYỆTMẬT|[đĐ][ộỘ][mM][ậẬ][tT](?:[tT][ốỐ][iI]|[tT][uU][yY][ệỆ][tT])?[mM][ậẬ][tT])$/u;

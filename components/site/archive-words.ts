import { type ArchiveDate, archivePath } from "#features/addresses/lists.ts";
import { say } from "#features/reading/words.ts";

/** What a date of the archive is called: "Lưu trữ", "Năm 2026", "Tháng 11/2026", "Ngày 28/11/2026". */
export function dateName(date: ArchiveDate): string {
  const [year = "", month, day] = date.split("-");
  if (year === "") return say("archive.title");
  if (month === undefined) return say("archive.year", { year });
  return day === undefined ? say("archive.month", { month, year }) : say("archive.day", { day, month, year });
}

/** "28/11/2026", "11/2026" */
export const inDigits = (date: ArchiveDate): string => date.split("-").reverse().join("/");

/** What lies above a date, the whole archive first. */
export function aboveDate(date: ArchiveDate): { words: string; path: string }[] {
  const parts = date === "" ? [] : date.split("-");
  return parts.map((_, count) => {
    const above = parts.slice(0, count).join("-");
    return { words: dateName(above), path: archivePath(above) };
  });
}

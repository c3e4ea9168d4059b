import { open, stat, writeFile } from "node:fs/promises";
import { MOST_BYTES } from "#features/files/media.ts";
import { vttOf } from "#features/files/subtitles.ts";

/**
 * Subtitles as readers' players want them, beside the text that somebody brought: SRT, or WebVTT in the other encoding of Windows.
 * What is in their lines is looked at elsewhere.
 *
 * @returns where they lie, for whoever takes them away; null for what is no subtitles
 */
export async function asSubtitles(path: string): Promise<string | null> {
  const { size } = await stat(path);
  if (size > MOST_BYTES.subtitles) return null;
  const file = await open(path);
  try {
    const vtt = await vttOf(await file.readFile());
    if (vtt === null) return null;
    const beside = `${path}.vtt`;
    await writeFile(beside, vtt);
    return beside;
  } finally {
    await file.close();
  }
}

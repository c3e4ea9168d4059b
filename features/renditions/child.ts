import "./watch.ts";
import { buffer } from "node:stream/consumers";
import { isDocument, isPlayed, VTT } from "#features/files/media.ts";
import type { Answer } from "./apart.ts";
import { lookAt } from "./documents/look.ts";
import { makeAll } from "./make-all.ts";
import { partsFromParent } from "./media/asked.ts";
import { lookIntoMedia } from "./media/look.ts";
import { lookIntoSubtitles } from "./media/subtitles.ts";
import { keepToPictures } from "./open.ts";

// The process that unpacks one picture, or looks into one file of another kind. It is told what kind of file that is, how it is cut
// and how long it is, gets the bytes on its standard input, or those that it asks for over its channel, and answers once over that;
// it knows no database, no storage and no secret. Whoever has heard it ends it.

keepToPictures();
const [, , mediaType = "", cut = "", withMacros, size = "0"] = process.argv;
process.send?.(await answer());

async function answer(): Promise<Answer> {
  if (isPlayed(mediaType)) return lookIntoMedia(partsFromParent(Number(size)), mediaType);
  const bytes = await buffer(process.stdin);
  if (mediaType === VTT) return lookIntoSubtitles(bytes);
  return isDocument(mediaType) ? lookAt(bytes, mediaType, withMacros === "true") : makeAll(bytes, cut);
}

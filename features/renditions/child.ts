import "./watch.ts";
import { buffer } from "node:stream/consumers";
import { isDocument } from "#features/files/media.ts";
import type { Answer } from "./apart.ts";
import { lookAt } from "./documents/look.ts";
import { makeAll } from "./make-all.ts";
import { keepToPictures } from "./open.ts";

// The process that unpacks one picture, or looks at one document. It is told what kind of file that is and how it is cut, gets the
// bytes on its standard input and answers once over its channel; it knows no database, no storage and no secret. Whoever has heard
// it ends it.

keepToPictures();
const [, , mediaType = "", cut = "", withMacros] = process.argv;
const bytes = await buffer(process.stdin);
const answer: Answer = isDocument(mediaType)
  ? await lookAt(bytes, mediaType, withMacros === "true")
  : await makeAll(bytes, cut);
process.send?.(answer);

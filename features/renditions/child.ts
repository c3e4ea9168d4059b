import "./watch.ts";
import { buffer } from "node:stream/consumers";
import type { Answer } from "./apart.ts";
import { makeAll } from "./make-all.ts";
import { keepToPictures } from "./open.ts";

// The process that unpacks one picture. It gets the bytes on its standard input and answers once over its channel; it knows no
// database, no storage and no secret. Whoever has heard it ends it.

keepToPictures();
const answer: Answer = await makeAll(await buffer(process.stdin));
process.send?.(answer);

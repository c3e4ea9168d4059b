import "../watch.ts";
import { buffer } from "node:stream/consumers";
import type { ShareWords } from "#features/files/share-picture.ts";
import { keepToPictures } from "../open.ts";
import { drawShare } from "./draw.ts";

// The process that draws one picture for sharing: it gets the words on its standard input and answers once over its channel, as the
// one that unpacks pictures does. What sets type is a library that reads strangers' words, and takes the memory of its fonts with it.

keepToPictures();
const words = JSON.parse((await buffer(process.stdin)).toString()) as ShareWords;
process.send?.({ share: await drawShare(words) });

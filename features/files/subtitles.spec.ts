import { expect, test } from "vitest";
import { vttOf, wordsOfVtt } from "./subtitles.ts";

const SRT =
  "1\r\n00:00:01,000 --> 00:00:02,500\r\nXin <font color=red>chào</font> & {\\an8}hẹn gặp\r\nhai dòng\r\n\r\n2\r\n01:00:03,000 --> 01:00:04,050\r\n<i>Hết</i>\r\n";
const VTT =
  "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nXin chào &amp; hẹn gặp\nhai dòng\n\n01:00:03.000 --> 01:00:04.050\n<i>Hết</i>\n";

test("SRT becomes WebVTT, with every word, and without looks that no player knows", async () => {
  expect(await vttOf(Buffer.from(SRT))).toBe(VTT);
  expect(await wordsOfVtt(Buffer.from(VTT))).toEqual(["Xin chào & hẹn gặp\nhai dòng", "Hết"]);
});

test("so it does as Windows keeps it", async () => {
  expect(await vttOf(Buffer.from(`\ufeff${SRT}`))).toBe(VTT);
  expect(await vttOf(Buffer.from(`\ufeff${SRT}`, "utf16le"))).toBe(VTT);
});

test.each([
  ["words alone", "Xin chào"],
  ["a line whose time is none", `${SRT}\n3\n00:00:xx,000 --> 00:00:09,000\nmất\n`],
  ["a line that ends before it begins", "1\n00:00:05,000 --> 00:00:02,000\nngược\n"],
  ["nothing", ""],
])("%s become no subtitles: a line that is lost is missed by who cannot hear", async (_, text) => {
  expect(await vttOf(Buffer.from(text))).toBeNull();
});

test("letters of an older encoding become none, rather than others", async () => {
  expect(await vttOf(Buffer.from(SRT, "latin1"))).toBeNull();
});

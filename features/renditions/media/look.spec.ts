import { describe, expect, test } from "vitest";
import { zipOf } from "../testing-documents.ts";
import { mp3Of, mp4Of, sail, tone, vttOf } from "../testing-media.ts";
import { lookIntoMedia } from "./look.ts";
import type { Parts } from "./parts.ts";
import { lookIntoSubtitles } from "./subtitles.ts";

const look = (bytes: Buffer, mediaType: string) => lookIntoMedia(partsOf(bytes), mediaType);
const partsOf = (bytes: Buffer, read: [number, number][] = []): Parts => ({
  size: bytes.length,
  async read(first, last) {
    read.push([first, last]);
    return bytes.subarray(first, last + 1);
  },
});

describe("of what is played is known", () => {
  test.each([
    ["an MP4", "video/mp4", () => sail("mp4"), { width: 160, height: 90, codecs: "H.264, Opus" }],
    ["a WebM", "video/webm", () => sail("webm"), { width: 160, height: 90, codecs: "VP8, Opus" }],
    ["sound in the container of films", "audio/mp4", tone, { width: null, height: null, codecs: "Opus" }],
  ])("how long %s lasts, how large it is, and how it is spelt", async (_, type, bytes, said) => {
    const answer = await look(bytes(), type);
    expect(answer).toEqual({ played: { ...said, durationMs: expect.any(Number) } });
    const { durationMs } = "played" in answer ? answer.played : { durationMs: 0 };
    expect(Math.abs((durationMs ?? 0) - 2_150)).toBeLessThan(60);
  });
  test("how long an MP3 lasts that says it nowhere", async () => {
    // A hundred frames of 1,152 samples, less what a decoder leaves out.
    expect(await look(mp3Of(100), "audio/mpeg")).toEqual({
      played: { width: null, height: null, durationMs: 2_606, codecs: "MP3" },
    });
  });
  test("that what a phone filmed standing is tall", async () => {
    expect(await look(mp4Of({ isTurned: true }), "video/mp4")).toMatchObject({ played: { width: 360, height: 640 } });
    expect(await look(mp4Of(), "video/mp4")).toMatchObject({ played: { width: 640, height: 360, durationMs: 5_000 } });
  });
  test("without reading more of a large one than its tables", async () => {
    const film = mp4Of();
    const size = 2 * 1024 ** 3;
    // Its last box takes all that there is room for.
    const at = film.length - 72;
    const head = Buffer.alloc(16);
    head.writeUInt32BE(1);
    head.write("mdat", 4);
    head.writeBigUInt64BE(BigInt(size - at), 8);
    const known = Buffer.concat([film.subarray(0, at), head]);
    let read = 0;
    const answer = await lookIntoMedia(
      {
        size,
        async read(first, last) {
          read += last - first + 1;
          const bytes = Buffer.alloc(last - first + 1);
          if (first < known.length) known.copy(bytes, 0, first);
          return bytes;
        },
      },
      "video/mp4",
    );
    expect(answer).toMatchObject({ played: { durationMs: 5_000 } });
    expect(read).toBeLessThan(2 * 1024 * 1024);
  });
});

describe("nobody plays", () => {
  test.each([
    ["unplayable", "HEVC in an MP4", "video/mp4", () => mp4Of({ picture: "hvc1" })],
    ["unplayable", "AV1", "video/mp4", () => mp4Of({ picture: "av01" })],
    ["unplayable", "AC-3 beside a picture that can be seen", "video/mp4", () => mp4Of({ sound: "ac-3" })],
    ["unplayable", "ALAC", "audio/mp4", () => mp4Of({ picture: "", sound: "alac" })],
    ["no_picture", "a film without a picture", "video/mp4", () => mp4Of({ picture: "", sound: "Opus" })],
    ["no_sound", "sound without any", "audio/mp4", () => mp4Of()],
    ["broken_media", "an MP4 that breaks off", "video/mp4", () => sail("mp4").subarray(0, -500)],
    ["broken_media", "a WebM that breaks off", "video/webm", () => sail("webm").subarray(0, -500)],
    ["broken_media", "the beginning of an MP4 alone", "video/mp4", () => sail("mp4").subarray(0, 40)],
    [
      "broken_media",
      "an MP4 of garbage",
      "video/mp4",
      () => Buffer.concat([mp4Of().subarray(0, 24), Buffer.alloc(9_000, 7)]),
    ],
    ["broken_media", "a WebM that is called an MP4", "video/mp4", () => sail("webm")],
    ["broken_media", "nothing", "audio/mpeg", () => Buffer.alloc(0)],
    [
      "two_in_one",
      "a film with a zip behind it",
      "video/mp4",
      () => Buffer.concat([mp4Of(), zipOf([{ name: "a", body: "b" }])]),
    ],
    ["two_in_one", "sound with a PDF in its tags", "audio/mpeg", () => mp3Of(40, "%PDF-1.7 1 0 obj")],
    ["secret", "a film that is called a state secret", "video/mp4", () => mp4Of({ title: "Họp TỐI MẬT" })],
  ])("(%s) %s", async (failure, _, type, bytes) => {
    expect(await look(bytes(), type)).toMatchObject({ failure });
  });
});

describe("subtitles", () => {
  test("have their words, without their looks", async () => {
    const said = `${vttOf()}\nid3\n00:00:03.000 --> 00:00:04.000 line:0\n<v Lan>Xin <b>chào</b> &amp; hẹn gặp</v>\n`;
    expect(await lookIntoSubtitles(Buffer.from(said))).toEqual({
      ...{ pages: null, picture: null },
      text: "Mặt trời lên\nrồi đi ngang trời\nXin chào & hẹn gặp",
    });
  });
  test.each([
    ["broken_subtitles", "without a line", "WEBVTT\n"],
    ["broken_subtitles", "with a time that is none", `${vttOf()}\nmột --> hai\nx\n`],
    ["broken_subtitles", "that end before they begin", "WEBVTT\n\n00:05.000 --> 00:02.000\nx\n"],
    ["broken_subtitles", "that are words alone", "Mặt trời lên"],
    ["secret", "with a stamp", "WEBVTT\n\n00:01.000 --> 00:02.000\nTUYỆT MẬT\n"],
  ])("(%s) %s are shown to nobody", async (failure, _, text) => {
    expect(await lookIntoSubtitles(Buffer.from(text))).toMatchObject({ failure });
  });
});

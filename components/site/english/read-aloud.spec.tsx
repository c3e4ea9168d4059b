// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Notes } from "#components/article/notes.tsx";
import type { LiveTranslation } from "#features/reading/english.ts";
import { PageTools } from "../page-tools.tsx";
import { englishToolWords } from "../tool-words.ts";
import { englishHeadWords } from "./head-words.ts";

const SCRIPT = readFileSync("public/tools.js", "utf8");
let spoken: string[] = [];

beforeEach(() => {
  spoken = [];
  const speak = (speech: { text: string; onend?: () => void }) => {
    spoken.push(speech.text);
    speech.onend?.();
  };
  vi.stubGlobal("speechSynthesis", { getVoices: () => [{ lang: "en-GB" }], speak, cancel() {} });
  vi.stubGlobal(
    "SpeechSynthesisUtterance",
    class {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  // Nothing is laid out here.
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
});
afterEach(() => document.body.replaceChildren());

const at = new Date("2021-06-25T03:00:00Z");
const notes: LiveTranslation["notes"] = [
  { kind: "correction", text: "There are 12 teams.", at, ofOriginal: false },
  { kind: "correction", text: "Có 12 đội.\nSân là của phường.", at, ofOriginal: true },
];

test("an English text is read aloud without what stands in it in Vietnamese, which its voice cannot say", () => {
  document.body.innerHTML = renderToStaticMarkup(
    <article className="article" lang="en">
      <h1>Sports day</h1>
      <PageTools url="https://phuong.example/en/1" title="Sports day" words={englishToolWords} />
      <Notes notes={notes} words={englishHeadWords} />
      <div className="body" lang="vi">
        <p>Một đoạn.</p>
      </div>
      <div className="body">
        <p>
          It opens at <span lang="en-GB">eight</span>.
        </p>
      </div>
    </article>,
  );
  // As a page runs it.
  new Function(SCRIPT)();
  document.querySelector<HTMLButtonElement>("[data-tool=listen]")?.click();
  expect(spoken.map((sentence) => sentence.trim())).toEqual([
    "Sports day",
    "Corrected 25 June 2021, 10:00: There are 12 teams.",
    "Vietnamese original corrected 25 June 2021, 10:00:",
    "It opens at eight.",
  ]);
});

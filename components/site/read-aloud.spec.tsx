// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Abbreviations } from "#components/article/abbreviated.tsx";
import { Notes } from "#components/article/notes.tsx";
import type { LiveTranslation } from "#features/reading/english.ts";
import { englishHeadWords } from "./english/head-words.ts";
import { PageTools } from "./page-tools.tsx";
import { englishToolWords, toolWords } from "./tool-words.ts";

const SCRIPT = readFileSync("components/site/scripts/tools.js", "utf8");
let spoken: string[] = [];
let voice = "en-GB";

beforeEach(() => {
  spoken = [];
  const speak = (speech: { text: string; onend?: () => void }) => {
    spoken.push(speech.text);
    speech.onend?.();
  };
  vi.stubGlobal("speechSynthesis", { getVoices: () => [{ lang: voice }], speak, cancel() {} });
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

/** What is said once the button was pressed, sentence by sentence. @param page runs the script as a page does */
function heard(page: string): string[] {
  document.body.innerHTML = page;
  // The page is whole already.
  vi.spyOn(document, "addEventListener").mockImplementationOnce((of, begin) => {
    expect(of).toBe("DOMContentLoaded");
    (begin as () => void)();
  });
  new Function(SCRIPT)();
  document.querySelector<HTMLButtonElement>("[data-tool=listen]")?.click();
  return spoken.map((sentence) => sentence.trim());
}

test("an English text is read aloud without what stands in it in Vietnamese, which its voice cannot say", () => {
  voice = "en-GB";
  const page = renderToStaticMarkup(
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
  expect(heard(page)).toEqual([
    "Sports day",
    "Corrected 25 June 2021, 10:00: There are 12 teams.",
    "Vietnamese original corrected 25 June 2021, 10:00:",
    "It opens at eight.",
  ]);
});

test("a Vietnamese text is read aloud with the words of each abbreviation that it explains, also where hyphens join several", () => {
  voice = "vi-VN";
  const lines = [
    "UBND | HĐND-UBND./.",
    "Nghị quyết số 06/2021/NQ-HĐND ngày 23/6/2021 của HĐND-UBNDX.",
    "Covid-19 ở TDP 8./.",
  ];
  const page = renderToStaticMarkup(
    <article className="article" lang="vi">
      <h1>UBND phường họp</h1>
      <PageTools url="https://phuong.example/1" title="Họp" words={toolWords} />
      <div className="body">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Abbreviations of={lines} />
    </article>,
  );
  expect(heard(page)).toEqual([
    "Ủy ban nhân dân phường họp",
    "Ủy ban nhân dân, Hội đồng nhân dân-Ủy ban nhân dân.",
    "Nghị quyết số 06/2021/NQ-Hội đồng nhân dân ngày 23 tháng 6 năm 2021 của Hội đồng nhân dân-UBNDX.",
    "Covid-19 ở tổ dân phố 8.",
  ]);
});

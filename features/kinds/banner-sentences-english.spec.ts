import { describe, expect, test } from "vitest";
import { type Blank, blanksOf, CHOICES, filledIn, SENTENCE_IDS, type SentenceId, spelt } from "./banner-sentences.ts";
import { inEnglish, SENTENCES_IN_ENGLISH } from "./banner-sentences-english.ts";

const FILLED: Readonly<Record<Blank, string>> = {
  place: "tổ 5 và đường Trần Phú",
  spot: "cầu 3, ngõ Chợ",
  phone: "0901 234 567",
  lasts: "30 phút",
  from: "22:00 ngày 30/11/2031",
  until: "05:30 ngày 01/12/2031",
  utility: "nước sạch",
  service: "bộ phận một cửa",
};
const filledOf = (id: SentenceId) => blanksOf(id).map((blank) => FILLED[blank]);
const said = (words: string) =>
  inEnglish(words)
    ?.map((stretch) => stretch.words)
    .join("");

describe.each(SENTENCE_IDS)("the fixed sentence %s", (id) => {
  test("has the same blanks in both languages", () => {
    const blanks = [...SENTENCES_IN_ENGLISH[id].matchAll(/\{(\w+)\}/g)].map(([, blank]) => blank);
    expect(blanks.toSorted()).toEqual(blanksOf(id).toSorted());
  });

  test("is read back from its words, blank by blank, also where it is of everywhere", () => {
    expect(filledIn(id, spelt(id, filledOf(id)))).toEqual(filledOf(id));
    const everywhere = blanksOf(id).map((blank) => (blank === "place" ? "toàn địa bàn" : FILLED[blank]));
    expect(filledIn(id, spelt(id, everywhere))).toEqual(everywhere);
  });

  test("leaves nothing in Vietnamese but names of places", () => {
    const stretches = inEnglish(spelt(id, filledOf(id))) ?? [];
    expect(stretches.filter(({ lang }) => lang === "vi").map(({ words }) => words)).toEqual(
      blanksOf(id).flatMap((blank) => (blank === "place" || blank === "spot" ? FILLED[blank] : [])),
    );
    expect(
      stretches
        .filter(({ lang }) => lang === "en")
        .map(({ words }) => words)
        .join(""),
    ).not.toMatch(/[ạ-ỹ{}]/i);
  });
});

test("hours, spans and choices are said as English says them", () => {
  expect(said(spelt("storm", ["toàn địa bàn", FILLED.until, "114"]))).toBe(
    "A storm is coming in over the whole area. Stay indoors until 1 December 2031, 05:30; for rescue call 114.",
  );
  expect(said(spelt("short", ["trang thông tin này", "1 giờ", "114"]))).toContain(
    "for about 1 hour, while a fault is being repaired: this website.",
  );
  for (const utility of CHOICES.utility)
    expect(said(spelt("supply", [utility, "tổ 5", FILLED.from, FILLED.until]))).not.toContain(utility);
  for (const service of CHOICES.service)
    expect(said(spelt("service", [service, FILLED.from, FILLED.until]))).not.toContain(service);
});

test("words of one's own are nobody's sentence, nor is one with something before, behind or within it", () => {
  const fire = spelt("fire", ["tổ 5", "114"]);
  expect(inEnglish(fire)).not.toBeNull();
  for (const words of [
    "Chợ Bến Đá đóng cửa sớm.",
    `${fire} Đừng hoảng sợ.`,
    `Tin: ${fire}`,
    fire.replace("114", "bạn"),
  ])
    expect(inEnglish(words)).toBeNull();
});

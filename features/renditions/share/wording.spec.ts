import { describe, expect, test } from "vitest";
import { drawnHeadline, drawnLine, shortened } from "./wording.ts";

/** With what no line breaks at made visible. */
const visible = (words: string) => drawnHeadline(words).replaceAll("\u00a0", "_").replaceAll("\u2060", "|");

describe("where a line may break, these stay together:", () => {
  test("a number and what it counts, and what a number is counted by", () => {
    expect(visible("Giao 1.250 tỷ đồng cho 12 phường trước ngày 15 tháng 12 năm 2026 theo Nghị quyết")).toBe(
      "Giao 1.250_tỷ đồng cho 12_phường trước ngày_15 tháng_12 năm_2026 theo Nghị quyết",
    );
  });
  test("years from one to another, and a date with its strokes", () => {
    expect(visible("Kế hoạch giai đoạn 2026–2030 ban hành 12/5 của phường")).toBe(
      "Kế hoạch giai đoạn 2026|–|2030 ban hành 12|/|5_của phường",
    );
  });
  test("a short last word and the one before it", () => {
    expect(visible("An toàn của trẻ em")).toBe("An toàn của trẻ_em");
  });
});

describe("what is drawn", () => {
  test("is as it was typed, where our fonts have its letters", () => {
    expect(drawnLine("“Ễ Ộ Ự” & <Ắ> 100% – Đ…")).toBe("“Ễ Ộ Ự” & <Ắ> 100% – Đ…");
  });
  test("composes what was typed in parts", () => {
    expect(drawnLine("Ê\u0303 o\u0302\u0323".normalize("NFD"))).toBe("Ễ ộ");
  });
  test("leaves out signs that they lack, and marks of letters that they have", () => {
    expect(drawnLine("Lễ hội 🎉 Ǎn\u200b  Привет ngon")).toBe("Lễ hội An ngon");
  });
  test("ends at a word, with a sign that there was more", () => {
    expect(shortened("một hai ba bốn năm", 12)).toBe("một hai ba…");
    expect(shortened("m".repeat(20), 12)).toBe(`${"m".repeat(11)}…`);
    expect(shortened("vừa đủ", 6)).toBe("vừa đủ");
  });
});

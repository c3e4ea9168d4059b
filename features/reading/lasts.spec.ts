import { expect, test } from "vitest";
import { LASTS_UNTIL, lastsUntil } from "./lasts.ts";

const named = (at: string) => `<p class="x" ${LASTS_UNTIL}="${at}">…</p>`;

test("a page lasts until the nearest instant that it names", () => {
  expect(lastsUntil(named("2026-11-29T00:30:00.000Z") + named("2026-11-28T00:30:00.000Z"))).toBe(
    Date.parse("2026-11-28T00:30:00.000Z"),
  );
});

test.each(["<p>…</p>", named("hôm nay"), `<p>${LASTS_UNTIL}=&quot;2026-11-28T00:30:00.000Z&quot;</p>`])(
  "%s says nothing of it",
  (html) => {
    expect(lastsUntil(html)).toBeNull();
  },
);

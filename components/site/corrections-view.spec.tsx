import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CorrectionsView } from "./corrections-view.tsx";

const at = new Date("2021-06-24T07:05:00Z");
const listed = (note: string) =>
  renderToStaticMarkup(
    <CorrectionsView
      notes={[{ number: 1, headline: "Trồng cây", path: "/tin/cay-1", note, at }]}
      page={1}
      pages={1}
      sister={undefined}
    />,
  )
    .match(/<time[^>]*>(.*)<\/time>/)?.[1]
    ?.replace(/<[^>]*>/g, "");

test("a note is titled once: one that says itself what it is stands behind its moment alone", () => {
  expect(listed("Số cây là 640.")).toBe("Đính chính lúc 14:05 ngày 24/6/2021");
  expect(listed("Đính chính: số cây là 640.")).toBe("Lúc 14:05 ngày 24/6/2021");
});

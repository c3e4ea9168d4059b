import { globSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Actions } from "./actions.tsx";

const sources = globSync("{app,components}/**/*.{ts,tsx}")
  .filter((file) => !file.includes(".spec."))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const filesWith = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ file }) => file);

test("whatever order they are written in, buttons are met as: what it is for, other ways on, what takes away, the way out", () => {
  const drawn = renderToStaticMarkup(
    <Actions out={<b>Thôi</b>} danger={<b>Xóa</b>} others={<b>Sao chép</b>} main={<b>Lưu</b>} />,
  );
  expect([...drawn.matchAll(/<b>(.*?)<\/b>/g)].map(([, word]) => word)).toEqual(["Lưu", "Sao chép", "Xóa", "Thôi"]);
});

test("nothing else draws buttons from the right, or two of them side by side", () => {
  expect(filesWith(/row-reverse|justify-end/)).toEqual(["components/ui/actions.tsx"]);
  const beside = /<\/(?:Submit)?Button>\s*(?:\)\s*:\s*null\}\s*)?(?:\{[^{}<>]*\(\s*)?<(?:Submit|Ask|Reset)?Button\b/;
  expect(filesWith(beside)).toEqual([]);
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LinkList } from "./link-list.tsx";

test("each link is told by its words and where it leads, with the true host where the address misleads", () => {
  const links = [
    { words: "https://a.example", address: "https://b.example/" },
    { words: "Báo", address: "https://аpple.example/" },
    { words: " ", address: "https://hồ-sen.vn/" },
  ];
  const html = renderToStaticMarkup(
    <LinkList links={links} naming={{ trueHost: (host) => `(tên miền thật: ${host})` }} />,
  );
  expect(html.split("</li>").map((part) => part.replace(/<[^>]*>/g, ""))).toEqual([
    "https://a.example → https://b.example/",
    "Báo → https://аpple.example/ (tên miền thật: xn--pple-43d.example)",
    "https://hồ-sen.vn/",
    "",
  ]);
});

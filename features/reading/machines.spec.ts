import { expect, test } from "vitest";
import { siteIcons } from "#components/site/site-icons.ts";
import { manifestOf } from "#components/site/web-manifest.ts";
import type { Picture } from "#features/files/picture.ts";
import { openSearchOf } from "./opensearch.ts";
import { securityText } from "./security-text.ts";
import { jsonFaults, textsIn, xmlFaults } from "./testing-schemas.ts";

const ORIGIN = "https://phuong.example";
const ns = { o: "http://a9.com/-/spec/opensearch/1.1/" };

test.each([
  ["Phường Sen Hồ", "Phường Sen Hồ"],
  ["Cổng thông tin điện tử phường Sen Hồ & <các> “tổ dân phố” thuộc thành phố", "Cổng thông tin"],
  ["Cổngthôngtinđiệntửphường", "Cổngthôngtinđiện"],
])("the search of %s is described as browsers read it, in as many letters as they have room for", (name, short) => {
  const xml = openSearchOf({ name, language: "vi" }, ORIGIN, null);
  expect(xmlFaults("opensearch", xml)).toEqual([]);
  expect(textsIn(xml, "//o:ShortName", ns)).toEqual([short]);
  expect(textsIn(xml, "//o:Url/@template", ns)).toEqual([
    `${ORIGIN}/tim-kiem?q={searchTerms}`,
    `${ORIGIN}/api/suggestions?as=opensearch&q={searchTerms}`,
  ]);
});

const emblem: Picture = {
  ...{ width: 800, height: 400, placeholder: "" },
  sources: [
    { format: "avif", sizes: [200, 360].map((width) => ({ address: `/_tep/e/${width}.avif`, width })) },
    { format: "jpeg", sizes: [200, 360, 720, 800].map((width) => ({ address: `/_tep/e/${width}.jpeg`, width })) },
  ],
};
const site = { name: "Phường Sen Hồ", language: "vi", accent: "blue" } as const;

test("the manifest is one, in the site's colour and with its emblem; without one it has the program's sign", () => {
  const [own, plain] = [manifestOf(site, emblem), manifestOf({ ...site, accent: "red" }, null)];
  for (const one of [own, plain]) expect(jsonFaults("web-manifest", one)).toEqual([]);
  expect([own.theme_color, plain.theme_color]).toEqual(["#154a87", "#8a171b"]);
  expect(own.icons).toEqual([
    { src: "/_tep/e/360.jpeg", sizes: "360x180", type: "image/jpeg" },
    { src: "/_tep/e/720.jpeg", sizes: "720x360", type: "image/jpeg" },
  ]);
  expect(plain.icons?.map(({ src }) => src)).toEqual(["/icon.svg", "/icon-192.png", "/icon-512.png"]);
});

test("a phone's screen gets nothing smaller than what is made for phones, but all of an emblem that came smaller", () => {
  const small: Picture = {
    ...{ width: 300, height: 300, placeholder: "" },
    sources: [{ format: "jpeg", sizes: [200, 300].map((width) => ({ address: `/_tep/e/${width}.jpeg`, width })) }],
  };
  expect(manifestOf(site, small).icons).toEqual([{ src: "/_tep/e/300.jpeg", sizes: "300x300", type: "image/jpeg" }]);
  expect(siteIcons(small)).toMatchObject({ apple: { url: "/_tep/e/300.jpeg", sizes: "300x300" } });
});

test("a browser's tabs, a phone's screen and its search field show the emblem; without one the program's sign", () => {
  const avif = { url: "/_tep/e/200.avif", type: "image/avif", sizes: "200x100" };
  expect(siteIcons(emblem)).toEqual({
    icon: [{ url: "/_tep/e/360.jpeg", type: "image/jpeg", sizes: "360x180" }, avif],
    apple: { url: "/_tep/e/360.jpeg", sizes: "360x180" },
  });
  // Of one that has just come its first form is there, and no other.
  expect(siteIcons({ ...emblem, sources: emblem.sources.slice(0, 1) })).toMatchObject({ icon: [avif] });
  expect(siteIcons(null)).toMatchObject({ apple: { url: "/apple-touch-icon.png" } });
  const image = (of: Picture | null) => textsIn(openSearchOf(site, ORIGIN, of), "//o:Image", ns);
  expect(image(emblem)).toEqual([`${ORIGIN}/_tep/e/360.jpeg`]);
  expect(image(null)).toEqual([`${ORIGIN}/favicon.ico`]);
});

const now = new Date("2026-11-29T16:59:00Z");
const said = (email: string, at = now) => securityText({ email, language: "vi" }, ORIGIN, at);

test("security.txt says how to reach the site, and until when it holds: less than a year, and on by itself", () => {
  expect(said("congan.toan@phuong.example")).toBe(
    [
      "Contact: mailto:congan.toan@phuong.example",
      "Expires: 2027-05-01T00:00:00+07:00",
      "Preferred-Languages: vi",
      "Canonical: https://phuong.example/.well-known/security.txt",
      "",
    ].join("\n"),
  );
  expect(said("a@phuong.example", new Date("2026-11-30T17:00:00Z"))).toContain("Expires: 2027-06-01T00:00:00+07:00");
});

test("a site without an address that mail can be sent to has none, and nothing typed there becomes a field of it", () => {
  for (const email of ["", "văn phòng", "a@b", "a@phuong.example\nContact: https://xau.example"])
    expect(said(email)).toBeNull();
});

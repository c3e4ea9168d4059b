import { expect, test } from "vitest";
import { manifestOf } from "#components/site/web-manifest.ts";
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
  const xml = openSearchOf({ name, language: "vi" }, ORIGIN);
  expect(xmlFaults("opensearch", xml)).toEqual([]);
  expect(textsIn(xml, "//o:ShortName", ns)).toEqual([short]);
  expect(textsIn(xml, "//o:Url/@template", ns)).toEqual([
    `${ORIGIN}/tim-kiem?q={searchTerms}`,
    `${ORIGIN}/api/suggestions?as=opensearch&q={searchTerms}`,
  ]);
});

test("the manifest is one", () => {
  expect(jsonFaults("web-manifest", manifestOf({ name: "Phường Sen Hồ", language: "vi" }))).toEqual([]);
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

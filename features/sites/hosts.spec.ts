import { expect, test } from "vitest";
import { siteCalled, siteOfRequest, sitesByHost } from "./hosts.ts";

const sites = [
  { id: 1, host: null },
  { id: 2, host: "Tan-Lap.example" },
  { id: 3, host: "sen-ho.example:8080" },
];
const at = sitesByHost(sites, "https://tan-lap.example");

test.each([
  ["its own name", "tan-lap.example", 2],
  ["another case", "TAN-LAP.Example", 2],
  ["the dot that ends a full name", "tan-lap.example.", 2],
  ["the usual port of https", "tan-lap.example:443", 2],
  ["the usual port of http", "tan-lap.example:80", 2],
  ["the dot and the port", "Tan-Lap.example.:443", 2],
  ["a port that belongs to its name", "sen-ho.example:8080", 3],
  ["the same with the dot", "sen-ho.example.:8080", 3],
])("a site is asked for by %s", (_, host, id) => {
  expect(at(host)?.id).toBe(id);
});

test.each([
  ["a name that no site has", "10.0.0.1"],
  ["a site's name without the port that belongs to it", "sen-ho.example"],
  ["a site's name with another port", "sen-ho.example:9090"],
  ["a name that only ends as a site's", "gia-tan-lap.example"],
  ["two dots", "sen-ho.example..:8080"],
  ["nothing", ""],
])("%s stands for the site at SITE_URL", (_, host) => {
  expect(at(host)?.id).toBe(2);
});

test("who names no host gets the site at SITE_URL; where no site is there, the first; where there are none, nothing", () => {
  expect(at(undefined)?.id).toBe(2);
  expect(sitesByHost(sites, "http://localhost:3000")("10.0.0.1")?.id).toBe(1);
  expect(sitesByHost([], "http://localhost:3000")("tan-lap.example")).toBeNull();
});

test("a long host of colons or dots is looked up at once", () => {
  for (const host of [":".repeat(16_000), ".".repeat(16_000), "1:".repeat(8_000)]) expect(at(host)?.id).toBe(2);
});

test("whether a host is a site's own is asked without anybody standing in for it", () => {
  expect(siteCalled(sites, "TAN-LAP.example.:443")?.id).toBe(2);
  expect(siteCalled(sites, "10.0.0.1")).toBeNull();
});

test("of a request the desk knows the site that the front has found, and nothing where it found none", () => {
  const said = (text?: string) => siteOfRequest(new Headers(text === undefined ? {} : { "x-newsroom-site": text }));
  expect([said("7"), said(""), said(), said("0"), said("7; 8"), said("-1"), said("1e3")]).toEqual([
    7,
    ...Array(6).fill(null),
  ]);
});

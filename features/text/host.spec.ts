import { expect, test } from "vitest";
import { honestAddress, trueHosts } from "./host.ts";

test.each([
  ["https://thu.example/tin?a=https://аpple.example"],
  ["https://THU.example:8080/"],
  ["https://điện-máy-hồ-sen.vn/giá"],
  ["https://ƯỚC-MƠ.vn"],
  ["https://xn--pple-43d.com/"],
  ["https://[2001:db8::1]:8080/"],
  ["https://192.0.2.7/"],
  ["mailto:ubnd@hồ-sen.vn"],
  ["tel:+84210000000"],
  ["/thong-bao"],
  ["không phải địa chỉ"],
])("%s reads as where it leads", (address) => {
  expect(trueHosts(address)).toEqual([]);
  expect(honestAddress(address)).toBe(address);
});

test.each([
  ["a Cyrillic letter among Latin ones", "https://аpple.com/tin", "xn--pple-43d.com"],
  ["all letters Cyrillic, each like a Latin one", "https://ѕсоре.com", "xn--e1argc3h.com"],
  ["a Greek letter in one label", "https://thu.gοogle.com:8443/", "thu.xn--gogle-rce.com"],
  ["a Latin letter that Vietnamese does not have", "https://ɡoogle.com", "xn--oogle-qmc.com"],
  ["a vowel with a mark that Vietnamese does not have", "https://būu-điện.vn", "xn--bu-in-7ya14de39p.vn"],
  ["another script altogether", "https://例え.jp", "xn--r8jz45g.jp"],
  ["wide letters that stand for plain ones", "https://ｇoogle.com", "google.com"],
  ["a dot that is none", "https://thu.example。com", "thu.example.com"],
  ["letters behind percent signs", "https://%D0%B0pple.com/", "xn--pple-43d.com"],
  ["a number that is an address", "https://3221225991/", "192.0.2.7"],
  ["a number with a letter in it", "https://0xc0.0.2.7/", "192.0.2.7"],
])("of %s the true host is told", (_, address, host) => {
  expect(trueHosts(address)).toEqual([host]);
  expect(honestAddress(address)).toContain(`//${host}`);
});

test("a letter to several people names each host that misleads", () => {
  expect(honestAddress("mailto:b@аpple.com")).toBe("mailto:b@аpple.com");
  expect(trueHosts("mailto:a@thu.example,b@аpple.com,c@ѕсоре.com?subject=x@еу.com")).toEqual([
    ...["xn--pple-43d.com", "xn--e1argc3h.com"],
  ]);
});

import { expect, test } from "vitest";
import { jsonOf, parseJson } from "./json.ts";

test.each([
  [{}],
  [{ a: 1, 'đ"': "x", left: undefined, none: null, list: [1, undefined], inner: { b: [{}] } }],
  [[1, { a: 2 }]],
])("an object is written as JSON.stringify writes it: %j", (object) => {
  expect(jsonOf(object)).toBe(JSON.stringify(object));
});

test("what came as JSON is written in the same words, by itself and in a copy of what is around it", () => {
  const body = parseJson<object>('{ "type":"doc" }');
  expect(jsonOf(body)).toBe('{ "type":"doc" }');
  expect(jsonOf({ ...{ slug: "cu", body }, slug: "moi" })).toBe('{"slug":"moi","body":{ "type":"doc" }}');
});

import { expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, parsed } from "./input.ts";
import { outcomeOf } from "./outcome.ts";

test("what came in wrong is refused with a sentence in Vietnamese", () => {
  const schema = z.object({ email: z.email(), name: z.string().min(1, "Cần ghi họ tên.") });
  expect(() => parsed(schema, { email: "không phải", name: "A" })).toThrow(/không hợp lệ/);
  expect(() => parsed(schema, { email: "a@b.vn", name: "" })).toThrow("Cần ghi họ tên.");
  for (const none of [undefined, null, "x", []])
    expect(() => parsed(schema, none)).toThrow("bad_input: Dữ liệu gửi lên không hợp lệ.");
  expect(parsed(schema, { email: "a@b.vn", name: "A", more: 1 })).toEqual({ email: "a@b.vn", name: "A" });
});

test("what is wrong with which field is said field by field, and of the whole nothing", async () => {
  const schema = z.object({ name: z.string().min(1, "Cần ghi họ tên."), number: z.coerce.number() });
  const no = await outcomeOf(async () => parsed(schema, { name: "", number: "x" }));
  expect(no).toMatchObject({ sentence: "Cần ghi họ tên.", fields: { name: "Cần ghi họ tên." } });
  expect(Object.keys(no.ok ? {} : (no.fields ?? {}))).toEqual(["name", "number"]);
  expect(await outcomeOf(async () => parsed(schema, null))).toMatchObject({ fields: {} });
});

test("a form gives its fields, a repeated name as a list, and nothing of the framework's", () => {
  const form = new FormData();
  form.append("$ACTION_ID_abc", "");
  form.append("name", "A");
  form.append("section", "1");
  form.append("section", "2");
  expect(fieldsOf(form)).toEqual({ name: "A", section: ["1", "2"] });
  expect(fieldsOf({ id: 3 })).toEqual({ id: 3 });
});

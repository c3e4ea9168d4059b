// @vitest-environment jsdom
import { act, useActionState } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { problemsIn } from "#lib/checked.ts";
import type { Outcome } from "#lib/outcome.ts";
import { Field } from "./field.tsx";
import { Form } from "./form.tsx";

const Account = z.object({ name: z.string().min(1, "Cần ghi họ tên."), email: z.string().min(1, "Cần ghi e-mail.") });

type FormOutcome = Outcome<void>;
let answers: FormOutcome[] = [];
let sent: Record<string, unknown>[] = [];

function Shown() {
  const [outcome, send] = useActionState(async (_: FormOutcome | null, form: FormData): Promise<FormOutcome> => {
    sent.push(Object.fromEntries(form));
    return answers.shift() ?? { ok: true, value: undefined };
  }, null);
  return (
    <Form action={send} outcome={outcome} check={(typed) => problemsIn(Account, typed)}>
      {(problems) => (
        <>
          <Field id="name" name="name" label="Họ tên" problem={problems.name} />
          <Field id="email" name="email" label="E-mail" problem={problems.email} />
          <button type="submit">Tạo</button>
        </>
      )}
    </Form>
  );
}

const field = (name: string) => document.querySelector(`input[name=${name}]`) as HTMLInputElement;
const problem = (name: string) => document.getElementById(`${name}-problem`)?.textContent;
const press = () => act(async () => document.querySelector("button")?.click());
const type = (name: string, text: string) =>
  act(async () => {
    field(name).value = text;
    field(name).dispatchEvent(new Event("input", { bubbles: true }));
  });

let root: ReturnType<typeof createRoot>;
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  [answers, sent] = [[], []];
  root = createRoot(document.body.appendChild(document.createElement("main")));
  await act(async () => root.render(<Shown />));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

test("a form with gaps is not sent: each is named beside its field, the first is gone to, and what is mended is let go", async () => {
  await press();
  expect(sent).toEqual([]);
  expect([problem("name"), problem("email")]).toEqual(["Cần ghi họ tên.", "Cần ghi e-mail."]);
  expect(document.activeElement).toBe(field("name"));
  expect(field("name").getAttribute("aria-describedby")).toBe("name-problem");
  await type("name", "Bế Thị Mới");
  expect([problem("name"), problem("email")]).toEqual([undefined, "Cần ghi e-mail."]);
});

test("after a no what was typed stays, the no is at the top, and the field it names is gone to until it is typed in", async () => {
  const sentence = "Đã có tài khoản này.";
  answers = [{ ok: false, code: "bad_input", sentence, fields: { email: sentence } }];
  await type("name", "Bế Thị Mới");
  await type("email", "be.moi@coquan.vn");
  await press();
  expect(sent).toEqual([{ name: "Bế Thị Mới", email: "be.moi@coquan.vn" }]);
  expect(document.querySelector("form > :first-child")?.textContent).toBe(sentence);
  expect([field("name").value, field("email").value]).toEqual(["Bế Thị Mới", "be.moi@coquan.vn"]);
  expect(document.activeElement).toBe(field("email"));
  expect(problem("email")).toBe(sentence);
  await type("email", "be.thi.moi@coquan.vn");
  expect(problem("email")).toBeUndefined();
  await press();
  expect(sent).toHaveLength(2);
  expect(document.querySelector("[role=alert]")).toBeNull();
});

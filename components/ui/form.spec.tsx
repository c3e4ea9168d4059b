import { globSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Outcome } from "#lib/outcome.ts";
import { Field } from "./field.tsx";
import { Form } from "./form.tsx";

const drawn = (outcome: Outcome<unknown> | null, about?: string) =>
  renderToStaticMarkup(
    <Form action={() => undefined} outcome={outcome} about={about}>
      {(problems) => <Field id="at" name="at" label="Giờ đăng" problem={problems.at} />}
    </Form>,
  );

const BESIDE = /<input[^>]*aria-describedby="at-problem"[^>]*aria-invalid="true".*<p id="at-problem"[^>]*>(.*?)<\/p>/;
const TOP = /^<form[^>]*><div role="alert"[^>]*>(.*?)<\/div>/;

test("a form that nobody has sent says nothing", () => {
  expect(drawn(null)).not.toMatch(TOP);
  expect(drawn(null)).not.toContain(`aria-invalid="true"`);
});

test("a no stands at the top, and what it says of a field beside that field, also before scripts have come", () => {
  const no = { ok: false, code: "bad_input", sentence: "Chưa ghi giờ đăng.", fields: { at: "Chưa ghi." } } as const;
  expect(TOP.exec(drawn(no))?.[1]).toBe("Chưa ghi giờ đăng.");
  expect(BESIDE.exec(drawn(no))?.[1]).toBe("Chưa ghi.");
});

test("where one thing is asked for, a no to it is said once, beside it; any other stands at the top", () => {
  const passed = { ok: false, code: "bad_input", sentence: "Giờ này đã qua." } as const;
  expect(drawn(passed, "at")).not.toMatch(TOP);
  expect(BESIDE.exec(drawn(passed, "at"))?.[1]).toBe("Giờ này đã qua.");
  const old = { ok: false, code: "out_of_date", sentence: "Nội dung đã thay đổi." } as const;
  expect(TOP.exec(drawn(old, "at"))?.[1]).toBe("Nội dung đã thay đổi.");
  expect(drawn(old, "at")).not.toContain(`aria-invalid="true"`);
});

const filesWith = (words: RegExp) =>
  globSync("{app,components}/**/*.{ts,tsx}")
    .filter((file) => !file.includes(".spec.") && words.test(readFileSync(file, "utf8")))
    .sort();

test("there is no other way to send something: only searches, and questions whose answers stay on the page", () => {
  expect(filesWith(/<form\b/)).toEqual([
    // Readers' pages, whose style is their own and which work without scripts.
    "components/article/useful-question.tsx",
    "components/desk/article-filter.tsx",
    "components/desk/fronts/look-at.tsx",
    "components/editor/dialogs/ask.tsx",
    // These send nothing: they keep the browser from filling in what stood there before.
    "components/editor/editor-frame.tsx",
    "components/editor/toolbar/toolbar.tsx",
    "components/library/choose-bar.tsx",
    "components/library/library-filter.tsx",
    "components/library/many-fields.tsx",
    "components/people/person-search.tsx",
    // A reader's page, which is sent without scripts and drawn by the front.
    "components/site/ask-view.tsx",
    "components/site/look-up-view.tsx",
    "components/site/search-frame.tsx",
    "components/site/site-header.tsx",
    "components/ui/form.tsx",
  ]);
});

test("what is sent is sent by useOutcome, which answers also where the server does not: only signing in and out ask in ways of their own", () => {
  expect(filesWith(/\buseActionState\b/)).toEqual([
    "components/sign-in/sign-in-form.tsx",
    "components/sign-in/sign-out.tsx",
    "components/ui/use-outcome.ts",
  ]);
});

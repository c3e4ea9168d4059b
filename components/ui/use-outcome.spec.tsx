// @vitest-environment jsdom
import { redirect } from "next/navigation";
import { act, Component, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Outcome } from "#lib/outcome.ts";
import { Form } from "./form.tsx";
import { UNANSWERED, useOutcome } from "./use-outcome.ts";

type Action = () => Promise<Outcome<void>>;
let action: Action;

function Asked() {
  const [outcome, send] = useOutcome(() => action());
  return (
    <Form action={send} outcome={outcome}>
      {() => (
        <>
          <input name="words" />
          <button type="submit">Gửi</button>
        </>
      )}
    </Form>
  );
}

class Boundary extends Component<{ children: ReactNode }> {
  override state = { thrown: "" };
  static getDerivedStateFromError = ({ message, digest = "" }: Error & { digest?: string }) => ({
    thrown: digest || message,
  });
  override render() {
    return this.state.thrown === "" ? this.props.children : <p>{this.state.thrown}</p>;
  }
}

let root: ReturnType<typeof createRoot>;
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  root = createRoot(document.body.appendChild(document.createElement("main")));
  await act(async () =>
    root.render(
      <Boundary>
        <Asked />
      </Boundary>,
    ),
  );
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function pressed(answers: Action): Promise<string> {
  action = answers;
  const field = document.querySelector("input") as HTMLInputElement;
  field.value = "Lời vừa gõ";
  await act(async () => document.querySelector("button")?.click());
  return document.querySelector("main")?.textContent ?? "";
}
const words = () => document.querySelector("input")?.value;

test("where no answer comes the page stays with what was typed, says that nobody knows, and is pressed again", async () => {
  const said = await pressed(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(said).toContain(UNANSWERED);
  expect(words()).toBe("Lời vừa gõ");
  expect(await pressed(async () => ({ ok: true, value: undefined }))).not.toContain(UNANSWERED);
});

test("what leads to another page is let through", async () => {
  expect(await pressed(async () => redirect("/desk"))).toMatch(/^NEXT_REDIRECT;.*;\/desk;/);
});

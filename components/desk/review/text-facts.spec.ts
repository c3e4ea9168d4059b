import { expect, test } from "vitest";
import { site } from "#features/kinds/site.ts";
import { emptyContent } from "#features/text/content.ts";
import type { Naming } from "./field-values.ts";
import { factsOf } from "./text-facts.tsx";

const naming = { section: () => "Tin tức" } as unknown as Naming;

test("a site without a menu and a notice of its own has nothing to say beside its page", () => {
  const bare = emptyContent(site);
  expect(factsOf({ kind: "site", content: bare, naming })).toEqual([]);
  const content = { ...bare, notice: { words: "Cúp nước", until: null } };
  expect(factsOf({ kind: "site", content, naming })).toEqual([{ field: "notice", line: "Cúp nước" }]);
});

import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import type { BodyDoc } from "#features/text/body.ts";
import { validateBody } from "#features/text/document.ts";
import { visibleBody } from "#features/text/visible-form.ts";
import { bodySchema, MARKS, NODES } from "#features/text/vocabulary.ts";
import { Refusal } from "#lib/refusal.ts";
import { schemaExtensions } from "./extensions.ts";

const schema = getSchema(schemaExtensions);
type Json = Record<string, unknown>;

describe("the editor's schema is the vocabulary", () => {
  it("has the same nodes and marks", () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual(Object.keys(NODES).toSorted());
    expect(Object.keys(schema.marks).toSorted()).toEqual(Object.keys(MARKS).toSorted());
  });

  it.each(Object.keys(NODES))("%s has the same content, attributes and defaults", (name) => {
    const [ours, theirs] = [bodySchema.nodes[name], schema.nodes[name]];
    expect(theirs?.spec.content ?? "").toBe(ours?.spec.content ?? "");
    expect(defaults(theirs?.spec.attrs)).toEqual(defaults(ours?.spec.attrs));
    expect(theirs?.isInline).toBe(ours?.isInline);
  });

  it.each(Object.keys(MARKS))("mark %s has the same attributes", (name) => {
    expect(defaults(schema.marks[name]?.spec.attrs)).toEqual(defaults(bodySchema.marks[name]?.spec.attrs));
  });

  it("takes and refuses the same trees, at random", () => {
    const random = randomFrom(20261122);
    const tally = { taken: 0, refused: 0 };
    for (let round = 0; round < 1500; round += 1) {
      const tree = randomDoc(random);
      const taken = validatorTakes(tree);
      expect({ tree, taken: editorTakes(tree) }).toEqual({ tree, taken });
      tally[taken ? "taken" : "refused"] += 1;
    }
    expect(tally.taken).toBeGreaterThan(100);
    expect(tally.refused).toBeGreaterThan(100);
  });

  it("a text that went through the editor is the same text", () => {
    const random = randomFrom(7);
    for (let round = 0; round < 800; round += 1) {
      const tree = randomDoc(random);
      if (!validatorTakes(tree)) continue;
      const body = validateBody(tree);
      const edited = schema.nodeFromJSON(body).toJSON() as BodyDoc;
      expect(visibleBody(edited)).toEqual(visibleBody(body));
      expect(validateBody(edited)).toEqual(body);
    }
  });
});

function defaults(attrs: Record<string, { default?: unknown }> | undefined): Json {
  return Object.fromEntries(Object.entries(attrs ?? {}).map(([name, { default: value }]) => [name, value ?? null]));
}

function validatorTakes(tree: Json): boolean {
  try {
    validateBody(tree);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function editorTakes(tree: Json): boolean {
  try {
    schema.nodeFromJSON(tree).check();
    return true;
  } catch {
    return false;
  }
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Mostly sensible trees, now and then a child where it does not belong. */
function randomDoc(random: (below: number) => number): Json {
  const usual: Record<string, string[]> = {
    doc: ["paragraph", "heading", "blockquote", "bulletList", "orderedList", "table", "figure"],
    paragraph: ["text", "hardBreak"],
    heading: ["text", "hardBreak"],
    figure: ["text"],
    blockquote: ["paragraph", "bulletList"],
    bulletList: ["listItem"],
    orderedList: ["listItem"],
    listItem: ["paragraph"],
    table: ["tableRow"],
    tableRow: ["tableCell", "tableHeader"],
    tableCell: ["paragraph", "orderedList"],
    tableHeader: ["paragraph"],
  };
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const make = (type: string, depth: number): Json => {
    if (type === "text")
      return { type, text: pick(["a", "Đảng ủy", " "]), ...(random(3) === 0 ? { marks: [randomMark()] } : {}) };
    const names = usual[type];
    if (names === undefined || depth > 5) return { type };
    const count = random(3) + (random(8) === 0 ? 0 : 1);
    const children = Array.from({ length: count }, () =>
      make(random(60) === 0 ? pick(Object.keys(NODES)) : pick(names), depth + 1),
    );
    return { type, ...(children.length > 0 ? { content: children } : {}) };
  };
  const randomMark = () =>
    pick([{ type: "bold" }, { type: "italic" }, { type: "link", attrs: { href: "/a" } }, { type: "subscript" }]);
  const made = make("doc", 0);
  return made.content === undefined ? { ...made, content: [{ type: "paragraph" }] } : made;
}

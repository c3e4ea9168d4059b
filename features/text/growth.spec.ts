import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { canonicalText, digestOf } from "./canonical.ts";
import { parseContent, upgradeContent } from "./content.ts";
import type { Content, Kind } from "./kind.ts";
import { signedContent } from "./signed.ts";
import { visibleForm } from "./visible-form.ts";
import { NODES } from "./vocabulary.ts";

type Signed = { kind: Kind; called: string; digest: string; content: Content };

const FILES = {
  article: "contents",
  banner: "banners",
  front: "fronts",
  page: "pages",
  paper: "papers",
  site: "sites",
  topic: "topics",
  week: "weeks",
  translation: "translations",
} as const;

/** Contents as they were kept by the first version, with their digests. They are never changed: people signed such. */
const SIGNED: Signed[] = (Object.keys(FILES) as KindName[]).flatMap((kind) => {
  const file = new URL(`./fixtures/signed-${FILES[kind]}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as Omit<Signed, "kind">[]).map((one) => ({
    ...one,
    kind: kindOf({ kind }),
  }));
});

test.each(SIGNED)("the digest of $called is what it was when it was signed", ({ kind, content, digest }) => {
  expect(digestOf(kind, content)).toBe(digest);
  expect(digestOf(kind, upgradeContent(kind, content, content.version))).toBe(digest);
  expect(digestOf(kind, parseContent(kind, content))).toBe(digest);
});

test.each(SIGNED)("what is served of $called is what was signed, with its defaults", ({ kind, content }) => {
  const canonical = canonicalText(kind, content);
  const served = signedContent(kind, canonical, content.version);
  expect(canonicalText(kind, served)).toBe(canonical);
  const { body: _, ...fields } = upgradeContent(kind, content, content.version);
  expect(served).toMatchObject(fields);
});

test.each(SIGNED)("a field that joins changes nothing of $called while it says nothing", ({ kind, content }) => {
  const grown = (weather: unknown) =>
    visibleForm({ ...kind, bare: { ...kind.bare, weather: "" } } as Kind, { ...content, weather });
  expect(grown("")).toEqual(visibleForm(kind, content));
  expect(grown("nắng")).toEqual({ ...visibleForm(kind, content), weather: "nắng" });
});

test.each(SIGNED.filter(({ kind }) => kind.hasBody))(
  "an attribute and a node that join change nothing of $called",
  ({ kind, content, digest }) => {
    const attrs: Record<string, unknown> = NODES.paragraph.attrs;
    attrs.loud = { default: false, read: (value: unknown) => value };
    Object.assign(NODES, { song: { content: "inline*", group: "block", attrs: {}, called: "bài hát" } });
    onTestFinished(() => {
      delete attrs.loud;
      delete (NODES as Record<string, unknown>).song;
    });
    const said = (loud: boolean) =>
      digestOf(
        kind,
        JSON.parse(JSON.stringify(content), (key, value) =>
          key === "" || value?.type !== "paragraph" ? value : { ...value, attrs: { ...value.attrs, loud } },
        ),
      );
    expect(digestOf(kind, content)).toBe(digest);
    expect(said(false)).toBe(digest);
    expect(said(true)).not.toBe(digest);
  },
);

test("the visible form knows no version, and no field that went", () => {
  for (const { kind, content } of SIGNED) {
    expect(canonicalText(kind, { ...content, version: 99, bodyVersion: 1 })).toBe(canonicalText(kind, content));
  }
});

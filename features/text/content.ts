import { Refusal } from "#lib/refusal.ts";
import { newBlockId } from "./block-id.ts";
import type { BodyDoc } from "./body.ts";
import { byteLength, MAX_BODY_BYTES, validateBody } from "./document.ts";
import { badShape } from "./field-names.ts";
import type { Beginning, Content, Fields, Kind } from "./kind.ts";
import { filled } from "./said.ts";

export const TOO_LONG = "Nội dung lớn hơn 2 MB; cần rút ngắn hoặc tách ra.";

/**
 * Reads a text from outside (autosave, import, a form) into the one form in which it is kept.
 *
 * @throws {Refusal} `bad_text` with one sentence that names the place.
 */
export function parseContent<C extends Content>(kind: Kind<C>, given: unknown): C {
  const parsed = kind.shape.safeParse(inShapeOfToday(kind, given));
  if (!parsed.success) throw new Refusal("bad_text", badShape(parsed.error));
  const fields = parsed.data as C;
  const content = kind.hasBody ? { ...fields, body: validateBody(fields.body) } : fields;
  if (byteLength(content) > MAX_BODY_BYTES) {
    throw new Refusal("bad_text", TOO_LONG);
  }
  return content;
}

/** A page that was opened before an upgrade goes on sending what it knows: at first a version of the body beside. */
function inShapeOfToday(kind: Kind, sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null || !("version" in sent)) return sent;
  const { bodyVersion: _, ...given }: { version: unknown; bodyVersion?: unknown } = sent;
  const { version } = given;
  const isKnown = version === kind.version || (typeof version === "number" && Object.hasOwn(kind.upgrades, version));
  return isKnown ? { ...filled(upgraded(kind, given, version), kind.bare), version: kind.version } : given;
}

/**
 * A text as it was kept, in the shape of today. What was signed is what was kept: that stays as it is.
 *
 * @throws {Error} for a version that this program does not know yet
 */
export function upgradeContent<C extends Content>(kind: Kind<C>, kept: unknown, version: number): C {
  const { body, ...fields } = upgraded(kind, kept as Fields, version);
  const whole = filled(fields, kind.bare);
  const known = Object.keys(kind.bare).map((name) => [name, whole[name]]);
  return { version: kind.version, ...Object.fromEntries(known), ...(kind.hasBody ? { body } : {}) };
}

/** @throws {Error} for a version that this program does not know yet: the text was written by a newer one. */
export function upgraded(kind: Kind, content: Fields, version: number): Fields {
  let text = content;
  for (let at = version; at !== kind.version; at += 1) {
    const upgrade = kind.upgrades[at];
    if (upgrade === undefined) throw new Error(`version ${version} of a ${kind.name} is not known to this program`);
    text = upgrade(text);
  }
  return text;
}

export function emptyContent<C extends Content>(kind: Kind<C>): C {
  const empty = {
    version: kind.version,
    ...structuredClone(kind.bare),
    ...(kind.hasBody ? { body: emptyBody() } : {}),
  };
  return empty as unknown as C;
}

/** An empty text as whoever begins it finds it. */
export function begunContent<C extends Content>(kind: Kind<C>, by: Beginning): C {
  return { ...emptyContent(kind), ...kind.begun(by) };
}

function emptyBody(): BodyDoc {
  return { type: "doc", content: [{ type: "paragraph", attrs: { id: newBlockId(), align: null } }] };
}

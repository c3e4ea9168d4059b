import type { AnyNode, BodyDoc } from "./body.ts";
import { upgradeContent } from "./content.ts";
import type { Content, Fields, Kind } from "./kind.ts";
import { filled } from "./said.ts";
import { carriesId, NODES, type NodeName } from "./vocabulary.ts";

type Json = Record<string, unknown>;

/**
 * A text from its canonical text: what was signed, with the defaults that a canonical text leaves out. What readers are
 * served comes from here, so that it is, byte for byte, what was signed.
 *
 * @param version in which the text was kept
 * @throws {Error} for a version that this program does not know yet
 */
export function signedContent<C extends Content>(kind: Kind<C>, canonical: string, version: number): C {
  const { body, ...said }: Json = JSON.parse(canonical);
  const fields = filled(said, kind.bare as Fields);
  const whole = body === undefined ? {} : { body: wholeBody(body as AnyNode) };
  return upgradeContent(kind, { ...(kind.unsaid?.(fields) ?? fields), ...whole }, version);
}

/** Blocks get ids again, by their places: whoever draws them tells them apart by those, and readers see none. */
function wholeBody(body: AnyNode): BodyDoc {
  let blocks = 0;
  const whole = ({ type, attrs, content, ...rest }: Loose): Json => {
    const rules = Object.entries(NODES[type].attrs).map(([name, rule]) => [name, rule.default]);
    const id = carriesId(type) ? { id: `${++blocks}` } : {};
    const said = { ...Object.fromEntries(rules), ...attrs, ...id };
    return {
      type,
      ...(Object.keys(said).length > 0 ? { attrs: said } : {}),
      ...(content || type === "doc" ? { content: (content ?? []).map(whole) } : {}),
      ...rest,
    };
  };
  return whole(body as Loose) as BodyDoc;
}

type Loose = { type: NodeName; attrs?: Json; content?: Loose[] };

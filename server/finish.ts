import { lastsUntil } from "#features/reading/lasts.ts";
import { encode } from "./encode.ts";
import type { HeaderSet } from "./headers.ts";
import type { Rendered } from "./inside.ts";
import { makeReply, type Reply } from "./reply.ts";
import { strip } from "./strip.ts";

/**
 * What Next drew, as readers get it: stripped, compressed, and with the hour at which its words end.
 *
 * @param within where Next was asked
 * @param fontsAhead HTML that stands at the end of a page's head
 * @throws {Error} when it drew nothing: a bug
 */
export async function finish(
  within: string,
  rendered: Rendered,
  status: number,
  headers: HeaderSet,
  fontsAhead: string,
): Promise<Reply> {
  if (rendered.status !== 200) throw new Error(`Next answered ${rendered.status} to ${within}`);
  const isPage = rendered.type.startsWith("text/html");
  const text = isPage ? strip(rendered.body.toString("utf8")).replace("</head>", `${fontsAhead}</head>`) : null;
  const body = text === null ? rendered.body : Buffer.from(text);
  const until = text === null ? null : lastsUntil(text);
  return makeReply(status, await encode(rendered.type, body, "quick"), headers, true, until);
}

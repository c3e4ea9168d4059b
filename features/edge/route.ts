import { log } from "#lib/log.ts";
import { REFUSALS, type RefusalCode } from "#lib/refusal.ts";
import { type Body, fieldsIn } from "./body.ts";
import { type Guard, guarded } from "./guards.ts";
import { refusalOf } from "./outcome.ts";

/** The fields of a path are text: numbers need `z.coerce`. */
type Context = { params: Promise<Record<string, string | string[] | undefined>> };

export type Route<Asked extends Request = Request> = (request: Asked, context: Context) => Promise<Response>;

/** In which form a route says "no", and that it has failed: to scripts, or to whoever reads it. */
export type Says = "json" | "text";

/**
 * What all routes have in common: a "no" is an answer of ours, and a bug a 500 without its insides and a line in the log.
 * For the guards of this room, which say who may ask.
 * @param work throws a `Refusal` for a "no"; a `Response` of its is passed on, anything else becomes JSON
 */
export function route<Asked extends Request>(
  guard: Guard,
  says: Says,
  work: (request: Asked, context: Context) => Promise<unknown>,
): Route<Asked> {
  // Of its own, so that a noisy route hides no failure of another one; and no word of an address, which strangers write.
  const door = `${guard} ${crypto.randomUUID()}`;
  return guarded(guard, async (request: Asked, context: Context) => {
    try {
      const answer = await work(request, context);
      return answer instanceof Response ? answer : Response.json(answer ?? null);
    } catch (error) {
      const refusal = await refusalOf(error);
      if (refusal) return no(says, REFUSALS[refusal.code], refusal);
      log.atDoor(door, `${request.method} ${new URL(request.url).pathname} failed.`, error);
      return no(says, 500, { code: "failed", sentence: "Máy chủ gặp lỗi. Hãy thử lại sau ít phút." });
    }
  });
}

/** The fields of a request: those of its path before those of its body, if the route reads one. */
export async function inputOf(request: Request, { params }: Context, body: Body | undefined): Promise<object> {
  return { ...(body && (await fieldsIn(request, body))), ...(await params) };
}

function no(
  says: Says,
  status: number,
  { code, sentence }: { code: RefusalCode | "failed"; sentence: string },
): Response {
  const headers = { "cache-control": "no-store" };
  if (says === "json") return Response.json({ code, sentence }, { status, headers });
  return new Response(`${sentence}\n`, {
    status,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}

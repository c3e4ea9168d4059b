import type { z } from "zod";
import { requireStaff, type Staff } from "#features/sessions/actor.ts";
import { log } from "#lib/log.ts";
import { REFUSALS, Refusal, type RefusalCode } from "#lib/refusal.ts";
import { parsed } from "./input.ts";
import { refusalOf } from "./outcome.ts";
import { refuseForeign } from "./same-origin.ts";

/** The most that a request may say, in bytes. Next and the front have their own limits above it. */
export const BODY_LIMIT = 3 * 1024 * 1024;

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * The only way to make a desk route: JSON in, JSON out.
 * @param schema sees the fields of the body and, over them, those of the path. The latter are text: `z.coerce.number()`.
 * @param work throws a `Refusal` for a "no"; what it returns is the answer, and a `Response` is passed on
 */
export function staffRoute<S extends z.ZodType>(
  schema: S,
  work: (staff: Staff, input: z.output<S>, request: Request) => Promise<unknown>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      // What only asks tells other sites nothing, and without HTTPS browsers do not say where such a question comes from.
      if (request.method !== "GET") refuseForeign(request.headers);
      const staff = await requireStaff();
      const input = parsed(schema, { ...(await said(request)), ...(await context.params) });
      const answer = await work(staff, input, request);
      return answer instanceof Response ? answer : Response.json(answer ?? null);
    } catch (error) {
      const refusal = await refusalOf(error);
      if (refusal) return no(refusal.code, refusal.sentence);
      log.atDoor("route", `${request.method} ${new URL(request.url).pathname} failed.`, error);
      return Response.json({ code: "failed", sentence: "Máy chủ gặp lỗi. Hãy thử lại sau ít phút." }, { status: 500 });
    }
  };
}

function no(code: RefusalCode, sentence: string): Response {
  return Response.json({ code, sentence }, { status: REFUSALS[code] });
}

async function said(request: Request): Promise<Record<string, unknown>> {
  const text = await bodyOf(request);
  if (text === "") return {};
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new Refusal("bad_input", "Dữ liệu gửi lên phải ở dạng JSON.");
  }
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  } catch (error) {
    throw new Refusal("bad_input", "Dữ liệu gửi lên bị hỏng, không đọc được.", { cause: error });
  }
  throw new Refusal("bad_input", "Dữ liệu gửi lên không hợp lệ.");
}

/** Refuses by the declared length and by what really comes: the declaration may be missing or wrong. */
async function bodyOf(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT) throw tooLarge();
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > BODY_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function tooLarge(): Refusal {
  return new Refusal("too_large", "Dữ liệu gửi lên quá lớn (tối đa 3 MB).");
}

import type { z } from "zod";
import { Refusal } from "#lib/refusal.ts";
import { parsed } from "./input.ts";
import { inputOf, type Route, route } from "./route.ts";
import { onlyAsks, refuseForeign } from "./same-origin.ts";
import { TOKEN_HEADER } from "./token-header.ts";

/** Longer than any secret of ours. */
const LONGEST = 400;

/**
 * A route for a page of ours whose person holds a secret of ours, and is not signed in. The body is read as it comes, as a stream.
 * @param schema sees the fields of the path
 * @param work is given the secret apart from the rest, and throws a `Refusal` when it opens nothing
 */
export function tokenRoute<S extends z.ZodType>(
  schema: S,
  work: (token: string, input: z.output<S>, request: Request) => Promise<unknown>,
): Route {
  return route("tokenRoute", "json", async (request: Request, context) => {
    if (!onlyAsks(request)) refuseForeign(request.headers);
    const token = request.headers.get(TOKEN_HEADER) ?? "";
    if (token === "" || token.length > LONGEST) throw new Refusal("signed_out", NO_TOKEN);
    return work(token, parsed(schema, await inputOf(request, context, undefined)), request);
  });
}

const NO_TOKEN = "Đường dẫn này thiếu mã. Hãy mở lại mã trên máy tính rồi quét lần nữa.";

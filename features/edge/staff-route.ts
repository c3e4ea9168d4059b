import type { z } from "zod";
import { requireStaff, type Staff } from "#features/sessions/actor.ts";
import type { Body } from "./body.ts";
import { parsed } from "./input.ts";
import { inputOf, type Route, route } from "./route.ts";
import { onlyAsks, refuseForeign } from "./same-origin.ts";

/** The most that a request may say, in bytes: a text of 2 MB with room for its JSON. */
export const BODY_LIMIT = 3 * 1024 * 1024;

/**
 * The only way to make a desk route: JSON in, JSON out.
 * @param schema sees the fields of the body and, over them, those of the path
 * @param work throws a `Refusal` for a "no"; what it returns is the answer, and a `Response` is passed on
 */
export function staffRoute<S extends z.ZodType>(
  schema: S,
  work: (staff: Staff, input: z.output<S>, request: Request) => Promise<unknown>,
): Route {
  return forStaff(schema, work, { as: "json", mostBytes: BODY_LIMIT });
}

/** The same for a route whose work takes the body as it comes, as a stream: the schema sees the fields of the path alone. */
export function staffStreamRoute<S extends z.ZodType>(
  schema: S,
  work: (staff: Staff, input: z.output<S>, request: Request) => Promise<unknown>,
): Route {
  return forStaff(schema, work);
}

function forStaff<S extends z.ZodType>(
  schema: S,
  work: (staff: Staff, input: z.output<S>, request: Request) => Promise<unknown>,
  body?: Body,
): Route {
  return route("staffRoute", "json", async (request: Request, context) => {
    // What only asks tells other sites nothing, and without HTTPS browsers do not say where such a question comes from.
    if (!onlyAsks(request)) refuseForeign(request.headers);
    const staff = await requireStaff();
    return work(staff, parsed(schema, await inputOf(request, context, body)), request);
  });
}

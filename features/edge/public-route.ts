import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Body } from "./body.ts";
import { parsed } from "./input.ts";
import { inputOf, type Route, route, type Says } from "./route.ts";
import { isFromUs, onlyAsks, refuseForeign } from "./same-origin.ts";

type How<S extends z.ZodType> = {
  /** Sees the fields of the path and, under them, those of the body. */
  input: S;
  /** Left out where the route reads none. */
  body?: Body;
  says: Says;
  /**
   * What becomes of a change that no page of ours asks for: it is refused, and the operator may be told of it. "welcome":
   * the route looks for itself.
   */
  foreign?: "welcome" | ((headers: Headers) => void);
};

/**
 * The only way to make a route for readers and machines, who are not signed in.
 * @param work throws a `Refusal` for a "no"; what it returns is the answer, and a `Response` is passed on
 */
export function publicRoute<S extends z.ZodType>(
  { input, body, says, foreign }: How<S>,
  work: (input: z.output<S>, request: NextRequest) => Promise<unknown>,
): Route<NextRequest> {
  return route("publicRoute", says, async (request: NextRequest, context) => {
    if (!onlyAsks(request) && foreign !== "welcome") {
      if (foreign && !isFromUs(request.headers)) foreign(request.headers);
      refuseForeign(request.headers);
    }
    return work(parsed(input, await inputOf(request, context, body)), request);
  });
}

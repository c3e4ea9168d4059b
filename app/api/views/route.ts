import { z } from "zod";
import { countView } from "#features/views/commands.ts";

const View = z.object({ article: z.int().positive().max(2_147_483_647) });

/** A beacon: the answer says nothing, since nobody reads it. */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  const view = View.safeParse(jsonIn((await request.text()).slice(0, 100)));
  if (view.success && (site === null || site === "same-origin")) {
    countView(view.data.article, request.headers.get("user-agent"), new Date());
  }
  return new Response(null, { status: 204 });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

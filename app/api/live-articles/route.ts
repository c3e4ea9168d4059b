import { z } from "zod";
import { staffRoute } from "#features/edge/staff-route.ts";
import { writes } from "#features/roles/roles.ts";
import { articlesCalled } from "#features/search/queries.ts";
import { Refusal } from "#lib/refusal.ts";

export const dynamic = "force-dynamic";

/** Live articles of the site to choose from, by a number or by words. */
export const GET = staffRoute(z.object({}), async (staff, _, { url }) => {
  if (!writes(staff)) throw new Refusal("not_allowed", "Không có vai trò viết bài trên trang này.");
  return articlesCalled(staff.siteId, new URL(url).searchParams.get("words") ?? "", new Date());
});

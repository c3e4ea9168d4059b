import type { DemoArticle } from "../article.ts";
import { datedOf } from "../dated.ts";
import * as about from "./about.ts";
import * as activity from "./activity.ts";
import * as culture from "./culture.ts";
import * as documents from "./documents.ts";
import * as economy from "./economy.ts";
import * as life from "./life.ts";
import * as lives from "./lives.ts";
import * as notices from "./notices.ts";
import * as office from "./office.ts";
import * as party from "./party.ts";
import * as plans from "./plans.ts";
import * as safety from "./safety.ts";
import * as schoolHealth from "./school-health.ts";
import * as services from "./services.ts";
import * as town from "./town.ts";

const GROUPS: Record<string, DemoArticle>[] = [
  about,
  activity,
  culture,
  documents,
  economy,
  lives,
  notices,
  office,
  party,
  plans,
  safety,
  schoolHealth,
  services,
  town,
  // Of those that are not dated the last one is the newest.
  life,
];

/** In the order in which they go live, the newest last: one that is not dated appears as the demo is made. */
export function articlesInOrder(now: Date): DemoArticle[] {
  const when = ({ from }: DemoArticle) => (from ? datedOf(from, now) : now).getTime();
  return GROUPS.flatMap((group) => Object.values(group)).sort((one, other) => when(one) - when(other));
}

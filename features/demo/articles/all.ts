import type { DemoArticle } from "../article.ts";
import { boatRace, goodNeighbour, lakePath } from "./life.ts";
import { bookingOnline, vaccination, waterCut } from "./notices.ts";
import { askOffice, councilSession, fireDrill, marketInterview } from "./office.ts";
import { partyMeeting, youthVolunteers } from "./party.ts";

/** In the order in which they go live; the last one is the newest. */
export const ARTICLES: readonly DemoArticle[] = [
  bookingOnline,
  askOffice,
  boatRace,
  fireDrill,
  youthVolunteers,
  marketInterview,
  councilSession,
  goodNeighbour,
  waterCut,
  partyMeeting,
  vaccination,
  lakePath,
];

import type { Tx } from "#db/transaction.ts";
import type { Follower } from "#features/history/follow.ts";
import type { Event } from "#features/history/store.ts";
import { findStories } from "#features/workflow/story-store.ts";
import type { DocumentMailKind } from "./kinds.ts";
import { queue } from "./queue.ts";
import { comesInBatch, kindsOf, onlyFor } from "./reasons.ts";
import { toldOf } from "./whom.ts";
import { sitesOf } from "./whom-store.ts";

/** Decides whom what has happened concerns. Messages are queued in the transaction that moves its place. */
export const mailFollower: Follower = {
  name: "mail",
  // What happened before there was mail is no news.
  from: "now",
  hear: async (tx, events) => {
    const told = toldEvents(events);
    const sites = await sitesOf(tx, [...new Set(told.map(({ documentId }) => documentId))]);
    for (const siteId of new Set(sites.values())) {
      await tell(
        tx,
        siteId,
        told.filter(({ documentId }) => sites.get(documentId) === siteId),
      );
    }
  },
};

type Told = { documentId: number; actorId: number | null; kind: DocumentMailKind; only: number | null };

function toldEvents(events: readonly Event[]): Told[] {
  return events.flatMap(({ documentId, actorId, happening }) =>
    kindsOf(happening).map((kind) => ({ documentId, actorId, kind, only: onlyFor(happening) })),
  );
}

async function tell(tx: Tx, siteId: number, told: readonly Told[]): Promise<void> {
  const stories = await findStories(tx, siteId, [...new Set(told.map(({ documentId }) => documentId))]);
  for (const { documentId, actorId, kind, only } of told) {
    const story = stories.get(documentId);
    if (!story || (kind === "waiting" && comesInBatch(story))) continue;
    for (const personId of await toldOf(tx, kind, story)) {
      // Nobody is told of what they have done themselves.
      if (personId !== actorId && (only ?? personId) === personId)
        await queue(tx, { siteId, personId, documentId, kind });
    }
  }
}

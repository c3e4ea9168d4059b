import { beforeAll, beforeEach } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { anOffice, type Office, type Person } from "./testing.ts";

type Before = (make: () => Promise<void>) => void;

/** One office for all tests of a spec file, in a database of the file's own. */
export const oneOffice = () => officesIn(beforeAll);

/** An office for each test of a spec file, in a database of the file's own. */
export const officeForEach = () => officesIn(beforeEach);

/** One more office for all tests of a spec file, in the database that the first one opened. */
export const anotherOffice = () => filledIn(beforeAll);

function officesIn(before: Before) {
  const { db, rows, bend } = oneDatabase();
  const office = filledIn(before);
  return {
    ...{ db, rows, bend, office },
    /** The newest line of an article's history. */
    lastEvent: async (documentId: number) =>
      (await rows("select payload from events where document_id = $1 order by seq desc limit 1", [documentId]))[0]
        ?.payload,
    /** Makes somebody a deputy, since yesterday. */
    lends: (giver: Person, deputy: Person) =>
      rows(
        `insert into deputies (site_id, giver_id, deputy_id, from_at, until_at)
         values ($1, $2, $3, now() - interval '1 day', now() + interval '1 day')`,
        [office.siteId, giver.personId, deputy.personId],
      ),
  };
}

/** Empty until the hook has run, so that a spec may name it at the top. */
function filledIn(before: Before): Office {
  const office = {} as Office;
  before(async () => {
    Object.assign(office, await anOffice());
  });
  return office;
}

import { beforeAll, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import type { Person } from "#features/moves/testing.ts";
import { storyOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { anArticleIn } from "#features/moves/testing-places.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { SITUATIONS, type Situation, sees } from "#features/workflow/matrix.ts";
import { maySee } from "#features/workflow/policy.ts";
import { deskDocument } from "./desk-document.ts";
import { filterOf } from "./list-filter.ts";
import { articleList } from "./queries.ts";

const { rows, office } = oneOffice();
const articles = {} as Record<Situation, number>;
let people: Record<Exclude<Parameters<typeof sees>[0], "clock">, Person>;

beforeAll(async () => {
  const { siteId, reporter, editor, approver, approver2, admin, stranger, news } = office;
  const [other] = await rows(
    `with other as (insert into people (name, email) values ('Other', 'other@thu.example') returning id)
     insert into grants (person_id, site_id, section_id, role) select id, $1, $2, 'reporter' from other returning person_id`,
    [siteId, news],
  );
  people = {
    ...{ writer: reporter, reporter: { siteId, personId: other?.person_id }, editor, approver, starter: approver2 },
    ...{ stranger, administrator: admin },
  };
  for (const place of SITUATIONS) articles[place] = await anArticleIn(place, office);
}, 60_000);

test("who knows of an article, in the list of all, on its own page and at a press, for every person and place", async () => {
  for (const [who, person] of Object.entries(people) as [keyof typeof people, Person][]) {
    const { lines } = await articleList(person, filterOf({}));
    for (const place of SITUATIONS) {
      const id = articles[place];
      const listed = lines.some((line) => line.id === id);
      const opened = (await deskDocument(person, id)) !== null;
      const story = await storyOf(person, id);
      const pressed = maySee(await transaction((tx) => askerOf(tx, person, story)));
      const expected = sees(who, place);
      expect({ who, place, listed, opened, pressed }).toEqual({
        ...{ who, place },
        ...{ listed: expected, opened: expected, pressed: expected },
      });
    }
  }
});

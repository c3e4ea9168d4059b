import { expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { drafted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { proposeName } from "#features/renaming/commands.ts";
import { lastOf } from "#features/renaming/testing.ts";
import { inPlainSql, verdict } from "#features/workflow/law/testing.ts";

const { db, rows, office } = oneOffice();
const { sql } = inPlainSql(db);

type Thing = number | null;
type Things = {
  document?: Thing;
  grant?: Thing;
  link?: Thing;
  erasure?: Thing;
  proposal?: Thing;
  licences?: string | null;
};
type Given = Things & { kinds?: string; state?: string };

const mail = (given: Given) => {
  const { document = null, grant = null, link = null, erasure = null, licences = null, proposal = null } = given;
  const { kinds = "{returned}", state = "waiting" } = given;
  return `insert into mails (site_id, person_id, document_id, grant_id, link_id, file_event_id, name_proposal_id, licences_on, kinds, state)
   values (${office.siteId}, ${office.reporter.personId}, ${document}, ${grant}, ${link}, ${erasure}, ${proposal},
     ${licences === null ? null : `'${licences}'`}, '${kinds}', '${state}')`;
};

async function anErasure(): Promise<number> {
  const { sha256 } = await readyFile(office.reporter);
  const [made] = await rows(
    "insert into file_events (site_id, sha256, kind, by_id, reason) values ($1, $2, 'erase_asked', $3, 'x') returning id",
    [office.siteId, sha256, office.editor.personId],
  );
  return made.id;
}

const aGrant = async () => (await rows("select min(id)::int as id from grants"))[0].id;
const aLink = async () =>
  (
    await rows(
      `insert into one_time_links (token_hash, purpose, person_id, expires_at)
       values (gen_random_uuid(), 'reset', $1, now() + interval '1 day') returning id`,
      [office.reporter.personId],
    )
  )[0].id;

test("a message is about one thing", async () => {
  const [document, grant] = [await drafted(office), await aGrant()];
  expect(await verdict(sql, mail({}))).toBe("a_mail_is_about_one_thing");
  expect(await verdict(sql, mail({ document, grant }))).toBe("a_mail_is_about_one_thing");
  expect(await verdict(sql, mail({ document, licences: "2026-12-01" }))).toBe("a_mail_is_about_one_thing");
  expect(await verdict(sql, mail({ document }))).toBe("allowed");
});

test("a message says why, and stands somewhere", async () => {
  const document = await drafted(office);
  for (const kinds of ["{}", "{returned,gossip}"]) {
    expect(await verdict(sql, mail({ document, kinds }))).toBe("a_mail_says_why");
  }
  expect(await verdict(sql, mail({ document, state: "lost" }))).toBe("a_mail_stands_somewhere");
});

test("one message about a document waits for a person, and one is about a role, a way in, an erasure or a name", async () => {
  const [document, grant, link] = [await drafted(office), await aGrant(), await aLink()];
  const twice = (given: Given) => verdict(sql, mail(given), mail(given));
  expect(await twice({ document })).toBe("one_mail_about_a_document_waits");
  expect(await twice({ document, state: "sent" })).toBe("allowed");
  expect(await twice({ grant, kinds: "{asked}" })).toBe("one_mail_about_a_role");
  expect(await twice({ link, kinds: "{asked}" })).toBe("one_mail_about_a_way_in");
  const licences = { licences: "2026-12-01", kinds: "{licence}" };
  expect(await twice({ ...licences, state: "sent" })).toBe("one_mail_about_licences_of_a_day");
  expect(await verdict(sql, mail(licences), mail({ ...licences, licences: "2026-12-02" }))).toBe("allowed");
  expect(await twice({ erasure: await anErasure(), kinds: "{asked}" })).toBe("one_mail_about_an_erasure");
  await proposeName(office.admin, { sectionId: office.party, base: 0 }, { name: "Đoàn thể", slug: "" });
  const proposal = await lastOf(office.siteId, office.party);
  expect(await twice({ proposal, kinds: "{answered}" })).toBe("one_mail_about_a_name_of_a_section");
});

test("a choice is about a kind of mail", async () => {
  const chooses = (kind: string) =>
    `insert into mail_choices (person_id, kind, wanted) values (${office.reporter.personId}, '${kind}', false)`;
  expect(await verdict(sql, chooses("gossip"))).toBe("a_choice_is_about_a_kind_of_mail");
  expect(await verdict(sql, chooses("owed"))).toBe("allowed");
});

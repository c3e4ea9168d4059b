import { describe, expect, test } from "vitest";
import { oneHouse } from "./house.ts";
import { speakSql, verdict } from "./testing.ts";

const { house, sql, owner, db } = oneHouse();

const DENIED = "42501";

describe("the app's role", () => {
  test("becomes nobody else", async () => {
    const owner = new URL(db.ownerUrl).username;
    expect(await verdict(sql, `set role ${owner}`)).toBe(DENIED);
    expect(await verdict(sql, `set session authorization ${owner}`)).toBe(DENIED);
    expect(await verdict(sql, "reset role", "create table x ()")).toBe(DENIED);
    expect(await verdict(sql, "set session_replication_role = replica")).toBe(DENIED);
    expect(await verdict(sql, "alter role current_user set session_replication_role = replica")).toBe(DENIED);
    expect(await verdict(sql, "alter role current_user superuser")).toBe(DENIED);
    expect(await verdict(sql, "create role somebody")).toBe(DENIED);
    expect(await verdict(sql, `grant ${owner} to current_user`)).toBe(DENIED);
  });
  test("puts no trigger to sleep and takes none away", async () => {
    for (const what of [
      "alter table revisions disable trigger all",
      "alter table revisions disable trigger revisions_are_final",
      "drop trigger revisions_are_final on revisions",
      "alter table editions drop constraint nothing_leaves_unapproved",
      "drop function four_eyes_hold(integer)",
      "create or replace function four_eyes_hold(revision integer) returns boolean language sql as 'select true'",
      "alter function four_eyes_hold(integer) owner to current_user",
      "drop index one_open_edition",
    ]) {
      expect([what, await verdict(sql, what)]).toEqual([what, DENIED]);
    }
  });
  test("makes nothing: no table, not even a temporary one, function, schema, view or extension", async () => {
    for (const what of [
      "create table x ()",
      "create temporary table grants (like grants)",
      "create schema x",
      "create function x() returns void language sql as ''",
      "create view x as select 1",
      "create extension unaccent",
      "alter table people add column x text",
      "drop table announcements",
      "alter database current set x.y = 1",
    ]) {
      expect([what, await verdict(sql, what)]).toEqual([what, expect.stringMatching(/^(42501|3D000)$/)]);
    }
  });
  test("does not read where its own password is kept, nor the list of migrations", async () => {
    expect(await verdict(sql, "select * from install")).toBe(DENIED);
    expect(await verdict(sql, "update install set app_password = ''")).toBe(DENIED);
    expect(await verdict(sql, "select * from drizzle.__drizzle_migrations")).toBe(DENIED);
  });
  test("erases nothing, takes back no announcement, forgets no import", async () => {
    for (const what of [
      "insert into redactions default values",
      "insert into revision_files default values",
      "insert into files_beside default values",
      "update files_beside set which = 'poster'",
      "delete from files_beside",
      "update revision_files set sha256 = ''",
      "delete from revision_files",
      "delete from files",
      "delete from file_cuts",
      "update announcements set facts = '{}'",
      "delete from announcements",
      "update imports set file_name = ''",
      "delete from schedules",
      "delete from people",
      "delete from grants",
      "delete from sections",
      "delete from article_views",
      "delete from sessions",
      "delete from one_time_links",
      "delete from draft_saves",
      "delete from followers",
    ]) {
      expect([what, await verdict(sql, what)]).toEqual([what, DENIED]);
    }
  });
  test("works with jobs, and neither makes nor changes the tables that they are in", async () => {
    for (const what of [
      "create table jobs.x ()",
      "drop table jobs.job",
      "alter table jobs.job_common disable trigger all",
      "create or replace function jobs.job_now() returns timestamptz language sql as 'select now()'",
      "select * from jobs.bam",
      "insert into jobs.version values (1)",
      "delete from jobs.queue",
      "truncate jobs.job",
    ]) {
      expect([what, await verdict(sql, what)]).toEqual([what, DENIED]);
    }
    expect(await verdict(sql, "delete from jobs.job")).toBe("allowed");
  });
  test("does not fool the law with tables of its own, even where it could make some", async () => {
    const owner = await speakSql(db.ownerUrl);
    const role = new URL(db.appUrl).username;
    await owner(`grant temporary on database ${new URL(db.ownerUrl).pathname.slice(1)} to ${role}`);
    const fooled = await speakSql(db.appUrl);
    await fooled("create temporary table grants as select * from public.grants");
    await fooled(
      `insert into grants select (g).* from (select g from public.grants g where role = 'approver' limit 1) x`,
    );
    await fooled(`update grants set person_id = ${house.office.admin.personId}`);
    await fooled("set search_path = pg_temp, public");
    expect(await fooled.one(`select rank_in_section(${house.office.admin.personId}, ${house.office.party})`)).toBe(0);
    expect(
      await verdict(
        fooled,
        `insert into approvals (document_id, revision_id, content_hash, person_id, kind) values
         (${house.review.article}, ${house.review.revision}, '${house.review.hash}', ${house.office.admin.personId}, 'approve')`,
      ),
    ).toBe("confirmations_are_given_by_the_section");
    await fooled.end();
    await owner.end();
  });
});

describe("sections", () => {
  test("stay a tree, so that looking up a role always ends", async () => {
    const { news, party, elsewhere } = house.office;
    const under = (id: number, parent: number) => `update sections set parent_id = ${parent} where id = ${id}`;
    expect(await verdict(sql, under(news, party))).toBe("a_section_is_not_inside_itself");
    expect(await verdict(sql, under(elsewhere, party), under(news, elsewhere))).toBe("a_section_is_not_inside_itself");
    expect(await verdict(owner, under(elsewhere, party))).toBe("allowed");
  });
  test("stay on their site", async () => {
    const moved = `with other as (insert into sites (key, name) values ('khac', 'Khác') returning id)
      update sections set site_id = other.id from other where sections.id = ${house.office.elsewhere}`;
    expect(await verdict(sql, moved)).toBe("a_section_stays_on_its_site");
  });
});

describe("roles", () => {
  const change = (what: string) => `update grants set ${what} where person_id = ${house.office.reporter.personId}`;
  test("are given and ended, not made into others", async () => {
    const { editor, elsewhere } = house.office;
    for (const what of [
      "role = 'approver'",
      `person_id = ${editor.personId}`,
      `section_id = ${elsewhere}`,
      "section_id = null",
      `given_by = ${editor.personId}`,
    ]) {
      expect(await verdict(sql, change(what))).toBe("a_role_is_given_and_ended");
    }
    expect(await verdict(sql, change("ended_at = now()"))).toBe("allowed");
    expect(await verdict(sql, change("ended_at = now()"), change("ended_at = null"))).toBe("a_role_is_given_and_ended");
  });
  test("of approvers are brought forward by a second person only", async () => {
    const { editor, approver, approver2, siteId } = house.office;
    const asked = `insert into grants (person_id, site_id, role, given_by, effective_from)
      values (${editor.personId}, ${siteId}, 'approver', ${house.office.admin.personId}, now() + interval '24 hours')`;
    const agreed = (by: number | "null") =>
      `update grants set effective_from = now(), agreed_by = ${by} where role = 'approver' and person_id = ${editor.personId}`;
    expect(await verdict(sql, asked, agreed("null"))).toBe("nobody_brings_a_role_forward_alone");
    expect(await verdict(sql, asked, agreed(editor.personId))).toBe("nobody_agrees_to_their_own_grant");
    expect(await verdict(sql, asked, agreed(house.office.admin.personId))).toBe("nobody_agrees_to_their_own_grant");
    expect(await verdict(sql, asked, agreed(approver.personId))).toBe("allowed");
    expect(await verdict(sql, asked, agreed(approver.personId), agreed(approver2.personId))).toBe(
      "a_role_is_given_and_ended",
    );
    const earlier = `update grants set effective_from = now() - interval '1 day' where agreed_by = ${approver.personId}`;
    expect(await verdict(sql, asked, agreed(approver.personId), earlier)).toBe("nobody_brings_a_role_forward_alone");
  });
});

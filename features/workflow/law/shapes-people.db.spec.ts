import { describe, expect, test } from "vitest";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { inPlainSql, verdict } from "./testing.ts";

const { db, office } = oneOffice();
const { sql } = inPlainSql(db);
const other = anotherOffice();

test("an account has its address in small letters, and alone", async () => {
  const account = (email: string) => `insert into people (email, name) values ('${email}', 'Lê Thử')`;
  expect(await verdict(sql, account("Le@thu.example"))).toBe("an_address_is_kept_in_lower_case");
  expect(await verdict(sql, account("ĐÔNG@thu.example"))).toBe("an_address_is_kept_in_lower_case");
  expect(await verdict(sql, account("le@thu.example"), account("le@thu.example"))).toBe("one_account_for_an_address");
  expect(await verdict(sql, account("le@thu.example"), account("đông@thu.example"))).toBe("allowed");
});

test("a session lasts at most twelve hours, and is not made longer", async () => {
  const session = (lasts: string) =>
    `insert into sessions (person_id, expires_at) values (${office.editor.personId}, now() + interval '${lasts}')`;
  const longer = "update sessions set expires_at = expires_at + interval '1 second'";
  expect(await verdict(sql, session("12 hours 1 second"))).toBe("a_session_lasts_at_most_twelve_hours");
  expect(await verdict(sql, session("12 hours"))).toBe("allowed");
  expect(await verdict(sql, session("12 hours"), longer)).toBe("a_session_lasts_at_most_twelve_hours");
});

describe("a role", () => {
  const gives = (role: string, section: number | null) =>
    `insert into grants (person_id, site_id, section_id, role, effective_from)
     values (${office.reporter.personId}, ${office.siteId}, ${section}, '${role}', now() + interval '25 hours')`;
  test("is one of four", async () => {
    for (const role of ["owner", "Approver", ""]) {
      expect(await verdict(sql, gives(role, null))).toBe("a_role_is_one_of_four");
    }
    for (const role of ["reporter", "editor", "approver", "administrator"]) {
      expect(await verdict(sql, gives(role, null))).toBe("allowed");
    }
  });
  test("of an administrator is for the whole site", async () => {
    expect(await verdict(sql, gives("administrator", office.party))).toBe("administrators_are_for_the_whole_site");
    expect(await verdict(sql, gives("approver", office.party))).toBe("allowed");
  });
  test("is for a section of its site", async () => {
    expect(await verdict(sql, gives("editor", other.party))).toBe("a_grant_is_for_a_section_of_its_site");
  });
});

test("a deputy is somebody else, until a day that is said", async () => {
  const { approver, approver2, siteId } = office;
  const stands = (deputy: number, lasts: string) =>
    `insert into deputies (site_id, giver_id, deputy_id, from_at, until_at)
     values (${siteId}, ${approver.personId}, ${deputy}, now(), now() + interval '${lasts}')`;
  expect(await verdict(sql, stands(approver2.personId, "1 day"))).toBe("allowed");
  expect(await verdict(sql, stands(approver.personId, "1 day"))).toBe("nobody_is_their_own_deputy");
  for (const lasts of ["0 days", "-1 day"]) {
    expect(await verdict(sql, stands(approver2.personId, lasts))).toBe("a_deputy_has_an_end_date");
  }
});

test("a link is somebody's, but for the first administrator's", async () => {
  const link = (purpose: string, person: number | null) =>
    `insert into one_time_links (token_hash, purpose, person_id, expires_at)
     values ('x', '${purpose}', ${person}, now() + interval '1 day')`;
  expect(await verdict(sql, link("invitation", null))).toBe("a_link_is_somebodys_but_the_first");
  expect(await verdict(sql, link("reset", null))).toBe("a_link_is_somebodys_but_the_first");
  expect(await verdict(sql, link("first_administrator", null))).toBe("allowed");
  expect(await verdict(sql, link("invitation", office.editor.personId))).toBe("allowed");
});

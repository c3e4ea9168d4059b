import { describe, expect, test } from "vitest";
import { published } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { asleep, inPlainSql, sha256, verdict } from "./testing.ts";

const { db, office } = oneOffice();
const { sql, owner } = inPlainSql(db);
const other = anotherOffice();

test("a site's key is a segment of a path", async () => {
  const site = (key: string) => `insert into sites (key, name) values ('${key}', 'Phường Hai')`;
  for (const key of ["", "Phuong", "phường", "a/b", "a--b", "-a"]) {
    expect(await verdict(sql, site(key))).toBe("a_site_key_is_a_path_segment");
  }
  expect(await verdict(owner, site("phuong-2"))).toBe("allowed");
});

describe("a section", () => {
  const section = (slug: string, site = office.siteId, parent: number | null = null) =>
    `insert into sections (site_id, name, slug, parent_id) values (${site}, 'Mục', '${slug}', ${parent})`;
  test("has a slug that is a segment of a path, and none of the program's own", async () => {
    for (const slug of ["", "Muc", "mục", "a/b", "a-", "a b"]) {
      expect(await verdict(sql, section(slug))).toBe("a_section_slug_is_a_path_segment");
    }
    const rule = "a_section_slug_is_not_reserved";
    for (const slug of ["en", "desk", "login", "api", "tim-kiem", "rss", "trang", "tu-khoa", "van-ban"]) {
      expect(await verdict(sql, section(slug))).toBe(rule);
      expect(await verdict(owner, `update sections set slug = '${slug}' where id = ${office.party}`)).toBe(rule);
    }
    expect(await verdict(owner, section("trang-1"))).toBe("allowed");
  });
  test("has its slug alone on its site", async () => {
    expect(await verdict(sql, section("muc"), section("muc"))).toBe("one_section_for_a_slug");
    expect(await verdict(owner, section("muc"), section("muc", other.siteId))).toBe("allowed");
  });
  test("stands under another section of its site", async () => {
    expect(await verdict(sql, section("muc", office.siteId, other.news))).toBe("a_parent_is_of_the_same_site");
    expect(await verdict(owner, section("muc", office.siteId, office.news))).toBe("allowed");
    const itself = `update sections set parent_id = id where id = ${office.news}`;
    expect(await asleep(owner, "sections", itself)).toBe("a_section_is_not_its_own_parent");
  });
});

test("a section is open to readers from its first live article on, and by nobody's word", async () => {
  const rule = "a_section_opens_with_a_live_article";
  const set = (id: number, at: string) => `update sections set opened_at = ${at} where id = ${id}`;
  expect(await verdict(sql, set(office.elsewhere, "now()"))).toBe(rule);
  const made = `insert into sections (site_id, name, slug, opened_at) values (${office.siteId}, 'Mục', 'muc', now())`;
  expect(await verdict(sql, made)).toBe(rule);
  await published(office, { secondSectionIds: [office.elsewhere] });
  const opened = await sql("select id from sections where site_id = $1 and opened_at is not null order by id", [
    office.siteId,
  ]);
  expect(opened).toEqual([{ id: office.party }, { id: office.elsewhere }]);
  for (const at of ["null", "now()", "opened_at - interval '1 day'"]) {
    expect(await verdict(sql, set(office.party, at))).toBe(rule);
  }
});

test("a tag has its slug alone on its site", async () => {
  const tag = (site: number) => `insert into tags (site_id, name, slug) values (${site}, 'Sen', 'sen')`;
  expect(await verdict(sql, tag(office.siteId), tag(office.siteId))).toBe("one_tag_for_a_slug");
  expect(await verdict(owner, tag(office.siteId), tag(other.siteId))).toBe("allowed");
});

describe("a file", () => {
  const file = (hash: string, site = office.siteId) =>
    `insert into files (site_id, sha256, media_type, size, width, height, uploaded_by)
     values (${site}, '${hash}', 'image/jpeg', 100, 40, 30, ${office.reporter.personId})`;
  const bytes = sha256("ảnh");
  test("is known by the SHA-256 of its bytes, once on a site", async () => {
    for (const hash of ["", "abc", bytes.toUpperCase(), `${bytes}0`]) {
      expect(await verdict(sql, file(hash))).toBe("a_file_hash_is_sha256");
    }
    expect(await verdict(sql, file(bytes), file(bytes))).toBe("one_file_for_its_bytes");
    expect(await verdict(sql, file(bytes), file(bytes, other.siteId))).toBe("allowed");
  });
  test("is what it was, whatever is said about it later", async () => {
    const change = (what: string) => `update files set ${what} where sha256 = '${bytes}'`;
    for (const what of [
      `sha256 = '${sha256("ảnh khác")}'`,
      `site_id = ${other.siteId}`,
      "media_type = 'image/png'",
      "size = 101",
      "width = 41",
      "height = null",
      `uploaded_by = ${office.editor.personId}`,
      "uploaded_at = now() - interval '1 day'",
    ]) {
      expect([what, await verdict(sql, file(bytes), change(what))]).toEqual([what, "a_file_is_what_it_was"]);
    }
    const made = "width = 40, height = 30, renditions = '[{}]', made_with = 1, state = 'ready'";
    const unseen = file(bytes).replace("40, 30", "null, null");
    expect(await verdict(sql, unseen, change(made))).toBe("allowed");
    expect(await verdict(sql, unseen, change(made), change("made_with = 2, renditions = '[{}, {}]'"))).toBe("allowed");
    expect(
      await verdict(sql, unseen, change("state = 'failed', failure = 'x'"), change(`${made}, failure = null`)),
    ).toBe("allowed");
    for (const what of ["width = 41", "height = 31", "state = 'waiting'", "state = 'failed', failure = 'x'"]) {
      expect([what, await verdict(sql, unseen, change(made), change(what))]).toEqual([what, "a_file_is_what_it_was"]);
    }
    expect(await verdict(sql, file(bytes), change("credit = 'Ảnh: Lê Thử'"))).toBe("allowed");
    for (const what of ["erased = true", "hidden = true", "binned_at = now()"]) {
      expect([what, await verdict(sql, file(bytes), change(what))]).toEqual([what, "a_file_goes_as_its_deeds_say"]);
    }
  });
  test("is waiting, ready or failed; a failed one says why, and a ready one has what readers get", async () => {
    const made = (columns: string) => {
      const [names = "", values = ""] = columns.split(" = ");
      return file(bytes).replace("uploaded_by)", `uploaded_by, ${names})`).replace(/\)$/, `, ${values})`);
    };
    expect(await verdict(sql, made("state = 'lost'"))).toBe("a_file_is_in_one_of_three_states");
    expect(await verdict(sql, made("state = 'failed'"))).toBe("a_failed_file_says_why");
    expect(await verdict(sql, made("failure = 'x'"))).toBe("a_failed_file_says_why");
    expect(await verdict(sql, made("state, failure = 'failed', 'x'"))).toBe("allowed");
    const rule = "a_ready_file_has_what_readers_get";
    expect(await verdict(sql, made("state = 'ready'"))).toBe(rule);
    expect(await verdict(sql, made("state, made_with = 'ready', 1"))).toBe(rule);
    expect(await verdict(sql, made("state, renditions = 'ready', '[{}]'"))).toBe(rule);
    const ready = made("state, made_with, renditions = 'ready', 1, '[{}]'");
    expect(await verdict(sql, ready)).toBe("allowed");
    expect(await verdict(sql, ready.replace("40, 30", "null, 30"))).toBe(rule);
  });
  test("is looked into: how long it lasts, and how it is spelt, is said later, and no less than nothing", async () => {
    const change = (what: string) => `update files set ${what} where sha256 = '${bytes}'`;
    expect(await verdict(sql, file(bytes), change("duration_ms = 2000, codecs = 'H.264'"))).toBe("allowed");
    for (const ms of [0, -1])
      expect(await verdict(sql, file(bytes), change(`duration_ms = ${ms}`))).toBe("what_is_played_lasts");
  });
  test("may be found missing or changed where its bytes lie, and nothing else", async () => {
    const found = (trouble: string) => `insert into file_checks (sha256, trouble) values ('${bytes}', ${trouble})`;
    for (const trouble of ["null", "'missing'", "'differs'"])
      expect(await verdict(sql, found(trouble))).toBe("allowed");
    expect(await verdict(sql, found("'stolen'"))).toBe("bytes_are_missing_or_differ");
  });
});

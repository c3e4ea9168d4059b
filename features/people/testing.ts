import { beforeEach } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { staffOfSession } from "#features/sessions/store.ts";
import * as commands from "./commands.ts";

export const WORDS = "con mèo mướp thích ngủ";
export const HERE = { address: "::1", device: null };

type Held = { role: string; sectionId?: number };
let many = 0;

export const tokenOf = (link: string) => link.split(/[/#]/).at(-1) ?? "";
export const emailOf = () => `nguoi-${++many}@mot.vn`;

/** Sites with people for a spec file: a database for the file, a site of its own for each test. */
export function offices() {
  const { db, rows, bend } = oneDatabase();
  let siteId: number;

  async function newSite(): Promise<number> {
    const key = `s${++many}`;
    const [site] = await rows("insert into sites (key, name, host) values ($1, 'Phường Một', $1) returning id", [key]);
    return site.id;
  }
  /** Somebody with a password that nobody knows, and roles on the test's site or another. */
  async function account(...roles: (Held & { at?: number })[]) {
    const email = emailOf();
    const [{ id }] = await rows("insert into people (email, name, password_hash) values ($1, $1, 'x') returning id", [
      email,
    ]);
    for (const { role, sectionId, at = siteId } of roles) {
      await rows("insert into grants (person_id, site_id, role, section_id) values ($1, $2, $3, $4)", [
        ...[id, at, role, sectionId],
      ]);
    }
    return { personId: id as number, email };
  }
  /** Signs somebody in, at the test's site or another. */
  async function signedIn(personId: number, at = siteId): Promise<Staff> {
    const [{ id }] = await rows(
      "insert into sessions (person_id, expires_at) values ($1, now() + interval '1 hour') returning id",
      [personId],
    );
    const found = await staffOfSession(id, at);
    if (!found) throw new Error(`Person ${personId} is not in.`);
    return found;
  }
  const staff = async (...roles: Held[]) => signedIn((await account(...roles)).personId);

  beforeEach(async () => {
    siteId = await newSite();
  });
  return {
    db,
    rows,
    newSite,
    account,
    staff,
    signedIn,
    get siteId() {
      return siteId;
    },
    admin: async () => commands.administrator(await staff({ role: "administrator" })),
    operator: () => ({ siteId, personId: null }),
    isIn: async ({ sessionId, siteId: at }: Staff) => (await staffOfSession(sessionId, at)) !== null,
    async section(at = siteId): Promise<number> {
      const [{ id }] = await rows("insert into sections (site_id, name, slug) values ($1, $2, $2) returning id", [
        ...[at, `c-${++many}`],
      ]);
      return id;
    },
    rank: async (personId: number, sectionId: number): Promise<number> =>
      (await rows("select rank_in_section($1, $2) as rank", [personId, sectionId]))[0].rank,
    /** Makes roles and links as much older. */
    async passes(hours: number): Promise<void> {
      const older = (...columns: string[]) =>
        columns.map((column) => `${column} = ${column} - make_interval(hours => ${hours})`).join(", ");
      await bend(`update grants set ${older("effective_from", "given_at")}`);
      await bend(`update one_time_links set ${older("usable_from", "created_at", "expires_at")}`);
    },
  };
}

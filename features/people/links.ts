import { type Tx, transaction } from "#db/transaction.ts";
import { hashForKeeping } from "#features/accounts/commands.ts";
import { fingerprint, newToken } from "#features/accounts/fingerprint.ts";
import { emailForm } from "#features/accounts/sign-in.ts";
import { forgetDevicesOf, lockPerson, setPassword } from "#features/accounts/store.ts";
import { oneTimePath } from "#features/addresses/desk.ts";
import { record } from "#features/office/store.ts";
import { endSessionsOf } from "#features/sessions/store.ts";
import { makeSite } from "#features/sites/make-site.ts";
import { everySite } from "#features/sites/sites-store.ts";
import { momentInWords } from "#lib/dates.ts";
import { env } from "#lib/env.ts";
import { cleanLine } from "#lib/nfc.ts";
import { Refusal } from "#lib/refusal.ts";
import * as links from "./links-store.ts";
import * as store from "./store.ts";
import { problemsOfPerson } from "./who.ts";

const DAYS: Record<links.Purpose, number> = { first_administrator: 7, invitation: 7, reset: 3 };

/** The address of a link, and when it stops working. */
export type MadeLink = { link: string; until: Date };

/**
 * Makes a link and says its address, which is kept nowhere: what the database has is a fingerprint of it.
 * Older links of the person stop working.
 * @param hours until it may be used
 */
export async function makeLink(
  tx: Tx,
  link: { purpose: "invitation" | "reset"; personId: number; madeBy: number | null; hours: number },
): Promise<MadeLink> {
  await links.voidLinksOf(tx, link.personId, ["invitation", "reset"]);
  return addressOf(tx, link);
}

/** Where the first administrator of an empty install makes their account; null once somebody is there. */
export async function firstAdministratorLink(): Promise<string | null> {
  return transaction(async (tx) => {
    await store.queueForFirst(tx);
    if (!(await store.nobodyIsThere(tx))) return null;
    await links.voidFirstLinks(tx);
    const { link } = await addressOf(tx, { purpose: "first_administrator", personId: null, madeBy: null, hours: 0 });
    return link;
  });
}

export type OpenedLink = Awaited<ReturnType<typeof openLink>>;

/** What a link is for. @throws {Refusal} `not_found` or `not_ready`, with the reason */
export async function openLink(token: string) {
  return transaction(async (tx) => {
    const link = await usable(tx, token);
    const needsSite = link.purpose === "first_administrator" && (await everySite(tx)).length === 0;
    const person = link.person && { name: link.person.name, email: link.person.email };
    return { purpose: link.purpose, person, needsSite };
  });
}

type FirstPerson = { name: string; email: string; siteName: string };

/**
 * Sets a password with a link, which is used up. Sessions and known browsers of the person end with the old password.
 * @param first who the first administrator is; needed for their link alone
 * @throws {Refusal} when the link is of no use any more, or the password is easy to guess
 */
export async function setPasswordWith(token: string, password: string, first?: Partial<FirstPerson>): Promise<void> {
  const { purpose, person } = await openLink(token);
  const maker = purpose === "first_administrator" ? named(first) : null;
  const sites = await transaction(everySite);
  const around = [
    maker?.name ?? person?.name ?? "",
    maker?.email ?? person?.email ?? "",
    ...sites.map((site) => site.name),
  ];
  const passwordHash = await hashForKeeping(password, around);
  await transaction(async (tx) => {
    const link = await usable(tx, token);
    const personId = link.person?.id ?? (await makeFirst(tx, named(first)));
    await setPassword(tx, personId, passwordHash);
    await links.spendLink(tx, link.id);
    await links.voidLinksOf(tx, personId, ["invitation", "reset"]);
    await endSessionsOf(tx, personId, "reset");
    await forgetDevicesOf(tx, personId);
    await record(tx, {
      siteId: null,
      personId,
      byId: personId,
      kind: "password_set",
      payload: { with: link.purpose },
    });
  });
}

async function makeFirst(tx: Tx, { name, email, siteName }: FirstPerson): Promise<number> {
  if (!(await store.nobodyIsThere(tx))) throw dead("Đã có người quản trị. Đăng nhập hoặc liên hệ người đó.");
  const [first] = await everySite(tx);
  const siteId =
    first?.id ?? (await makeSite(tx, { personId: null, because: "first_administrator" }, { name: siteName }));
  const personId = await store.addPerson(tx, email, name);
  await store.addGrant(tx, { personId, siteId, sectionId: null, role: "administrator", givenBy: null, hours: 0 });
  await record(tx, { siteId, personId, byId: null, kind: "first_administrator" });
  return personId;
}

function named(first: Partial<FirstPerson> = {}): FirstPerson {
  const [name, email, siteName] = [
    cleanLine(first.name ?? ""),
    emailForm(first.email ?? ""),
    cleanLine(first.siteName ?? ""),
  ];
  refuseBadWho(name, email);
  return { name, email, siteName };
}

/** @throws {Refusal} `bad_input` with all that is wrong */
export function refuseBadWho(name: string, email: string): void {
  const fields = problemsOfPerson({ name, email });
  const problems = Object.values(fields);
  if (problems.length > 0) throw new Refusal("bad_input", problems.join(" "), { fields });
}

async function usable(tx: Tx, token: string) {
  const hash = fingerprint(token);
  const personId = await links.personOfLink(tx, hash);
  // The person before the link, in the order of those who make links and take them back.
  if (personId) await lockPerson(tx, personId);
  else if (personId === null) await store.queueForFirst(tx);
  const link = await links.lockLink(tx, hash);
  if (!link) throw dead("Đường dẫn này không đúng. Kiểm tra xem đã sao chép đủ chưa.");
  if (link.used) throw dead("Đường dẫn này đã được dùng. Mỗi đường dẫn chỉ dùng được một lần.");
  if (link.expired) throw dead("Đường dẫn này đã hết hạn hoặc đã bị thay bằng đường dẫn khác.");
  if (link.person?.switchedOffAt) throw dead("Tài khoản này đang bị khóa. Liên hệ người quản trị hệ thống.");
  if (link.waits) {
    throw new Refusal(
      "not_ready",
      `Đường dẫn này dùng được từ ${momentInWords(link.usableFrom)}, hoặc ngay khi một người quản trị hay người duyệt khác đồng ý.`,
    );
  }
  return link;
}

function dead(sentence: string): Refusal {
  return new Refusal("not_found", sentence);
}

/** The secret stands behind the #: browsers send that to nobody, so no server on the way writes it down. */
async function addressOf(
  tx: Tx,
  link: Omit<Parameters<typeof links.addLink>[1], "tokenHash" | "days">,
): Promise<MadeLink> {
  const token = newToken();
  const until = await links.addLink(tx, { ...link, tokenHash: fingerprint(token), days: DAYS[link.purpose] });
  return { link: `${env().siteUrl}${oneTimePath}#${token}`, until };
}

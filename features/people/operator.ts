import { transaction } from "#db/transaction.ts";
import { emailForm } from "#features/accounts/sign-in.ts";
import { ROLES } from "#features/roles/roles.ts";
import { sectionsOf } from "#features/sites/sections-store.ts";
import { everySite } from "#features/sites/sites-store.ts";
import { StartError } from "#lib/start-error.ts";
import { table, waiting } from "./cli-text.ts";
import * as commands from "./commands.ts";
import * as read from "./notices-store.ts";
import * as store from "./store.ts";

export type Wanted = { email?: string; name?: string; role?: string; section?: string; site?: string };

/** What the operator at the machine may do; each says what it did, in English. */
export const ORDERS = {
  async list(wanted) {
    const { siteId } = await operator(wanted);
    const { people, roles } = await transaction(async (tx) => ({
      people: await read.peopleOfSite(tx, siteId),
      roles: await read.rolesOfSite(tx, siteId),
    }));
    if (people.length === 0) return "Nobody has an account yet.";
    const rolesOf = (id: number) =>
      roles
        .filter(({ personId }) => personId === id)
        .map(
          ({ role, sectionName, waits }) =>
            `${role}${sectionName ? ` of ${sectionName}` : ""}${waits ? " (waits)" : ""}`,
        );
    const state = ({ switchedOff, hasPassword }: (typeof people)[number]) =>
      switchedOff ? "off" : hasPassword ? "on" : "invited";
    return table(people.map((person) => [person.email, person.name, state(person), rolesOf(person.id).join(", ")]));
  },

  async add(wanted) {
    const by = await operator(wanted);
    const role = ROLES.find((one) => one === wanted.role);
    if (!role) throw new StartError(`Say the role with --role: ${ROLES.join(", ")}.`);
    const sectionId = await sectionOf(by.siteId, wanted.section);
    const email = emailOf(wanted);
    const there = await transaction((tx) => store.personByEmail(tx, email));
    if (there) {
      const { hours } = await commands.giveRole(by, there.id, { role, sectionId });
      return `${there.name} has an account already. ${waiting(hours, `The role of ${role} counts`)}`;
    }
    const name = wanted.name ?? "";
    if (name.trim() === "") throw new StartError('Say the name with --name "Nguyễn Văn A".');
    const { link, hours } = await commands.invite(by, { email, name, role, sectionId });
    return `${waiting(hours, `The role of ${role} counts`)}\nThis link sets the password, once, within 7 days:\n${link}`;
  },

  async reset(wanted) {
    const { by, person } = await known(wanted);
    const { link, hours } = await commands.resetWayIn(by, person.id);
    return `This link sets a new password for ${person.name}, once. ${waiting(hours, "It works")}\n${link}`;
  },

  async off(wanted) {
    const { by, person } = await known(wanted);
    await commands.switchOff(by, person.id);
    return `${person.name} cannot sign in any more, and is out at the next click.`;
  },

  async on(wanted) {
    const { by, person } = await known(wanted);
    const { hours } = await commands.switchOn(by, person.id);
    const roles = hours === 0 ? "" : ` ${waiting(hours, "Roles of editor, approver and administrator count")}`;
    return `${person.name} can sign in again.${roles}`;
  },
} satisfies Record<string, (wanted: Wanted) => Promise<string>>;

async function operator({ site }: Wanted): Promise<commands.Doer> {
  const sites = await transaction(everySite);
  const found = site === undefined ? sites[0] : sites.find(({ key }) => key === site);
  if (found) return { siteId: found.id, personId: null };
  if (sites.length === 0) throw new StartError("There is no site yet: run npm start, which prints how to begin.");
  throw new StartError(`There is no site ${site}: choose one of ${sites.map(({ key }) => key).join(", ")}.`);
}

async function known(wanted: Wanted) {
  const email = emailOf(wanted);
  const by = await operator(wanted);
  const person = await transaction((tx) => store.personByEmail(tx, email));
  if (!person)
    throw new StartError(`Nobody has the address ${email}: npm run person -- list shows who has an account.`);
  return { by, person };
}

function emailOf({ email }: Wanted): string {
  if (!email) throw new StartError("Say whose account, by e-mail address.");
  return emailForm(email);
}

async function sectionOf(siteId: number, path: string | undefined): Promise<number | null> {
  const slug = path?.split("/").filter(Boolean).at(-1);
  if (slug === undefined) return null;
  const tree = await transaction((tx) => sectionsOf(tx, siteId));
  const section = tree.find((one) => one.slug === slug);
  if (!section) throw new StartError(`There is no section ${slug} on this site.`);
  return section.id;
}

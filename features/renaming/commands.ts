import { type Tx, transaction } from "#db/transaction.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { rankAt } from "#features/roles/store.ts";
import { refusalOf } from "#features/sites/name-refusals.ts";
import { type Around, type Name, renamed } from "#features/sites/names.ts";
import { aroundOf } from "#features/sites/places-store.ts";
import { lockSections, setName } from "#features/sites/sections-store.ts";
import { tell } from "#features/sites/tell.ts";
import type { Section } from "#features/sites/tree.ts";
import { permitNaming } from "#features/workflow/policy.ts";
import { momentOf } from "#lib/dates.ts";
import { Refusal } from "#lib/refusal.ts";
import { administers, lastDeeds, writeDropped, writeProposal } from "./store.ts";
import type { NameDeed } from "./types.ts";

type By = { siteId: number; personId: number };
/** @param base the number of what was on the screen as done last about its name, 0 for nothing */
type Which = { sectionId: number; base: number };

/**
 * Proposes what a section shall be called and where it shall stand. Readers get nothing of it before an approver of the section has
 * agreed. Whoever proposes again puts the new words in the place of the old ones.
 *
 * @param said without an address (""), that is made of the name
 * @throws {Refusal} `not_allowed`, `not_found`, `out_of_date`, `bad_input`, `wrong_state` for an address that is not to be had
 */
export async function proposeName(by: By, which: Which, said: Name): Promise<void> {
  await transaction(async (tx) => {
    const { at, who, around, section, last } = await held(tx, by, which);
    const permit = permitNaming(at, who, "propose");
    const after = nameIn(around, section, said);
    const id = await writeProposal(tx, permit, nameOf(section), after);
    await enqueue(tx, "tell_asked", { about: "name", id });
    if (last?.kind === "section_name_proposed") await tellProposer(tx, last, by);
  });
}

/**
 * Agrees to what was proposed: the section is called so, for readers at once, and is found by all addresses that it had.
 *
 * @throws {Refusal} as `proposeName`, `out_of_date` where nothing stands as proposed any more, and `wrong_state` where whoever
 *   proposed keeps the sections no longer
 */
export async function agreeToName(by: By, which: Which): Promise<void> {
  await transaction(async (tx) => {
    const { at, who, around, section, last } = await held(tx, by, which);
    // Whoever may not agree is told so before anything else.
    permitNaming(at, who, "agree");
    const { id: proposalId, before, after, byId } = standing(last);
    const { siteId, sectionId, by: personId } = permitNaming(at, who, "agree", byId);
    if (!(await administers(tx, siteId, byId))) {
      throw new Refusal(
        "wrong_state",
        "Người đề nghị không còn là người quản trị hệ thống: hãy bỏ đề nghị này, rồi nhờ một người quản trị đề nghị lại.",
      );
    }
    // An address may have been taken since, and what is agreed to is what was on the screen.
    const name = nameIn(around, section, after);
    await setName(tx, sectionId, name);
    await tell(tx, siteId, { personId, because: "proposal" }, [
      { what: "section", deed: "section_renamed", id: sectionId, before, after: name, proposalId },
    ]);
    await tellProposer(tx, { id: proposalId, byId }, by);
  });
}

/**
 * Puts aside what was proposed.
 *
 * @throws {Refusal} as `agreeToName`
 */
export async function dropName(by: By, which: Which): Promise<void> {
  await transaction(async (tx) => {
    const { at, who, last } = await held(tx, by, which);
    const permit = permitNaming(at, who, "drop");
    const proposal = standing(last);
    await writeDropped(tx, permit, proposal);
    await tellProposer(tx, proposal, by);
  });
}

/** Has whoever proposed a name told what became of it, unless they did that themselves. */
async function tellProposer(tx: Tx, { id, byId }: Pick<NameDeed, "id" | "byId">, by: By): Promise<void> {
  if (byId !== by.personId) await enqueue(tx, "tell_asked", { about: "name_answer", id });
}

/** A section of the site, which nobody else calls otherwise before the transaction ends, and who asks. */
async function held(tx: Tx, { siteId, personId }: By, { sectionId, base }: Which) {
  await lockSections(tx, siteId);
  const around = await aroundOf(tx, siteId);
  const section = around.tree.find(({ id }) => id === sectionId);
  if (section === undefined) throw new Refusal("not_found", "Trang này không có chuyên mục đó.");
  const who = {
    administers: await administers(tx, siteId, personId),
    rank: await rankAt(tx, personId, { siteId, sectionId }),
  };
  const at = { siteId, sectionId, by: personId };
  // Whoever has no say is told nothing of what others have done.
  permitNaming(at, who, "drop");
  const last = (await lastDeeds(tx, siteId)).find((deed) => deed.sectionId === sectionId) ?? null;
  if (last !== null && last.id !== base) throw new Refusal("out_of_date", meanwhile(last));
  return { at, who, around, section, last };
}

const nameOf = ({ name, slug }: Section): Name => ({ name, slug });

/** @throws {Refusal} `bad_input`, `wrong_state` */
function nameIn(around: Around, section: Section, said: Name): Name {
  const planned = renamed(around, section, said);
  switch (planned.why) {
    case null:
      return { name: planned.name, slug: planned.slug };
    case "same":
      throw new Refusal("bad_input", "Chuyên mục đang có đúng tên và đường dẫn này: hãy ghi tên mới.");
    case "no_slug":
      throw new Refusal(
        "bad_input",
        "Đường dẫn chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài nhất 80 ký tự.",
      );
    default:
      throw refusalOf(planned);
  }
}

function standing(last: NameDeed | null): NameDeed {
  if (last?.kind === "section_name_proposed") return last;
  throw new Refusal("out_of_date", "Chuyên mục này không còn đề nghị nào.");
}

const DID: Readonly<Record<NameDeed["kind"], string>> = {
  section_name_proposed: "vừa đề nghị một tên cho chuyên mục này",
  section_renamed: "vừa đồng ý đổi tên chuyên mục này",
  section_name_dropped: "vừa bỏ đề nghị đổi tên chuyên mục này",
};
const meanwhile = ({ by, kind, at }: NameDeed) =>
  `${by} ${DID[kind]} lúc ${momentOf(at)}. Xem lại chuyên mục, rồi bấm lại nếu vẫn cần.`;

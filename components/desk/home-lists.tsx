import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { batchesPath, documentPath, reviewPath } from "#features/addresses/desk.ts";
import type { Line, Waiting } from "#features/desk/lines.ts";
import { type Called, calledOf } from "./called.ts";
import { DocumentRow } from "./document-row.tsx";
import { ListCard } from "./list-card.tsx";

type Props = {
  waiting: Waiting[];
  /** How many wait in all. */
  waitingTotal: number;
  writing: Line[];
  toCome: Line[];
  outToday: Line[];
  /** Batches of imported articles that wait for somebody. */
  batchesWaiting: number;
};

/** Everything that somebody who writes finds when they come to the desk; what waits for them comes first, else whatever list has something. */
export function HomeLists({ waiting, waitingTotal, writing, toCome, outToday, batchesWaiting }: Props) {
  const t = useTranslations("desk");
  const stands = useTranslations("terms.stand");
  const waitingRows = waiting.map((line) => <WaitingRow key={line.id} line={line} />);
  const batches = batchesWaiting > 0 ? [<BatchRow key="batches" count={batchesWaiting} />] : [];
  const waits = waitingTotal + batches.length;
  const first = (
    <ListCard
      key="waiting"
      id="waiting"
      title={t("home.waiting")}
      count={waits}
      empty={t("home.nothingWaits")}
      rest={
        waitingTotal > waiting.length ? t("home.restWaits", { shown: waiting.length, total: waitingTotal }) : undefined
      }
    >
      {[...waitingRows, ...batches]}
    </ListCard>
  );
  const written = (
    <ListCard
      key="writing"
      id="writing"
      title={t("home.writing")}
      count={writing.length}
      empty={t("home.nothingWritten")}
    >
      {writing.map((line) => (
        <DocumentRow key={line.id} line={line} href={pageOf(line)} />
      ))}
    </ListCard>
  );
  const scheduled = toCome.length > 0 && (
    <ListCard key="to-come" id="to-come" title={t("home.toCome")} count={toCome.length} empty="">
      {toCome.map((line) => (
        <DocumentRow key={line.id} line={line} href={reviewPath(line.id)} said={stands("scheduled")} />
      ))}
    </ListCard>
  );
  const out = (
    <ListCard key="out" id="out" title={t("home.outToday")} count={outToday.length} empty={t("home.nothingOut")}>
      {outToday.map((line) => (
        <DocumentRow key={line.id} line={line} href={readersPageOf(line)} plain />
      ))}
    </ListCard>
  );
  const others = [
    { list: written, isFull: writing.length > 0 },
    { list: scheduled, isFull: toCome.length > 0 },
    { list: out, isFull: outToday.length > 0 },
  ];
  const full = waits > 0 ? [] : others.filter(({ isFull }) => isFull);
  const wide = full.length > 0 ? full.map(({ list }) => list) : [first];
  const beside =
    full.length > 0
      ? [first, ...others.filter(({ isFull }) => !isFull).map(({ list }) => list)]
      : others.map(({ list }) => list);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0 space-y-5">{wide}</div>
      <div className="min-w-0 space-y-5">{beside}</div>
    </div>
  );
}

/** Where one goes on with an article: to its text while it is written, else to the reader's page. */
export function pageOf({ id, state }: Pick<Line, "id" | "state">): string {
  return state === "draft" ? documentPath(id) : reviewPath(id);
}

/** Where the text that readers have, or had last, is looked at: also while another is open. */
function readersPageOf({ id }: Pick<Line, "id">): string {
  return reviewPath(id, { text: "live" });
}

/** Where what waits for somebody is done. */
export function waitingPageOf(line: Waiting): string {
  return line.why === "owed" || line.why === "restoring" ? readersPageOf(line) : pageOf(line);
}

function WaitingRow({ line }: { line: Waiting }) {
  const t = useTranslations("desk.why");
  const red = line.why === "failed" || line.why === "overdue" || line.why === "owed";
  const why = <span className={red ? "text-danger" : undefined}>{t(line.why)}</span>;
  return (
    <DocumentRow
      line={line}
      href={waitingPageOf(line)}
      why={why}
      said={t(line.why)}
      note={noteOf(line, t, calledOf(line.kind))}
    />
  );
}

function noteOf(line: Waiting, t: ReturnType<typeof useTranslations<"desk.why">>, called: Called): ReactNode {
  if (line.trouble && (line.why === "failed" || line.why === "overdue")) return line.trouble;
  return line.ownWords ? t("ownWords", called) : undefined;
}

function BatchRow({ count }: { count: number }) {
  const t = useTranslations("desk");
  return (
    <li className="relative py-3 hover:bg-paper sm:-mx-4 sm:px-4">
      <p className="text-sm font-semibold text-warn">{t("why.batch")}</p>
      <Link href={batchesPath} prefetch={false} className="font-semibold after:absolute after:inset-0 hover:underline">
        {t("home.batches", { count })}
      </Link>
    </li>
  );
}

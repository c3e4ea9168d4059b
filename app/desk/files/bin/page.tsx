import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ListPages } from "#components/desk/list-pages.tsx";
import { BinList } from "#components/library/bin-list.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { binPath, libraryPath } from "#features/addresses/desk.ts";
import { placeOf, saidIn } from "#features/desk/address.ts";
import { outcomeOf } from "#features/edge/outcome.ts";
import { bin } from "#features/library/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("bin.title") };
}

/** What was put away, and comes back until it ends. */
export default async function BinPage({ searchParams }: Props) {
  const search = await searchParams;
  const here = saidIn(search).cursor();
  const staff = await staffOrSignIn(binPath(placeOf(here)));
  const t = await getTranslations("library");
  const found = await outcomeOf(() => bin(staff, search));
  if (!found.ok) return <Note>{found.sentence}</Note>;
  return (
    <>
      <p>
        <Link prefetch={false} href={libraryPath} className={LINK}>
          {t("file.back")}
        </Link>
      </p>
      <h1 className="text-2xl font-bold">{t("bin.title")}</h1>
      <p className="mb-4 text-ink-soft">{t("bin.about")}</p>
      <BinList {...found.value} />
      <ListPages here={here} before={null} after={found.value.next} addressAt={(cursor) => binPath(placeOf(cursor))} />
    </>
  );
}

import { getTranslations } from "next-intl/server";
import { HomeLists } from "#components/desk/home-lists.tsx";
import { ResultNote } from "#components/desk/result-note.tsx";
import { StartButton } from "#components/desk/start-button.tsx";
import { NoticeList } from "#components/people/notice-list.tsx";
import { staffOrSignIn } from "#features/identity/actor.ts";
import { writes } from "#features/identity/roles.ts";
import { batches } from "#features/importing/queries.ts";
import { noticesFor } from "#features/people/queries.ts";
import { deskHome } from "#features/workflow/queries.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskHomePage({ searchParams }: Props) {
  const staff = await staffOrSignIn("/desk");
  const t = await getTranslations("desk");
  const { done } = await searchParams;
  const [home, imported, notices] = await Promise.all([deskHome(staff), batches(staff), noticesFor(staff)]);
  return (
    <>
      <h1 className="sr-only">{t("home.title")}</h1>
      <ResultNote done={done === "hand_over" ? done : undefined} />
      {notices.length > 0 ? (
        <div className="mb-5">
          <NoticeList notices={notices} />
        </div>
      ) : null}
      {writes(staff) ? <StartButton className="mb-4 sm:hidden" wide /> : null}
      <HomeLists
        {...home}
        writes={writes(staff)}
        batchesWaiting={imported.filter(({ waitingForMe }) => waitingForMe > 0).length}
      />
    </>
  );
}

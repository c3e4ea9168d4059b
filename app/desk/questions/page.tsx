import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListCard } from "#components/desk/list-card.tsx";
import { OlderPages } from "#components/desk/older-pages.tsx";
import { PageLink } from "#components/desk/page-link.tsx";
import { QuestionRow } from "#components/desk/questions/question-row.tsx";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { questionsOfDeskPath } from "#features/addresses/desk.ts";
import { questionsFor } from "#features/questions/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.questions"))("title") };
}

const NUMBER = /^[1-9]\d{0,8}$/;

/** What citizens have asked, as far as this person may know of it. */
export default async function QuestionsPage({ searchParams }: Props) {
  const said = await searchParams;
  const which = said.which === "all" ? "all" : "waiting";
  const staff = await staffOrSignIn(questionsOfDeskPath());
  const before = typeof said.before === "string" && NUMBER.test(said.before) ? Number(said.before) : null;
  const [t, { lines, older, waiting }] = await Promise.all([
    getTranslations("desk.questions"),
    questionsFor(staff, which, before),
  ]);
  const path = questionsOfDeskPath(which === "all" ? { which } : {});
  return (
    <>
      <ScreenHead title={t("title")} about={t("about")}>
        {which === "all" ? (
          <PageLink href={questionsOfDeskPath()}>{t("toWaiting")}</PageLink>
        ) : (
          <PageLink href={questionsOfDeskPath({ which: "all" })}>{t("toAll")}</PageLink>
        )}
      </ScreenHead>
      <div className="space-y-4">
        <ListCard
          id="questions"
          title={which === "all" ? t("all") : `${t("waiting")} (${t("count", { count: waiting })})`}
          empty={which === "all" ? t("noneAtAll") : t("none")}
        >
          {lines.map((line) => (
            <QuestionRow key={line.id} line={line} />
          ))}
        </ListCard>
        <OlderPages
          path={path}
          isOlder={before !== null}
          next={older}
          words={{ pages: t("pages"), newest: t("newest"), older: t("older") }}
        />
      </div>
    </>
  );
}

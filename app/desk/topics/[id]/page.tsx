import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ListCard } from "#components/desk/list-card.tsx";
import { NumberedPages } from "#components/desk/numbered-pages.tsx";
import { PageLink } from "#components/desk/page-link.tsx";
import { Panel } from "#components/desk/panel.tsx";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { AddArticle } from "#components/desk/topics/add-article.tsx";
import { ChosenList } from "#components/desk/topics/chosen-list.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { documentPath, topicPath } from "#features/addresses/desk.ts";
import { topicPath as publicPath } from "#features/addresses/lists.ts";
import { deskDocument } from "#features/desk/desk-document.ts";
import type { Card } from "#features/reading/types.ts";
import { rankAnywhere } from "#features/roles/roles.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import type { Choice } from "#features/topics/choice.ts";
import { chosenFor } from "#features/topics/queries.ts";
import { includes } from "#features/workflow/machine.ts";
import { dayOf, momentOf } from "#lib/dates.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const NUMBER = /^[1-9]\d{0,8}$/;

const chosenOf = cache(async (id: string, said: string) => {
  const staff = await staffOrSignIn(topicPath(Number(id) || 1));
  const page = NUMBER.test(said) ? Number(said) : 1;
  const chosen = NUMBER.test(id) ? await chosenFor(staff, Number(id), page) : null;
  return { chosen: chosen ?? notFound() };
});

async function asked({ params, searchParams }: Props) {
  const [{ id }, { page }] = await Promise.all([params, searchParams]);
  return chosenOf(id, typeof page === "string" ? page : "1");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { chosen } = await asked(props);
  return { title: chosen.topic.title || (await getTranslations("desk"))("noHeadline") };
}

/** Where is chosen which articles stand in a topic. */
export default async function TopicPage(props: Props) {
  const staff = await staffOrSignIn(topicPath(Number((await props.params).id) || 1));
  const { chosen } = await asked(props);
  const { topic, shown, absent, record } = chosen;
  const [t, stands, desk] = await Promise.all([
    getTranslations("desk.topics"),
    getTranslations("terms.stand"),
    getTranslations("desk"),
  ]);
  const chooses = includes(rankAnywhere(staff), "editor");
  const maySee = (await deskDocument(staff, topic.id)) !== null;
  const rowOf = (choice: Choice) => (card: Card) => ({
    ...{ id: card.number, title: card.headline, choice },
    about: t("aboutArticle", { number: card.number, section: card.section.name, day: dayOf(card.shownAt) }),
  });
  const pinned = shown.pinned.map(rowOf("pinned"));
  const others = shown.cards.map(rowOf("added"));
  return (
    <>
      <ScreenHead title={topic.title || desk("noHeadline")} about={t("chooseAbout")}>
        <Actions
          main={maySee ? <PageLink href={documentPath(topic.id)}>{t("words")}</PageLink> : null}
          others={
            topic.visibility === "live" && topic.slug !== null ? (
              <PageLink href={publicPath(topic.slug)}>{desk("seePublic")}</PageLink>
            ) : null
          }
        />
      </ScreenHead>
      {topic.visibility === "live" ? null : <p className="mb-4 font-semibold text-warn">{t("notLive")}</p>}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-4 lg:order-none">
          {pinned.length === 0 ? null : (
            <ListCard id="pinned" title={t("pinned")} count={pinned.length} empty="">
              {[<ChosenList key="list" topicId={topic.id} articles={pinned} chooses={chooses} />]}
            </ListCard>
          )}
          <ListCard id="chosen" title={t("chosen")} count={shown.listed - shown.pinned.length} empty={t("nothing")}>
            {others.length === 0
              ? []
              : [<ChosenList key="list" topicId={topic.id} articles={others} chooses={chooses} />]}
          </ListCard>
          <NumberedPages
            page={shown.page}
            pages={shown.pages}
            pathOf={(page) => topicPath(topic.id, page)}
            words={{ pages: t("pages"), newer: t("newer"), older: t("older") }}
          />
          {absent.length === 0 ? null : (
            <ListCard id="absent" title={t("absent")} empty="" rest={t("absentAbout")}>
              {[
                <ChosenList
                  key="list"
                  topicId={topic.id}
                  chooses={chooses}
                  articles={absent.map(({ id, title, visibility, choice }) => ({
                    ...{ id, title, choice },
                    about: t("absentArticle", { number: id, stand: stands(visibility) }),
                  }))}
                />,
              ]}
            </ListCard>
          )}
        </div>
        <div className="space-y-4 max-lg:order-first">
          {chooses ? (
            <section aria-labelledby="add" className="rounded-lg border border-line bg-field px-4 py-3">
              <h2 id="add" className="mb-2 text-lg font-bold">
                {t("addTitle")}
              </h2>
              <AddArticle topicId={topic.id} />
            </section>
          ) : null}
          <Panel title={t("record")} count={record.length}>
            <ul className="space-y-2 text-sm">
              {record.map(({ id, choice, articleId, title, by, at }) => (
                <li key={id}>
                  {t(`did.${choice}`, { by, title, id: articleId })}{" "}
                  <span className="whitespace-nowrap text-ink-soft">{momentOf(at)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}

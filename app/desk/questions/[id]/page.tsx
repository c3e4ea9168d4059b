import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageLink } from "#components/desk/page-link.tsx";
import { Panel } from "#components/desk/panel.tsx";
import { Asker } from "#components/desk/questions/asker.tsx";
import { CloseQuestion } from "#components/desk/questions/close-question.tsx";
import { DaysLeft } from "#components/desk/questions/days-left.tsx";
import { GiveQuestion } from "#components/desk/questions/give-question.tsx";
import { AnswerQuestion, ReopenQuestion } from "#components/desk/questions/question-press.tsx";
import { QuestionRecord } from "#components/desk/questions/question-record.tsx";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { documentPath, questionPath } from "#features/addresses/desk.ts";
import { KEPT_DAYS } from "#features/questions/kept.ts";
import { questionFor } from "#features/questions/queries.ts";
import { mayBegin, mayClose } from "#features/questions/standing.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";
import { momentOf } from "#lib/dates.ts";

type Props = { params: Promise<{ id: string }> };

const NUMBER = /^[1-9]\d{0,8}$/;

const asked = cache(async (id: string) => {
  const staff = await staffOrSignIn(questionPath(Number(id) || 1));
  const question = NUMBER.test(id) ? await questionFor(staff, Number(id)) : null;
  return { staff, question: question ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await asked((await params).id)).question.subject };
}

/** One question: what was asked, its answer, and what may be done with it. */
export default async function QuestionPage({ params }: Props) {
  const staff = await staffOrSignIn(questionPath(Number((await params).id) || 1));
  const { question } = await asked((await params).id);
  const { id, subject, words, standing, documentId, title, isClosed, decides, writers, record } = question;
  const t = await getTranslations("desk.questions");
  const has = writers.find((one) => one.id === question.givenToId);
  const begins = mayBegin(standing) && !isClosed;
  return (
    <>
      <ScreenHead title={subject} about={t("kept", { days: KEPT_DAYS })} />
      <p className="mb-4 flex flex-wrap gap-x-3">
        <strong>{t(`standings.${standing}`)}</strong>
        <DaysLeft line={question} />
        <span className="text-ink-soft">{t("sent", { moment: momentOf(question.sentAt) })}</span>
        <span className="text-ink-soft">
          {question.givenTo === null ? t("nobody") : t("given", { name: question.givenTo })}
        </span>
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-4">
          <section aria-labelledby="asked" className="rounded-lg border border-line bg-field px-4 py-3">
            <h2 id="asked" className="mb-2 text-lg font-bold">
              {t("asked")}
            </h2>
            <p className="break-words whitespace-pre-line">{words}</p>
          </section>
          {documentId === null && !begins ? null : (
            <section aria-labelledby="answer" className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
              <h2 id="answer" className="text-lg font-bold">
                {t("answerTitle")}
              </h2>
              {begins ? <p className="text-sm text-ink-soft">{t("answerAbout")}</p> : null}
              <Actions
                main={begins ? <AnswerQuestion questionId={id} /> : null}
                others={
                  documentId === null ? null : (
                    <PageLink href={documentPath(documentId)}>{t("toAnswer", { title: title || subject })}</PageLink>
                  )
                }
              />
            </section>
          )}
          <section aria-labelledby="asker" className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
            <h2 id="asker" className="text-lg font-bold">
              {t("asker")}
            </h2>
            <Asker questionId={id} />
          </section>
        </div>
        <div className="space-y-4">
          {decides && isClosed ? (
            <section className="space-y-3 rounded-lg border border-line bg-field px-4 py-3">
              <p>{t("closed")}</p>
              <Actions main={<ReopenQuestion questionId={id} />} />
            </section>
          ) : null}
          {decides && !isClosed ? (
            <>
              <Panel title={t("handling")} open>
                <GiveQuestion questionId={id} writers={writers} chosen={has?.id ?? staff.personId} />
              </Panel>
              {mayClose(standing) ? (
                <Panel title={t("closeTitle")}>
                  <CloseQuestion questionId={id} />
                </Panel>
              ) : null}
            </>
          ) : null}
          <Panel title={t("record")} count={record.length} open={record.length > 0}>
            <QuestionRecord record={record} />
          </Panel>
        </div>
      </div>
    </>
  );
}

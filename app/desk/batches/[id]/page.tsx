import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BatchArticle } from "#components/desk/batches/batch-article.tsx";
import { BatchFacts } from "#components/desk/batches/batch-list.tsx";
import { ConfirmBatchForm } from "#components/desk/batches/confirm-batch-form.tsx";
import { Note } from "#components/ui/note.tsx";
import { batchesPath, batchPath } from "#features/addresses/desk.ts";
import { batch } from "#features/importing/queries.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("import"))("batch", { id: (await params).id }) };
}

export default async function OneBatchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const staff = await staffOrSignIn(batchPath(id));
  const page = isNumber(id) ? await batch(staff, Number(id)) : null;
  if (!page) notFound();
  const { confirmed, returned } = await searchParams;
  const t = await getTranslations("import");
  const { articles } = page;
  const mine = articles.filter(({ mayConfirm }) => mayConfirm).length;
  return (
    <>
      <p>
        <Link prefetch={false} href={batchesPath} className="text-accent underline underline-offset-4">
          {t("back")}
        </Link>
      </p>
      <h1 className="text-2xl font-bold">{t("batch", { id })}</h1>
      {isNumber(confirmed) ? <Note look="done">{t("confirmed", { count: Number(confirmed) })}</Note> : null}
      {isNumber(returned) ? <Note look="done">{t("returned", { number: returned })}</Note> : null}
      <BatchFacts batch={page} />
      {articles.length === 0 ? <p>{t("noneWaits")}</p> : null}
      {articles.length > 0 && mine === 0 && !articles.some(({ changed }) => changed) ? (
        <Note>{t(page.isMine ? "mine" : "notForMe")}</Note>
      ) : null}
      {articles.length > 0 ? (
        <section aria-labelledby="waiting" className="space-y-2">
          <h2 id="waiting" className="text-lg font-bold">
            {t("toConfirm")}
          </h2>
          {articles.length < page.waiting ? (
            <p>{t("shown", { shown: articles.length, waiting: page.waiting })}</p>
          ) : null}
          <ul className="divide-y divide-line border-y border-line">
            {articles.map((article) => (
              <BatchArticle
                key={article.number}
                batchId={page.id}
                article={article}
                isMixed={mine > 0 || articles.some(({ changed }) => changed)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {mine > 0 ? <ConfirmBatchForm batchId={page.id} digest={page.digest} count={mine} signer={staff.name} /> : null}
    </>
  );
}

function isNumber(said: string | string[] | undefined): said is string {
  return typeof said === "string" && /^[1-9]\d{0,8}$/.test(said);
}

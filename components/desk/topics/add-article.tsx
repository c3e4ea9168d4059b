"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLiveArticles } from "#components/editor/fields/use-live-articles.ts";
import { Actions } from "#components/ui/actions.tsx";
import { ComboField } from "#components/ui/combo-field.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { chooseForTopic } from "#features/topics/actions.ts";

/** Puts an article into a topic, by its number or its words. */
export function AddArticle({ topicId }: { topicId: number }) {
  const t = useTranslations("desk.topics");
  const [typed, setTyped] = useState("");
  const { outcome, send } = useSent(chooseForTopic, () => setTyped(""));
  const choices = useLiveArticles(typed).map(({ id, title, section }) => ({
    key: String(id),
    label: t("line", { title, id }),
    about: section,
  }));
  return (
    <Form action={send} outcome={outcome} about="article">
      {(problems) => (
        <>
          <HiddenFields of={{ topic: topicId, choice: "added" }} />
          <ComboField
            id="topic-article"
            name="article"
            label={t("article")}
            hint={t("articleHint")}
            offers={t("articleOffers")}
            problem={problems.article}
            value={typed}
            choices={choices}
            onType={setTyped}
            onChoose={({ label }) => setTyped(label)}
          />
          <Actions main={<SubmitButton>{t("add")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}

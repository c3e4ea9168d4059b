"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { ComboField } from "#components/ui/combo-field.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { matching } from "#components/ui/matching.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { chooseForTopic } from "#features/topics/actions.ts";

/** Of a list of what fits. */
const MOST_SHOWN = 8;

type Props = { articleId: number; topics: readonly { id: number; title: string }[] };

/** Puts an article into one of the topics in which it does not stand. */
export function AddToTopic({ articleId, topics }: Props) {
  const t = useTranslations("desk.topics");
  const [typed, setTyped] = useState("");
  const { outcome, send } = useSent(chooseForTopic, () => setTyped(""));
  const lines = topics.map(({ id, title }) => {
    const line = t("line", { title, id });
    return { key: String(id), label: line, name: line };
  });
  return (
    <Form action={send} outcome={outcome} about="topic">
      {(problems) => (
        <>
          <HiddenFields of={{ article: articleId, choice: "added" }} />
          <ComboField
            id="article-topic"
            name="topic"
            label={t("topic")}
            offers={t("topicOffers")}
            problem={problems.topic}
            value={typed}
            choices={matching(lines, typed).slice(0, MOST_SHOWN)}
            onType={setTyped}
            onChoose={({ label }) => setTyped(label)}
          />
          <Actions main={<SubmitButton look="plain">{t("addTo")}</SubmitButton>} />
        </>
      )}
    </Form>
  );
}

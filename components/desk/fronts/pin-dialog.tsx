"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { HourField } from "#components/desk/moves/hour-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { ComboField } from "#components/ui/combo-field.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { findFrontArticles, pinArticle } from "#features/arranging/actions.ts";
import type { Findable } from "#features/arranging/types.ts";
import { momentOf } from "#lib/dates.ts";
import { useChoice } from "../use-choice.ts";
import { type FrontScreen, fieldsOfScreen } from "./place.ts";

type Props = {
  screen: FrontScreen;
  spot: { band: string; slot: number };
  /** What stands there, which may stay for good. */
  article: { number: number; headline: string } | null;
  /** How the slot is called. */
  name: string;
  /** As it is typed; "" for no end. */
  until: string;
};

/** Which article stands in a slot, and until when. */
export function PinDialog({ screen, spot, article, name, until }: Props) {
  const t = useTranslations("desk.fronts");
  const press = useTranslations("desk.press");
  const id = useId();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState(article?.headline ?? "");
  const [chosen, setChosen] = useState<number | null>(article?.number ?? null);
  const { found, failed } = useFound(words, open && chosen === null);
  const { outcome, send } = useChoice(pinArticle, () => setOpen(false));
  return (
    <Dialog
      title={t("pinTitle", { slot: name })}
      about={t("pinAbout")}
      open={open}
      onOpenChange={(opens) => {
        setOpen(opens);
        setWords(article?.headline ?? "");
        setChosen(article?.number ?? null);
      }}
      trigger={<Button aria-label={t("pinOf", { slot: name })}>{t(article === null ? "choose" : "change")}</Button>}
    >
      <Form action={send} outcome={outcome} check={() => (chosen === null ? { article: t("noArticle") } : {})}>
        {(problems) => (
          <>
            <HiddenFields of={{ ...fieldsOfScreen(screen), ...spot, article: chosen }} />
            <ComboField
              id={`${id}-article`}
              name="words"
              label={t("article")}
              hint={t("articleHint")}
              problem={problems.article ?? failed}
              offers={t("found")}
              value={words}
              choices={found.map(({ number, headline, about, at }) => ({
                key: String(number),
                label: headline,
                about: [about, momentOf(new Date(at))].filter(Boolean).join(" · "),
              }))}
              onType={(typed) => {
                setWords(typed);
                setChosen(null);
              }}
              onChoose={({ key, label }) => {
                setWords(label);
                setChosen(Number(key));
              }}
            />
            <HourField id={`${id}-until`} name="until" label={t("until")} begin={until} problem={problems.until} />
            <DialogActions
              close={press("cancel")}
              main={
                <SubmitButton waiting={press("waiting")}>{t(screen.from === null ? "pin" : "pinThen")}</SubmitButton>
              }
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}

type Found = { found: Findable[] /** Why nothing could be looked for, in a sentence. */; failed: string | undefined };
const NOTHING: Found = { found: [], failed: undefined };

/** What fits the words so far; asked once the fingers rest. */
function useFound(words: string, asks: boolean): Found {
  const t = useTranslations("desk.fronts");
  const [answered, setAnswered] = useState(NOTHING);
  const last = useRef(0);
  useEffect(() => {
    last.current += 1;
    const mine = last.current;
    if (!asks || words.trim() === "") return setAnswered(NOTHING);
    const timer = setTimeout(async () => {
      // What never comes back is said here: the way to the server may be cut.
      const answer = await findFrontArticles({ words }).catch(() => null);
      if (mine !== last.current) return;
      if (answer?.ok) setAnswered({ found: answer.value, failed: undefined });
      else setAnswered({ found: [], failed: answer?.sentence ?? t("findFailed") });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [words, asks, t]);
  return answered;
}

const REST_MS = 200;

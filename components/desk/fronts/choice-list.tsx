"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { cancelFrontChoice, chooseFrontAgain, undoFrontChoice } from "#features/arranging/actions.ts";
import type { ChoiceLine } from "#features/arranging/types.ts";
import { momentOf } from "#lib/dates.ts";
import type { Outcome } from "#lib/outcome.ts";
import { useChoice } from "../use-choice.ts";
import type { FrontScreen } from "./place.ts";

/** What is pressed here holds at once, whatever hour is looked at. */
type Screen = Omit<FrontScreen, "from">;
type Props = { screen: Screen; choices: readonly ChoiceLine[]; mayChoose: boolean };

/** Who changed what in a front, the last first, and the way back. */
export function ChoiceList({ screen, choices, mayChoose }: Props) {
  const t = useTranslations("desk.fronts");
  if (choices.length === 0) return <p className="text-ink-soft">{t("noChoices")}</p>;
  return (
    <ol className="divide-y divide-line">
      {choices.map((choice) => (
        <li key={choice.number} className="space-y-1 py-3">
          <p>
            <span className="font-semibold">{t("choiceBy", { by: choice.by, at: momentOf(choice.at) })}</span>
            <span className="text-ink-soft text-sm">
              {` · ${t(`state.${choice.state}`, { at: momentOf(choice.takesEffectAt), cancels: choice.cancels ?? 0 })}`}
            </span>
          </p>
          {choice.added.map((headline) => (
            <p key={`+ ${headline}`} className="text-sm">
              {t("added", { headline })}
            </p>
          ))}
          {choice.removed.map((headline) => (
            <p key={`- ${headline}`} className="text-ink-soft text-sm">
              {t("removed", { headline })}
            </p>
          ))}
          {mayChoose ? <Ways screen={screen} choice={choice} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Ways({ screen, choice: { number, state } }: { screen: Screen; choice: ChoiceLine }) {
  const t = useTranslations("desk.fronts");
  if (state === "in_force") return <Way action={undoFrontChoice} said={screen} words={t("undo")} />;
  if (state === "to_come") return <Way action={cancelFrontChoice} said={{ ...screen, number }} words={t("cancel")} />;
  return state === "past" ? <Way action={chooseFrontAgain} said={{ ...screen, number }} words={t("again")} /> : null;
}

type Action<T> = (previous: Outcome<T> | null, form: FormData) => Promise<Outcome<T>>;

function Way<T>({ action, said, words }: { action: Action<T>; said: Record<string, number | null>; words: string }) {
  const press = useTranslations("desk.press");
  const { outcome, send } = useChoice(action);
  return (
    <Form action={send} outcome={outcome} className="space-y-2">
      {() => (
        <>
          <HiddenFields of={said} />
          <Actions
            inList
            main={
              <SubmitButton look="plain" waiting={press("waiting")}>
                {words}
              </SubmitButton>
            }
          />
        </>
      )}
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { calledOf } from "#components/desk/called.ts";
import { FROM_THE_RIGHT } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useOutcome } from "#components/ui/use-outcome.ts";
import { press as carryOut } from "#features/moves/actions.ts";
import { isSigned, type Press } from "#features/moves/presses.ts";
import {
  askedWords,
  type Circumstances,
  isAsked,
  isDangerous,
  lookOf,
  onPhone,
  saysNo,
  split,
  takesAway,
} from "./looks.ts";
import { PressFields, type PressOptions } from "./press-fields.tsx";
import { PressForm, type Target, textOf } from "./press-form.tsx";
import { SignedHash } from "./signed-hash.tsx";

/** Why a press is not carried out yet. `at`: what has to be answered first, where it is one thing. */
export type Stop = { sentence: string; at: HTMLElement | null };

type Props = Circumstances & {
  target: Target;
  presses: readonly Press[];
  options: PressOptions;
  /** Saves what is typed before the text is taken along; what stops it, if anything does. */
  stopped?: () => Promise<Stop | null>;
  /** The text as it was saved last: a refusal is about the text it met, and goes when that is another. */
  text?: unknown;
  /** It was given to this person, or their words are in it. */
  isMine: boolean;
  /** What has to be known at the moment of pressing, such as why something went out in an emergency. */
  note?: ReactNode;
  /** Another thing to do that is no move, such as going to the text. */
  beside?: ReactNode;
};

/** The moves of an article as buttons, within reach of a thumb. Exactly those that the policy gave. */
export function MoveBar(props: Props) {
  const { target, presses, options, stopped, text, isMine, note, restoresLater, putsOff, beside } = props;
  const t = useTranslations("desk");
  const called = calledOf(target.kind);
  const [asked, setAsked] = useState<Press | "more" | null>(null);
  const pressed = useRef<HTMLElement>(null);
  // Whoever leaves a dialog goes on with what stopped the press.
  const stay = ({ sentence, at }: Stop): MoveOutcome => {
    pressed.current = at ?? pressed.current;
    return { ok: false, code: "out_of_date", sentence };
  };
  const [outcome, send] = useOutcome(stopped === undefined ? carryOut : unlessStopped(stopped, stay));
  const { bar, more } = split(presses, isMine, target.kind === "banner");
  const phone = onPhone(bar);
  // On a phone everything has its row only while it is one row.
  const besideMore = beside !== undefined && beside !== null && phone.length > 1;
  const rest = [...bar.filter((press) => !phone.includes(press)), ...more];
  const [told, setTold] = useState({ outcome, text, over: false });
  if (told.outcome !== outcome) setTold({ outcome, text, over: false });
  const refused = outcome?.ok === false && told.text === text && !told.over ? outcome : null;

  const ask = (press: Press | "more", button: HTMLButtonElement) => {
    if (asked === null) pressed.current = button;
    // Whoever goes on to something else is not told once more what was wrong before.
    setTold({ ...told, over: true });
    setAsked(press);
  };

  const button = (press: Press, look: ReturnType<typeof lookOf>, shape = "w-full") =>
    isAsked(press) ? (
      <Button key={press} look={look} className={shape} onClick={(event) => ask(press, event.currentTarget)}>
        {t(`presses.${press}`, called)}
      </Button>
    ) : (
      <PressForm key={press} press={press} target={target} send={send} outcome={null}>
        <SubmitButton look={look} waiting={t("press.waiting")} className={shape}>
          {t(`presses.${press}`, called)}
        </SubmitButton>
      </PressForm>
    );

  const onBar = (press: Press) => (
    <div key={press} className={phone.includes(press) ? "max-sm:grow" : "max-sm:hidden"}>
      {button(press, lookOf(press, bar.indexOf(press)), ON_BAR)}
    </div>
  );

  const behind = (press: Press) => (
    <div key={press} className={bar.includes(press) ? "sm:hidden" : undefined}>
      {button(press, isDangerous(press) ? "danger" : "plain")}
    </div>
  );

  if (presses.length === 0 && !beside) return null;
  return (
    <div className="move-bar fixed inset-x-0 bottom-0 z-20 border-t border-line bg-field pb-[env(safe-area-inset-bottom)] shadow-[0_-2px_8px_rgb(0_0_0/0.08)] print:hidden">
      <div className="mx-auto max-w-7xl space-y-2 px-3 py-2 sm:px-4">
        {refused !== null && asked === null ? <Note look="problem">{refused.sentence}</Note> : null}
        {asked === null || asked === "more" ? note : null}
        {/* What is asked once more shows it there. */}
        <div className={bar.filter(isSigned).every(isAsked) ? "max-sm:hidden" : undefined}>
          <SignedHash presses={bar} target={target} />
        </div>
        <div className={`${FROM_THE_RIGHT} items-stretch max-sm:flex-nowrap max-sm:gap-1.5`}>
          {bar.filter((press) => !saysNo(press)).map(onBar)}
          <div className={besideMore ? "max-sm:hidden" : "contents"}>{beside}</div>
          {bar.filter(saysNo).map(onBar)}
          {rest.length > 0 || besideMore ? (
            <Button
              className={`max-sm:grow max-lg:px-2 max-lg:text-sm sm:mr-auto ${more.length > 0 ? "" : "sm:hidden"}`}
              onClick={(event) => ask("more", event.currentTarget)}
            >
              {t("press.more")}
            </Button>
          ) : null}
        </div>
      </div>
      <Dialog
        title={t("press.moreTitle", called)}
        open={asked === "more"}
        onOpenChange={(open) => setAsked(open ? "more" : null)}
        returnTo={pressed}
      >
        {refused === null ? null : <Note look="problem">{refused.sentence}</Note>}
        <div className="grid gap-2">
          {rest.filter((press) => !takesAway(press)).map(behind)}
          {besideMore ? <div className="grid sm:hidden">{beside}</div> : null}
        </div>
        {rest.some(takesAway) ? (
          <fieldset className="grid gap-2 border-t border-line pt-3">
            <legend className="pe-2 text-sm font-semibold text-ink-soft">{t("press.takesAway")}</legend>
            {rest.filter(takesAway).map(behind)}
          </fieldset>
        ) : null}
        <DialogActions close={t("press.close")} />
      </Dialog>
      {asked !== null && asked !== "more" ? (
        <Dialog
          open
          onOpenChange={(open) => setAsked(open ? asked : null)}
          returnTo={pressed}
          title={t(`presses.${asked}`, called)}
          about={askedWords(asked, { restoresLater, putsOff, isUpdated: target.open !== null })
            .map((key) => t(`asks.${key}`, called))
            .join(" ")}
        >
          {/* It goes where the person looks: behind a dialog nobody is told anything. */}
          {note}
          {isSigned(asked) ? (
            <div>
              <p className="line-clamp-3 font-semibold break-words">{textOf(asked, target)?.title}</p>
              <SignedHash presses={[asked]} target={target} />
            </div>
          ) : null}
          <PressForm
            press={asked}
            target={target}
            send={send}
            outcome={refused}
            fields={(problems) => <PressFields press={asked} called={called} options={options} problems={problems} />}
          >
            <DialogActions
              close={t("press.cancel")}
              main={
                <SubmitButton look={isDangerous(asked) ? "danger" : "main"} waiting={t("press.waiting")}>
                  {t(`presses.${asked}`, called)}
                </SubmitButton>
              }
            />
          </PressForm>
        </Dialog>
      ) : null}
    </div>
  );
}

/** Three buttons stand side by side on a phone of 360 pixels, and five on a page that is enlarged to twice its size. */
const ON_BAR = "w-full max-lg:px-2 max-lg:text-sm";

type MoveOutcome = Awaited<ReturnType<typeof carryOut>>;

/** What is typed goes to the server before the move that takes the text along. */
function unlessStopped(stopped: () => Promise<Stop | null>, stay: (stop: Stop) => MoveOutcome) {
  return async (previous: MoveOutcome | null, form: FormData): Promise<MoveOutcome> => {
    const stop = await stopped();
    return stop === null ? carryOut(previous, form) : stay(stop);
  };
}

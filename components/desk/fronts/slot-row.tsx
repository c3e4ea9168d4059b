"use client";

import { useTranslations } from "next-intl";
import { Form } from "#components/ui/form.tsx";
import { HiddenFields } from "#components/ui/hidden-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { moveArticle, unpinArticle } from "#features/arranging/actions.ts";
import type { Slot } from "#features/arranging/types.ts";
import { momentOf, toTyped } from "#lib/dates.ts";
import { useChoice } from "../use-choice.ts";
import { PinDialog } from "./pin-dialog.tsx";
import { type FrontScreen, fieldsOfScreen } from "./place.ts";

export type Spot = { band: string; slot: number };

type Props = {
  screen: FrontScreen;
  band: string;
  slot: Slot;
  /** How the slot is called. */
  name: string;
  /** The slots above and below it, of whatever band. */
  above: Spot | null;
  below: Spot | null;
  /** False for whoever may only look. */
  mayChoose: boolean;
};

/** A slot: which article stands there and why, and what can be done about it. */
export function SlotRow({
  screen,
  band,
  slot: { slot, article, isPinned, until, isWaiting },
  name,
  above,
  below,
  mayChoose,
}: Props) {
  const t = useTranslations("desk.fronts");
  const ends = until === null ? null : new Date(until);
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <div className="min-w-0 grow basis-56">
        <p className="text-sm text-ink-soft">
          <span aria-hidden="true">{t("place", { place: slot + 1 })}</span>
          <span className="sr-only">{name}</span>
        </p>
        <p className="font-semibold">{article === null ? t("nothing") : article.headline}</p>
        {isPinned ? (
          <p className="text-sm text-ok">
            {ends === null ? t("pinned") : t("pinnedUntil", { moment: momentOf(ends) })}
            {isWaiting ? <span className="block text-warn">{t("notThere")}</span> : null}
          </p>
        ) : article === null ? null : (
          <p className="text-sm text-ink-soft">{t("byRule")}</p>
        )}
      </div>
      {mayChoose ? (
        <div className="flex flex-wrap gap-2">
          {article === null ? null : (
            <>
              <Move screen={screen} from={{ band, slot }} article={article.number} to={above} way="up" name={name} />
              <Move screen={screen} from={{ band, slot }} article={article.number} to={below} way="down" name={name} />
            </>
          )}
          <PinDialog
            screen={screen}
            spot={{ band, slot }}
            article={article}
            name={name}
            until={ends === null ? "" : toTyped(ends)}
          />
          {isPinned ? <Unpin screen={screen} spot={{ band, slot }} name={name} /> : null}
        </div>
      ) : null}
    </div>
  );
}

const SIGNS = { up: "↑", down: "↓" } as const;

type MoveProps = {
  screen: FrontScreen;
  from: Spot;
  article: number;
  to: Spot | null;
  way: "up" | "down";
  name: string;
};

/** Puts what stands in a slot into the next one; what somebody has put there comes back in its place. */
function Move({ screen, from, article, to, way, name }: MoveProps) {
  const t = useTranslations("desk.fronts");
  const { outcome, send } = useChoice(moveArticle);
  if (to === null) return null;
  return (
    <Form action={send} outcome={outcome} className="contents">
      {() => (
        <>
          <HiddenFields of={{ ...fieldsOfScreen(screen), ...from, article, toBand: to.band, toSlot: to.slot }} />
          <SubmitButton
            look="plain"
            className="min-w-11 px-2"
            aria-label={t(`${way}Of`, { slot: name })}
            title={t(way)}
          >
            <span aria-hidden="true">{SIGNS[way]}</span>
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

function Unpin({ screen, spot, name }: { screen: FrontScreen; spot: Spot; name: string }) {
  const t = useTranslations("desk.fronts");
  const { outcome, send } = useChoice(unpinArticle);
  return (
    <Form action={send} outcome={outcome} className="contents">
      {() => (
        <>
          <HiddenFields of={{ ...fieldsOfScreen(screen), ...spot }} />
          <SubmitButton look="plain" aria-label={t("unpinOf", { slot: name })}>
            {t("unpin")}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

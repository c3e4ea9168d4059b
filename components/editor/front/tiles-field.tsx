import { useTranslations } from "next-intl";
import { useId } from "react";
import { type Band, FRONT_LIMITS } from "#features/kinds/front.ts";
import { safeHref } from "#features/text/address.ts";
import { FieldFrame, INPUT } from "../fields/field-frame.tsx";
import { LineField } from "../fields/line-field.tsx";
import { trueHostHint } from "../fields/true-host.ts";
import { SmallButton } from "../small-button.tsx";

type Tile = Band["tiles"][number];
type Props = { tiles: readonly Tile[]; readOnly: boolean; onChange: (part: Pick<Band, "tiles">) => void };

/** The tiles of a band: words, and where they lead. */
export function TilesField({ tiles, readOnly, onChange }: Props) {
  const t = useTranslations("editor.front");
  const editor = useTranslations("editor");
  const name = useId();
  const put = (at: number, part: Partial<Tile>) =>
    onChange({ tiles: tiles.map((tile, place) => (place === at ? { ...tile, ...part } : tile)) });
  return (
    <div className="space-y-3">
      <ol className="space-y-3">
        {tiles.map(({ words, address }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tile is known by its place alone
          <li key={`${name} ${at}`} className="grid gap-2 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
            <LineField
              {...{ readOnly }}
              label={t("tileWords", { place: at + 1 })}
              value={words}
              most={FRONT_LIMITS.words}
              onType={(typed) => put(at, { words: typed })}
            />
            <FieldFrame
              label={t("tileAddress", { place: at + 1 })}
              hint={trueHostHint(address, editor)}
              problem={address !== "" && safeHref(address) === null ? t("addressBad") : null}
            >
              {(ids) => (
                <input
                  {...ids}
                  className={INPUT}
                  inputMode="url"
                  placeholder={readOnly ? undefined : t("addressHint")}
                  maxLength={FRONT_LIMITS.link}
                  value={address}
                  readOnly={readOnly}
                  onChange={(event) => put(at, { address: event.target.value })}
                />
              )}
            </FieldFrame>
            {readOnly ? null : (
              <SmallButton
                aria-label={t("tileRemove", { place: at + 1 })}
                onClick={() => onChange({ tiles: tiles.filter((_, place) => place !== at) })}
              >
                <span aria-hidden="true">✕</span>
              </SmallButton>
            )}
          </li>
        ))}
      </ol>
      {readOnly || tiles.length >= FRONT_LIMITS.tiles ? null : (
        <SmallButton onClick={() => onChange({ tiles: [...tiles, { words: "", address: "" }] })}>
          {t("tileAdd")}
        </SmallButton>
      )}
    </div>
  );
}

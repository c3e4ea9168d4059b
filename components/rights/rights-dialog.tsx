"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { smallOf } from "#components/editor/body/figure-picture.tsx";
import type { FileView } from "#components/editor/files/file-view.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useSent } from "#components/ui/use-sent.ts";
import { type FileRights, rightsLines, type SaidBefore } from "#features/files/rights.ts";
import { lastSaidRights, sayRightsOfSet } from "#features/library/actions.ts";
import { MOST_CHOSEN } from "#features/library/types.ts";
import { RightsFields } from "./rights-fields.tsx";

type Props = {
  files: readonly FileView[];
  /** Of which something else is said now. */
  onSaid: (hashes: string[]) => void;
  onClose: () => void;
};

/**
 * Asks once, of all pictures that came together, by what right they are shown and who is on them. What somebody said last of the
 * right is there already; who is on the pictures is asked each time.
 */
export function RightsDialog({ files, onSaid, onClose }: Props): ReactNode {
  const t = useTranslations("rights.set");
  // Those that were there when it was opened: one that comes meanwhile is asked about next.
  const [asked] = useState(files.slice(0, MOST_CHOSEN));
  const [chosen, setChosen] = useState<readonly string[]>(asked.map(({ sha256 }) => sha256));
  const last = useLast();
  // The page around it stays as it is: somebody may be typing there.
  const said = () => {
    onSaid(asked.map(({ sha256 }) => sha256));
    onClose();
  };
  const { outcome, send } = useSent(sayRightsOfSet, said, { refreshes: false });
  // What a picture says of itself goes before what was said of another one.
  const before = last === undefined || asked.every(saysNothing) ? last : null;
  const [only] = asked.length === 1 ? asked : [];
  return (
    <Dialog title={t("title")} about={t("about")} open wide onOpenChange={(open) => (open ? undefined : onClose())}>
      <Form action={send} outcome={outcome}>
        {(problems) => (
          <>
            <ChosenPictures files={asked} chosen={chosen} onChange={setChosen} />
            {/* Drawn once it is known what stands in the fields from the start. */}
            {before === undefined ? null : (
              <>
                {before === null ? null : (
                  <p className="text-sm text-ink-soft">{t("lastAbout", { line: linesOf(before) })}</p>
                )}
                <RightsFields
                  id="set"
                  said={{ ...before, ...(only && filledIn(only.rights)) }}
                  problems={problems}
                  blank={t("choose")}
                  mayKeepAi
                />
              </>
            )}
            <DialogActions
              close={t("close")}
              main={
                <SubmitButton waiting={t("saving")} disabled={chosen.length === 0 || before === undefined}>
                  {t("save", { count: chosen.length })}
                </SubmitButton>
              }
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}

/** Of its owner and its licence: of these somebody may have said something before. */
const saysNothing = ({ rights: { owner, licence, licenceName, licenceEnd } }: FileView): boolean =>
  `${owner}${licence ?? ""}${licenceName}${licenceEnd ?? ""}` === "";

/** What is said, without what is empty. */
const filledIn = (rights: FileRights): Partial<FileRights> =>
  Object.fromEntries(Object.entries(rights).filter(([, said]) => said !== null && said !== "" && said !== "none"));

const linesOf = (said: SaidBefore): string =>
  rightsLines(said)
    .map(({ line }) => line)
    .join(" · ");

/** What somebody said last; null: nothing yet, or nobody knows. Undefined until that is known. */
function useLast(): SaidBefore | null | undefined {
  const [last, setLast] = useState<SaidBefore | null>();
  useEffect(() => {
    let isGone = false;
    const know = (known: SaidBefore | null) => {
      if (!isGone) setLast(known);
    };
    lastSaidRights({}).then(
      (answer) => know(answer.ok ? answer.value : null),
      () => know(null),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return last;
}

type ChosenProps = { files: readonly FileView[]; chosen: readonly string[]; onChange: (chosen: string[]) => void };

function ChosenPictures({ files, chosen, onChange }: ChosenProps) {
  const t = useTranslations("rights.set");
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t("which")}</legend>
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-6">
        {files.map((file) => (
          <li key={file.sha256} className="min-w-0">
            <label className="block cursor-pointer overflow-hidden rounded-md border border-line bg-field has-checked:border-accent">
              <span className="relative grid aspect-[4/3] place-items-center bg-paper">
                <input
                  type="checkbox"
                  name="chosen"
                  value={`${file.sha256}.${file.rights.rightsVersion}`}
                  className="absolute top-2 left-2 z-10 size-5 accent-accent"
                  checked={chosen.includes(file.sha256)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...chosen, file.sha256] : chosen.filter((one) => one !== file.sha256))
                  }
                />
                {smallOf(file, 360) === undefined ? null : (
                  // biome-ignore lint/performance/noImgElement: made for its place already
                  <img src={smallOf(file, 360)} alt="" className="absolute inset-0 size-full object-contain" />
                )}
              </span>
              <span className="block px-2 py-1 text-sm">
                <span className="line-clamp-1 break-words">{file.caption || file.name || t("untitled")}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

export const INPUT =
  "block w-full rounded border border-(--edge) bg-(--field) px-2.5 py-2 text-(--ink) max-sm:min-h-11 placeholder:text-(--ink-soft) " +
  "focus-visible:outline-2 focus-visible:outline-(--accent) disabled:opacity-60 aria-[invalid=true]:border-(--danger)";

type Ids = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

type Props = {
  /** Of the text's field: a gap leads here. */
  name?: string | undefined;
  label: string;
  hint?: ReactNode;
  problem?: string | null;
  required?: boolean;
  children: (ids: Ids) => ReactNode;
};

/** Label, field, hint and what is wrong with it, tied together for screen readers. */
export function FieldFrame({ name, label, hint, problem = null, required = false, children }: Props) {
  const t = useTranslations("editor");
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problem === null ? "" : `${id}-problem`].filter((part) => part !== "");
  return (
    <div data-field={name}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium text-(--ink)">
        {label}
        {required ? <span className="text-(--danger)">{` (${t("required")})`}</span> : null}
      </label>
      {children({
        id,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
        "aria-invalid": problem === null ? undefined : true,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-sm break-words text-(--ink-soft)">
          {hint}
        </p>
      ) : null}
      <Problem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

/** What is wrong with a field, below it. */
export function Problem({ id, problem }: { id: string; problem: string | null }) {
  if (problem === null) return null;
  return (
    <p id={id} role="alert" className="mt-1 text-sm text-(--danger)">
      {problem}
    </p>
  );
}

/** Ties a field without a frame to the `Problem` below it. */
export function problemIds(id: string, problem: string | null) {
  return problem === null ? {} : { "aria-describedby": id, "aria-invalid": true };
}

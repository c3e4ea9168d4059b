import type { ComponentProps, ReactNode } from "react";

export const controlClass =
  "block w-full min-h-11 rounded-md border border-edge bg-field px-3 py-2 text-base text-ink placeholder:text-ink-soft aria-invalid:border-danger";

export type Around = { id: string; label: ReactNode; hint?: ReactNode; problem?: ReactNode };

/** Label above, hint and problem below: said with the control to whoever does not see them. */
export function Labelled({ id, label, hint, problem, children }: Around & { children: ReactNode }) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="text-sm font-semibold text-danger">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** What a control says about its hint and problem. */
export function described({ id, hint, problem }: Omit<Around, "label">) {
  const by = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return { id, "aria-describedby": by || undefined, "aria-invalid": problem ? true : undefined };
}

/** What stands on a page once is known by its name; fields of a form that may stand there several times have ids of their own. */
type Control<Tag extends "input" | "textarea" | "select"> = Omit<Around, "id"> &
  ComponentProps<Tag> &
  ({ name: string } | { id: string });

export function Field({ label, hint, problem, className = "", ...rest }: Control<"input">) {
  const around = { ...known(rest), hint, problem };
  return (
    <Labelled {...around} label={label}>
      <input className={`${controlClass} ${className}`} {...described(around)} {...rest} />
    </Labelled>
  );
}

export function TextField({ label, hint, problem, className = "", ...rest }: Control<"textarea">) {
  const around = { ...known(rest), hint, problem };
  return (
    <Labelled {...around} label={label}>
      <textarea className={`${controlClass} ${className}`} {...described(around)} {...rest} />
    </Labelled>
  );
}

export function SelectField({ label, hint, problem, className = "", ...rest }: Control<"select">) {
  const around = { ...known(rest), hint, problem };
  return (
    <Labelled {...around} label={label}>
      <select className={`${controlClass} ${className}`} {...described(around)} {...rest} />
    </Labelled>
  );
}

/** By its id, or else by its name. */
const known = ({ id, name }: { id?: string | undefined; name?: string | undefined }) => ({ id: id ?? name ?? "" });

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

export function Field({ label, hint, problem, id, className = "", ...rest }: Around & ComponentProps<"input">) {
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      <input className={`${controlClass} ${className}`} {...described({ id, hint, problem })} {...rest} />
    </Labelled>
  );
}

export function TextField({ label, hint, problem, id, className = "", ...rest }: Around & ComponentProps<"textarea">) {
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      <textarea className={`${controlClass} ${className}`} {...described({ id, hint, problem })} {...rest} />
    </Labelled>
  );
}

export function SelectField({ label, hint, problem, id, className = "", ...rest }: Around & ComponentProps<"select">) {
  return (
    <Labelled id={id} label={label} hint={hint} problem={problem}>
      <select className={`${controlClass} ${className}`} {...described({ id, hint, problem })} {...rest} />
    </Labelled>
  );
}

import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

type Props = { title: string; onClose: () => void; wide?: boolean; children: ReactNode; onClosed?: () => void };

const SHAPE =
  "inline-flex min-h-10 items-center justify-center rounded border px-3 py-1.5 focus-visible:outline-2 " +
  "focus-visible:outline-offset-2 focus-visible:outline-(--accent) disabled:opacity-40";
export const BUTTON = `${SHAPE} border-(--edge) text-(--ink) hover:bg-(--field)`;
export const MAIN_BUTTON = `${SHAPE} border-(--accent) bg-(--accent) text-(--accent-ink) hover:opacity-90`;

/** An open dialog; whoever shows it decides whether it is there. */
export function Dialog({ title, onClose, wide = false, children, onClosed }: Props) {
  const t = useTranslations("editor");
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          aria-describedby={undefined}
          className={`fixed inset-x-2 top-1/2 z-50 mx-auto max-h-[92dvh] -translate-y-1/2 overflow-y-auto rounded-lg border border-(--line) bg-(--paper) p-4 text-(--ink) shadow-xl ${wide ? "max-w-5xl" : "max-w-md"}`}
          onOpenAutoFocus={(event) => {
            const field =
              event.currentTarget instanceof HTMLElement ? event.currentTarget.querySelector("input") : null;
            if (field === null) return;
            event.preventDefault();
            field.select();
          }}
          onCloseAutoFocus={(event) => {
            if (onClosed === undefined) return;
            event.preventDefault();
            onClosed();
          }}
        >
          <div className="mb-3 flex items-start justify-between gap-4">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close className={`${BUTTON} -mt-1 -mr-1 min-w-10 px-0`} aria-label={t("close")}>
              ✕
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

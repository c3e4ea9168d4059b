"use client";

import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { aboveKeyboard } from "./above-keyboard.ts";
import { Actions } from "./actions.tsx";
import { Button } from "./button.tsx";
import { leavePress } from "./left-press.ts";

type Props = {
  title: ReactNode;
  /** What is asked, in a sentence. */
  about?: ReactNode;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What was pressed to open it, where that is no trigger of its own: focus goes back there. */
  returnTo?: RefObject<HTMLElement | null>;
  /** Gives focus to something else than what opened it. */
  onClosed?: () => void;
  /** For two texts side by side. */
  wide?: boolean;
  /** What is asked for, and at the end `DialogActions`. */
  children: ReactNode;
};

/** A question over the page. Focus stays inside, Escape leaves, and afterwards it is where it was. */
export function Dialog({ title, about, trigger, returnTo, onClosed, wide = false, children, ...rest }: Props) {
  const before = useRef<Element | null>(null);
  return (
    <Radix.Root {...rest}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          ref={aboveKeyboard}
          className={`fixed inset-x-3 bottom-[calc(0.75rem+var(--below,0px))] z-50 max-h-[calc(100dvh-1.5rem-var(--above,0px)-var(--below,0px))] space-y-4 overflow-y-auto rounded-lg border border-line bg-paper p-5 text-ink shadow-xl sm:inset-x-auto sm:top-[calc((100%+var(--above,0px)-var(--below,0px))/2)] sm:bottom-auto sm:left-1/2 sm:max-w-[calc(100vw-1.5rem)] sm:-translate-1/2 ${wide ? "sm:w-5xl" : "sm:w-lg"}`}
          {...(about ? {} : { "aria-describedby": undefined })}
          // Radix goes round from the last to the first without scrolling there.
          onFocus={({ target, currentTarget }) =>
            target !== currentTarget && target.scrollIntoView({ block: "nearest" })
          }
          onInteractOutside={stayWhilePending}
          onEscapeKeyDown={(event) => {
            stayWhilePending(event);
            // A list that is open in the dialog is left first.
            if (event.target instanceof Element && event.target.matches("[role=combobox][aria-expanded=true]"))
              event.preventDefault();
          }}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Radix knows the way back to a trigger alone.
            const back = returnTo?.current ?? before.current;
            if (back instanceof HTMLElement) back.focus();
            if (onClosed === undefined) return;
            event.preventDefault();
            onClosed();
          }}
        >
          <Radix.Title className="text-lg font-bold">{title}</Radix.Title>
          {about ? <Radix.Description>{about}</Radix.Description> : null}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** By then a server that is well has answered, and who waits wonders, in milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * The buttons at the end of every dialog. While a press is under way it cannot be left: whoever left would not be told
 * what became of it. A server that does not answer keeps nobody: then it is said that the press may still be done, and
 * the way out is open.
 *
 * @param close the word on the button that leaves everything as it was
 */
export function DialogActions({ close, ...actions }: { close: string; main?: ReactNode; danger?: ReactNode }) {
  const t = useTranslations("common");
  const { pending } = useFormStatus();
  const hangs = useLasting(pending);
  return (
    <>
      <div role="status" className="empty:mb-0">
        {hangs ? <p className="font-semibold text-warn">{t("hangs")}</p> : null}
      </div>
      <Actions
        {...actions}
        out={
          <Radix.Close asChild onClick={stayWhilePending}>
            {/* What is under way is not undone by leaving. */}
            <Button aria-disabled={pending && !hangs} data-press={pending ? (hangs ? "hangs" : "pending") : undefined}>
              {hangs ? t("close") : close}
            </Button>
          </Radix.Close>
        }
      />
    </>
  );
}

/** Whether something has lasted longer than patience does. */
function useLasting(lasts: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!lasts) return;
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [lasts]);
  return isLong;
}

function stayWhilePending(event: { preventDefault(): void }): void {
  const press = document.querySelector<HTMLElement>("[role=dialog] [data-press]")?.dataset.press;
  if (press === "pending") event.preventDefault();
  else if (press === "hangs") leavePress();
}

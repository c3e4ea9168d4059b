"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { Button } from "./button.tsx";

type Props = {
  title: ReactNode;
  /** What is asked, in a sentence. */
  about?: ReactNode;
  /** The word on the button that leaves everything as it was. */
  close: string;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What was pressed to open it, where that is no trigger of its own: focus goes back there. */
  returnTo?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

/** A question over the page. Focus stays inside, Escape leaves, and afterwards it is where it was. */
export function Dialog({ title, about, close, trigger, returnTo, children, ...rest }: Props) {
  return (
    <Radix.Root {...rest}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          className="fixed inset-x-3 bottom-3 z-50 max-h-[calc(100dvh-1.5rem)] space-y-4 overflow-y-auto rounded-lg border border-line bg-paper p-5 text-ink shadow-xl sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-lg sm:max-w-[calc(100vw-1.5rem)] sm:-translate-1/2"
          {...(about ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={() => returnTo?.current?.focus()}
        >
          <Radix.Title className="text-lg font-bold">{title}</Radix.Title>
          {about ? <Radix.Description>{about}</Radix.Description> : null}
          {children}
          <Radix.Close asChild>
            <Button className="w-full sm:w-auto">{close}</Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

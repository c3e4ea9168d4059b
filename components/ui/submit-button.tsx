"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";

/** The button of a form whose action runs: while it does, it says so and a second press does nothing. */
export function SubmitButton({ children, waiting, ...rest }: ComponentProps<typeof Button> & { waiting?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      look="main"
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      {...rest}
    >
      {pending && waiting ? waiting : children}
    </Button>
  );
}

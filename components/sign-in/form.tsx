"use client";

import type { ComponentProps } from "react";

/**
 * A form whose fields stay as they are while it is answered and afterwards. React resets the form of an action once it has
 * run: with it would go what is typed in the meantime, and what only needs a letter mended.
 */
export function Form(props: ComponentProps<"form">) {
  return <form {...props} noValidate onReset={(event) => event.preventDefault()} />;
}

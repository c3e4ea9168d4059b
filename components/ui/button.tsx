"use client";

import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class.ts";
import { useAlive } from "./use-alive.ts";

/** A button of a form works without scripts; any other is of no use until they have come, and is seen to be. */
export function Button({
  look,
  className,
  type = "button",
  disabled,
  ...rest
}: ComponentProps<"button"> & { look?: ButtonLook }) {
  const alive = useAlive();
  const useless = type === "button" && !alive;
  return <button type={type} className={buttonClass(look, className)} disabled={disabled || useless} {...rest} />;
}

import type { Failure } from "#features/files/failures.ts";

/** It is the picture that is at fault, and no second try would do better. */
export class Unusable extends Error {
  override name = "Unusable";
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(`the picture is ${failure}`, { cause });
    this.failure = failure;
  }
}

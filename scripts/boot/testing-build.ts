import { makeTemplate } from "#e2e/fixtures/made-data.ts";
import { build } from "./build.ts";

/** One build for all specs that start the product, so that none of their limits counts it, and data to start on. */
export async function setup(): Promise<() => void> {
  await build();
  return makeTemplate();
}

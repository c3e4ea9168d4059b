import { build } from "./build.ts";

/** One build for all specs that start the product, so that none of their limits counts it. */
export async function setup(): Promise<void> {
  await build();
}

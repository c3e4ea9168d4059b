import { build } from "./build.ts";

/** One build for all specs that start the product: two starts that build in one folder at once spoil each other's. */
export async function setup(): Promise<void> {
  await build();
}

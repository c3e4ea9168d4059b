import { type ParseArgsConfig, parseArgs } from "node:util";
import { StartError } from "./start-error.ts";

/**
 * Reads a command line.
 * @throws {StartError} with Node's first sentence about what is wrong with it; the rest is advice for rare cases
 */
export function readArgs<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StartError(error.message.split(/\.\s/, 1)[0]?.replace(/\.?$/, ".") ?? "", { cause: error });
  }
}

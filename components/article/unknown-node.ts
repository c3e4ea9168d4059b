/**
 * What is not in the vocabulary never got past the validator, so meeting it is a mistake of ours:
 * loud while we work, and nothing at all on a reader's page.
 */
export function unknownNode(node: never): null {
  // biome-ignore lint/style/noProcessEnv: a constant of the build, not a setting
  if (process.env.NODE_ENV === "production") return null;
  throw new Error(`no page shows ${JSON.stringify(node)}`);
}

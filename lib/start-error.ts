/** A start that cannot go on. The message is one English sentence for the operator: what, where, what to do. */
export class StartError extends Error {
  override name = "StartError";
}

import terms from "#messages/vi/terms.json" with { type: "json" };

/** Why a text goes back to its writer, or is not used at all. Labels: the terms offices use. */
export const RETURN_REASONS = terms.returnReasons;
export type ReturnReason = keyof typeof RETURN_REASONS;

/** Why an article is taken from readers for good; each has one fixed sentence for them. */
export const WITHDRAWAL_REASONS = terms.withdrawalReasons;
export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS;

/**
 * Whether readers are still told which article it was. Not where its name may be what must not be read: the data of a
 * person, or what an authority ordered down; whoever finds the headline itself to be wrong withdraws as one of these.
 */
export function isNamedWhenGone(reason: WithdrawalReason): boolean {
  return reason !== "authority" && reason !== "person";
}

export function isReturnReason(code: string): code is ReturnReason {
  return Object.hasOwn(RETURN_REASONS, code);
}

export function isWithdrawalReason(code: string): code is WithdrawalReason {
  return Object.hasOwn(WITHDRAWAL_REASONS, code);
}

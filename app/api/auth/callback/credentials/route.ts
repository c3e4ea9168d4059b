import { SignInForm, signInByForm, tellOfForeign } from "#features/accounts/sign-in-route.ts";
import { publicRoute } from "#features/edge/public-route.ts";

/** An e-mail address and a password, four times as long as either may be. */
const MOST_BYTES = 64 * 1024;

/** The sign-in page posts to it. */
export const POST = publicRoute(
  { input: SignInForm, body: { as: "form", mostBytes: MOST_BYTES }, says: "json", foreign: tellOfForeign },
  signInByForm,
);

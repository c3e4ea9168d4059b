import { redirect } from "next/navigation";
import { loginPath } from "#features/addresses/desk.ts";

/** Every other address below the sign-in page leads to it. */
export default function NoSuchPage(): never {
  redirect(loginPath);
}

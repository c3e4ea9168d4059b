import { notFound } from "next/navigation";
import { staffOrSignIn } from "#features/identity/actor.ts";

/** Any other address of the desk: the desk's own page says that there is nothing. */
export default async function NothingHere() {
  await staffOrSignIn("/desk");
  notFound();
}

import { notFound } from "next/navigation";
import { deskPath } from "#features/addresses/desk.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

/** Any other address of the desk: the desk's own page says that there is nothing. */
export default async function NothingHere() {
  await staffOrSignIn(deskPath);
  notFound();
}

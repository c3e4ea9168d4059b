import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { loginPath, saying } from "#features/addresses/desk.ts";
import type { Grant } from "#features/roles/roles.ts";
import { siteOfRequest } from "#features/sites/hosts.ts";
import { Refusal } from "#lib/refusal.ts";
import { sessionOfRequest } from "./cookie.ts";
import { staffOfSession } from "./store.ts";

/** A signed-in person, as the database knows them at this request, on the site they are at. */
export type Staff = {
  personId: number;
  name: string;
  email: string;
  sessionId: string;
  siteId: number;
  /** Roles in force on this site. */
  grants: readonly Grant[];
};

/**
 * Who is asking: null when nobody is signed in. Read anew at each request, so that switching somebody off, a new password
 * or another role is in force at their next click, on every instance.
 */
export const currentStaff = cache(async (): Promise<Staff | null> => {
  const sessionId = await sessionOfRequest();
  if (sessionId === null) return null;
  const siteId = siteOfRequest(await headers());
  return siteId === null ? null : staffOfSession(sessionId, siteId);
});

/** @throws {Refusal} `signed_out` */
export async function requireStaff(): Promise<Staff> {
  const staff = await currentStaff();
  if (!staff) throw new Refusal("signed_out", "Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.");
  return staff;
}

/**
 * For desk pages: the signed-in person, or off to the sign-in page and back here afterwards.
 * @param here path of the page, with its query
 */
export async function staffOrSignIn(here: string): Promise<Staff> {
  return (await currentStaff()) ?? redirect(saying(loginPath, { next: here }));
}

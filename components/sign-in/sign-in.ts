import { credentialsPath, deskPath, tokenPath } from "#features/addresses/desk.ts";
/** What the server answered: in, or one of the reasons it gives. */
export type SignedIn =
  | { in: true }
  | { in: false; why: "wrong" | "failed" }
  | { in: false; why: "wait"; seconds: number }
  /** The server says why in its own words: the page is old, or does not come from the address it is served at. */
  | { in: false; why: "refused"; sentence: string };

type SignInResult = { url: string } | { sentence: string };

/** Posts to next-auth's own route, as its forms do: first a token against forged forms, then the credentials. */
export async function askIn(email: string, password: string): Promise<SignedIn> {
  try {
    const given = await fetch(tokenPath, { cache: "no-store" });
    const { csrfToken }: { csrfToken: string } = await given.json();
    const answer = await fetch(credentialsPath, {
      method: "POST",
      body: new URLSearchParams({ csrfToken, email, password, callbackUrl: deskPath, json: "true" }),
    });
    return readAnswer(answer.ok, await answer.json());
  } catch {
    return { in: false, why: "failed" };
  }
}

/** next-auth says no with an address whose `error` is our own word for it. */
export function readAnswer(ok: boolean, answer: SignInResult): SignedIn {
  if ("sentence" in answer) return { in: false, why: "refused", sentence: answer.sentence };
  const said = new URL(answer.url, "http://ours.invalid").searchParams;
  const error = said.get("error");
  if (error === "wrong") return { in: false, why: "wrong" };
  const seconds = /^wait-(\d{1,5})$/.exec(error ?? "")?.[1];
  if (seconds) return { in: false, why: "wait", seconds: Number(seconds) };
  return ok && error === null && !said.has("csrf") ? { in: true } : { in: false, why: "failed" };
}

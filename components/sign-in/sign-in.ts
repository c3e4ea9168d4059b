/** What the server answered: in, or one of the reasons it gives. */
export type SignedIn =
  | { in: true }
  | { in: false; why: "wrong" | "failed" }
  | { in: false; why: "wait"; seconds: number };

/** Posts to next-auth's own route, as its forms do: first a token against forged forms, then the credentials. */
export async function askIn(email: string, password: string): Promise<SignedIn> {
  try {
    const given = await fetch("/api/auth/csrf", { cache: "no-store" });
    const { csrfToken }: { csrfToken: string } = await given.json();
    const answer = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, email, password, callbackUrl: "/desk", json: "true" }),
    });
    const { url }: { url: string } = await answer.json();
    return readAnswer(answer.ok, url);
  } catch {
    return { in: false, why: "failed" };
  }
}

/** next-auth says no with an address whose `error` is our own word for it. */
export function readAnswer(ok: boolean, url: string): SignedIn {
  const said = new URL(url, "http://ours.invalid").searchParams;
  const error = said.get("error");
  if (error === "wrong") return { in: false, why: "wrong" };
  const seconds = /^wait-(\d{1,5})$/.exec(error ?? "")?.[1];
  if (seconds) return { in: false, why: "wait", seconds: Number(seconds) };
  return ok && error === null && !said.has("csrf") ? { in: true } : { in: false, why: "failed" };
}

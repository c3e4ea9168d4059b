import { useEffect, useEffectEvent, useState } from "react";
import { ownPhonePath, phonePagePath, phonesPath } from "#features/addresses/desk.ts";

/** How a phone stands that may bring pictures: asked for, there with its address, over, or not to be had. */
export type Phone =
  | { kind: "opening" }
  | { kind: "open"; address: string; came: number }
  | { kind: "over"; came: number }
  | { kind: "failed"; sentence: string | null };

/** How often it is asked what has come. Milliseconds. */
const EVERY_MS = 2_000;
/** A server that hangs is asked again. Milliseconds. */
const PATIENCE_MS = 20_000;

/**
 * Lets a phone bring pictures as long as this is shown.
 *
 * @param onFile gets each file that has come, by its hash, in their order
 * @param tried another number opens another one
 */
export function usePhone(onFile: (file: string) => void, tried: number): Phone {
  const [phone, setPhone] = useState<Phone>({ kind: "opening" });
  const took = useEffectEvent(onFile);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another phone
  useEffect(() => {
    const known = new Set<string>();
    let id: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    setPhone({ kind: "opening" });

    const take = (files: readonly string[]) => {
      for (const file of files) {
        if (known.has(file)) continue;
        known.add(file);
        took(file);
      }
    };
    async function look(at: number, address: string): Promise<void> {
      const said = await asked<{ files: string[]; isOpen: boolean }>("GET", ownPhonePath(at));
      if (isLeft) return;
      if ("value" in said) {
        take(said.value.files);
        if (!said.value.isOpen) return setPhone({ kind: "over", came: known.size });
        setPhone({ kind: "open", address, came: known.size });
      } else if (said.isFinal) return setPhone({ kind: "over", came: known.size });
      timer = setTimeout(() => void look(at, address), EVERY_MS);
    }
    async function begin(): Promise<void> {
      const said = await asked<{ id: number; token: string }>("POST", phonesPath);
      if ("value" in said) id = said.value.id;
      if (isLeft) return end();
      if (!("value" in said)) return setPhone({ kind: "failed", sentence: said.sentence });
      const address = `${window.location.origin}${phonePagePath}#${said.value.token}`;
      setPhone({ kind: "open", address, came: 0 });
      timer = setTimeout(() => void look(said.value.id, address), EVERY_MS);
    }
    /** What came since it was looked last is taken, too: its person has been told that it has come. */
    async function end(): Promise<void> {
      clearTimeout(timer);
      if (id === null) return;
      const at = ownPhonePath(id);
      await asked("DELETE", at);
      const said = await asked<{ files: string[] }>("GET", at);
      if ("value" in said) take(said.value.files);
    }
    void begin();
    return () => {
      isLeft = true;
      void end();
    };
  }, [tried]);
  return phone;
}

type Said<T> = { value: T } | { sentence: string | null; isFinal: boolean };

async function asked<T>(method: string, path: string): Promise<Said<T>> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const body = method === "POST" ? { body: "{}", headers: { "content-type": "application/json" } } : {};
    const answer = await fetch(path, { method, redirect: "manual", keepalive: true, signal, ...body });
    if (answer.ok) return { value: (await answer.json()) as T };
    const { sentence } = (await answer.json().catch(() => ({}))) as { sentence?: string };
    return { sentence: sentence ?? null, isFinal: answer.status >= 400 && answer.status < 500 };
  } catch {
    return { sentence: null, isFinal: false };
  }
}

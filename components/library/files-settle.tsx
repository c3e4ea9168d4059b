"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { whenSettled } from "#components/editor/files/use-file.ts";

/** Renews the page when one of these files, which are being made, is there. */
export function FilesSettle({ hashes }: { hashes: readonly string[] }) {
  const { refresh } = useRouter();
  const all = hashes.join(" ");
  useEffect(() => {
    const ends = all.split(" ").flatMap((hash) => (hash === "" ? [] : [whenSettled(hash, () => refresh())]));
    return () => {
      for (const end of ends) end();
    };
  }, [all, refresh]);
  return null;
}

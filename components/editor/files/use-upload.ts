import { useSyncExternalStore } from "react";
import type { Uploader } from "./uploader.ts";
import type { Upload } from "./uploads.ts";

/** What is on its way for a figure; undefined for nothing. */
export function useUpload(uploads: Uploader, id: string): Upload | undefined {
  return useSyncExternalStore(
    uploads.subscribe,
    () => uploads.of(id),
    () => undefined,
  );
}

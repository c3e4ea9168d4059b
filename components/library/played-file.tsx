import { originalPath } from "#features/addresses/desk.ts";
import { mediaOf, nameOf } from "#features/files/media.ts";
import type { FileDetails } from "#features/library/types.ts";

/** A video or sound of the library, to be played. */
export function PlayedFile({ file }: { file: FileDetails }) {
  const shared = { controls: true, preload: "metadata", src: originalPath(file.sha256), "aria-label": nameOf(file) };
  return (
    <div className="rounded-lg border border-line bg-field p-2">
      {mediaOf(file.mediaType)?.kind === "audio" ? (
        <audio className="w-full" {...shared} />
      ) : (
        <video
          className="mx-auto h-auto max-h-[75vh] w-full bg-black"
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          playsInline
          {...shared}
        />
      )}
    </div>
  );
}

import { type ReactNode, useRef } from "react";
import { endingsOf, type FileKind, typesOf } from "#features/files/media.ts";

/** Systems that have no name for a phone's pictures, or for other files, know their ending. */
function acceptedOf(kind: FileKind): string[] {
  if (kind === "picture") return [...typesOf(kind), ".heic", ".heif"];
  return [...typesOf(kind), ...endingsOf(kind), ...(kind === "subtitles" ? [".srt"] : [])];
}

type Options = {
  kind?: FileKind | readonly FileKind[];
  multiple?: boolean;
  /** A phone opens its camera at once, instead of asking where from. */
  camera?: boolean;
  onChosen: (files: File[]) => void;
};

/**
 * A browser's own dialog for files of some kinds: for pictures phones offer camera and library.
 * @returns what opens it, and the field behind it, which has to be drawn
 */
export function useChooser({ kind = "picture", multiple = false, camera = false, onChosen }: Options): {
  choose: () => void;
  field: ReactNode;
} {
  const field = useRef<HTMLInputElement>(null);
  return {
    choose: () => field.current?.click(),
    field: (
      <input
        ref={field}
        type="file"
        accept={[kind].flat().flatMap(acceptedOf).join(",")}
        capture={camera ? "environment" : undefined}
        multiple={multiple}
        className="hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again.
          currentTarget.value = "";
          if (files.length > 0) onChosen(files);
        }}
      />
    ),
  };
}

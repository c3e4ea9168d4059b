import { type ReactNode, useRef } from "react";
import { PICTURE_TYPES } from "#features/files/settings.ts";

/** Systems that have no name for a phone's pictures know their ending. */
const ACCEPTED = [...PICTURE_TYPES, ".heic", ".heif"].join(",");

type Options = {
  multiple?: boolean;
  /** A phone opens its camera at once, instead of asking where from. */
  camera?: boolean;
  onChosen: (files: File[]) => void;
};

/**
 * A browser's own dialog for pictures: phones offer camera and library.
 * @returns what opens it, and the field behind it, which has to be drawn
 */
export function useChooser({ multiple = false, camera = false, onChosen }: Options): {
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
        accept={ACCEPTED}
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

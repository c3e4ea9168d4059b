import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { Spot } from "./gallery-in-text.ts";

/** Says to those who do not see it where a picture of a gallery has come to stand. */
export function Moves({ editor }: { editor: Editor }): ReactNode {
  const t = useTranslations("editor.gallery");
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    const heard = ({ spot: now }: { spot: Spot }) => setSpot(now);
    editor.on("pictureMoved", heard);
    return () => void editor.off("pictureMoved", heard);
  }, [editor]);
  return (
    <p aria-live="polite" className="sr-only">
      {spot === null ? null : t("moved", { at: spot.at + 1, of: spot.of })}
    </p>
  );
}

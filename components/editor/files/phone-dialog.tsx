import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import { SmallButton } from "../small-button.tsx";
import { usePhone } from "./use-phone.ts";

type Props = { onFile: (file: string) => void; onClose: () => void };

/** A way for a phone to put its pictures into the open text: as long as this is open, and no longer. */
export function PhoneDialog({ onFile, onClose }: Props): ReactNode {
  const t = useTranslations("editor.phone");
  const [tried, setTried] = useState(0);
  const phone = usePhone(onFile, tried);
  return (
    <Dialog
      title={t("title")}
      about={t("about")}
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      onClosed={onClose}
    >
      {phone.kind === "open" ? <Code address={phone.address} /> : null}
      {phone.kind === "opening" ? <p role="status">{t("opening")}</p> : null}
      {phone.kind === "failed" ? <Note look="problem">{phone.sentence ?? t("failed")}</Note> : null}
      {phone.kind === "over" ? <Note look="warning">{t("over")}</Note> : null}
      {phone.kind === "failed" || phone.kind === "over" ? (
        <SmallButton onClick={() => setTried(tried + 1)}>{t("again")}</SmallButton>
      ) : null}
      <p role="status" className="font-semibold empty:hidden">
        {phone.kind === "open" || phone.kind === "over" ? t("came", { count: phone.came }) : null}
      </p>
      <DialogActions close={t("close")} />
    </Dialog>
  );
}

/** Always dark on light, whatever the page is: cameras do not read it the other way round. */
function Code({ address }: { address: string }) {
  const t = useTranslations("editor.phone");
  const path = useCode(address);
  const host = new URL(address).hostname;
  return (
    <>
      <div className="mx-auto aspect-square w-full max-w-64 rounded bg-white p-1">
        {path === null ? null : (
          <svg role="img" aria-label={t("code")} viewBox={path.box} shapeRendering="crispEdges" className="size-full">
            <path d={path.d} fill="#000" />
          </svg>
        )}
      </div>
      {LOCAL.test(host) ? <Note look="warning">{t("local", { host })}</Note> : null}
    </>
  );
}

const LOCAL = /^(?:localhost|127\.|\[::1\]|.*\.localhost$)/;

function useCode(address: string): { d: string; box: string } | null {
  const [drawn, setDrawn] = useState<{ d: string; box: string } | null>(null);
  useEffect(() => {
    let isLeft = false;
    // Whoever takes no pictures with a phone does not load it.
    void Promise.all([import("lean-qr"), import("lean-qr/extras/svg")]).then(([{ generate }, { toSvgPath }]) => {
      if (isLeft) return;
      const code = generate(address);
      // Cameras want four squares of margin (ISO/IEC 18004).
      setDrawn({ d: toSvgPath(code), box: `-4 -4 ${code.size + 8} ${code.size + 8}` });
    });
    return () => {
      isLeft = true;
    };
  }, [address]);
  return drawn;
}

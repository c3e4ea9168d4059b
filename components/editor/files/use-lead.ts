import { useRef, useState } from "react";
import { LEAD, type LeadPicture, NO_LEAD } from "#features/kinds/lead.ts";
import type { FileView } from "./file-view.ts";
import type { Uploader } from "./uploader.ts";
import { isUnderWay } from "./uploads.ts";
import { fitting, oneLine } from "./words-of-file.ts";

export type Lead = ReturnType<typeof useLead>;

/** A text of a kind that has a lead picture. */
type WithLead = {
  fields: { lead: LeadPicture };
  change: (change: (now: { lead: LeadPicture }) => { lead: LeadPicture }) => void;
};

/** The lead picture of a text as it is edited: what a figure is in the text, in a field beside it. */
export function useLead({ fields, change }: WithLead) {
  const frame = useRef<HTMLElement>(null);
  const [removed, setRemoved] = useState<LeadPicture | null>(null);
  const set = (part: Partial<LeadPicture>) => change(({ lead }) => ({ lead: { ...lead, ...part } }));
  return {
    picture: fields.lead,
    frame,
    set,
    /** Where it says nothing yet, it says what its file does. */
    fill: (file: FileView) => change(({ lead }) => ({ lead: filled(lead, file) })),
    remove: (uploads: Uploader) => {
      const upload = uploads.of(LEAD);
      if (upload !== undefined && isUnderWay(upload)) uploads.cancel(LEAD);
      uploads.forget(LEAD);
      setRemoved(fields.lead.file === null ? null : fields.lead);
      set(NO_LEAD);
    },
    /** Puts back what was taken out last; absent where nothing was, or something else is there. */
    putBack:
      removed === null || fields.lead.file !== null
        ? undefined
        : () => {
            set(removed);
            setRemoved(null);
          },
  };
}

function filled(lead: LeadPicture, { sha256, caption, credit, alt, rights }: FileView): LeadPicture {
  if (lead.file !== sha256) return lead;
  return {
    ...lead,
    caption: lead.caption === "" ? fitting("caption", oneLine(caption)) : lead.caption,
    credit: lead.credit === "" ? fitting("credit", credit) : lead.credit,
    ai: lead.ai === "none" ? rights.ai : lead.ai,
    alt: lead.alt === "" && !lead.decorative ? fitting("alt", alt) : lead.alt,
  };
}

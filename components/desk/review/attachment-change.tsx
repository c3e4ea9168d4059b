import { useTranslations } from "next-intl";
import type { Pictures } from "#features/files/picture.ts";
import type { Attachment } from "#features/text/body.ts";
import type { BlockChange } from "#features/text/compare.ts";
import { BeforeAndAfter } from "./before-and-after.tsx";

/** What became of a document's place in a text, with what stood there before and after it. */
export type ChangedAttachment = { before: Attachment | null; after: Attachment | null };

/** The attachment that a change is about; null for all other changes. */
export function attachmentIn(change: Exclude<BlockChange, { kind: "same" }>): ChangedAttachment | null {
  const [before, after] = ["before" in change ? change.before : null, "after" in change ? change.after : null];
  const attachments = {
    before: before?.type === "attachment" ? before : null,
    after: after?.type === "attachment" ? after : null,
  };
  return attachments.before || attachments.after ? attachments : null;
}

/** Whether there is another file in its place. */
export const isOtherFile = ({ before, after }: ChangedAttachment): boolean => before?.attrs.file !== after?.attrs.file;

type Props = { attachment: ChangedAttachment; files: Pictures };

/** The document, or the old one and the new one side by side, each to be saved by its name, and its words with what changed. */
export function AttachmentChange({ attachment, files }: Props) {
  const t = useTranslations("desk.changes.attachment");
  const { before, after } = attachment;
  return (
    <BeforeAndAfter
      change={attachment}
      isOther={isOtherFile(attachment)}
      names={{ old: t("old"), new: t("new") }}
      lines={(["title", "summary"] as const).map((name) => ({
        label: t(name),
        was: before?.attrs[name] ?? "",
        is: after?.attrs[name] ?? "",
      }))}
    >
      {(one) => <Shown file={files.get(one?.attrs.file ?? "")} none={t("none")} />}
    </BeforeAndAfter>
  );
}

type ShownProps = { file: ReturnType<Pictures["get"]>; none: string };

function Shown({ file, none }: ShownProps) {
  if (!file || !("about" in file)) {
    return <p className="text-sm text-warn">{file && "why" in file ? file.why : none}</p>;
  }
  return (
    <p className="text-sm">
      <a className="inline-block min-h-9 content-center underline max-sm:min-h-11" href={file.address}>
        {file.name}
      </a>
      <br />
      {file.about}
    </p>
  );
}

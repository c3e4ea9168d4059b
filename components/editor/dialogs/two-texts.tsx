import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ArticleBody } from "#components/article/body.tsx";
import { fieldKey } from "#components/desk/review/field-names.ts";
import { LinkList } from "#components/desk/review/link-list.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "#components/ui/copy-text.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Note } from "#components/ui/note.tsx";
import { aboutFile } from "#features/files/media.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { compare } from "#features/text/compare.ts";
import type { Content } from "#features/text/kind.ts";
import { linksOnlyIn } from "#features/text/links.ts";
import { SPEECHLESS } from "#features/text/plain.ts";
import { strings, wordsIn } from "../save/words-in.ts";

export type TextVersion = { title: string; content: Content; choose: string; onChoose: () => void };

type Props = {
  kind: KindName;
  title: string;
  explanation: string;
  /** Why what was chosen could not be done. */
  problem?: string | null;
  /** It is being done: nothing else is chosen, and nobody leaves, until it is. */
  busy?: boolean;
  mine: TextVersion;
  theirs: TextVersion;
  onClose: () => void;
  /** What a text says, where its title and its body are not enough. */
  showFields?: (content: Content) => ReactNode;
};

/** Two versions of one text, side by side, what differs marked. Nothing is decided until a person decides. */
export function TwoTexts(props: Props) {
  const { kind, title, explanation, problem = null, busy = false, mine, theirs, onClose, showFields } = props;
  const t = useTranslations("editor");
  const called = useTranslations("terms.fields");
  const { fields, blocks } = compare(kindOf({ kind }), theirs.content, mine.content);
  const changedBlocks = blocks.flatMap((change) => {
    if (change.kind === "same") return [];
    return "after" in change ? [change.after.attrs.id] : [change.before.attrs.id];
  });
  const changed = new Set<string>([...changedBlocks, ...fields.map(({ field }) => field)]);
  const names = [
    ...fields.map(({ field }) => called(fieldKey(kind, field))),
    ...(changedBlocks.length > 0 ? [called("body")] : []),
  ];
  const one = { kind, changed, busy, showFields };
  return (
    <Dialog title={title} about={explanation} open onOpenChange={(open) => (open || busy ? undefined : onClose())} wide>
      {problem === null ? null : <Note look="problem">{problem}</Note>}
      <p className="text-sm text-(--ink-soft)">{t("texts.differ", { names: names.join(", ") })}</p>
      <div className="grid gap-3 md:grid-cols-2">
        <OneText {...one} version={mine} other={theirs} />
        <OneText {...one} version={theirs} other={mine} />
      </div>
      <DialogActions close={t("close")} />
    </Dialog>
  );
}

type OneProps = Pick<Props, "kind" | "showFields"> & {
  version: TextVersion;
  other: TextVersion;
  /** The fields, and the blocks of the body by their ids, that are not the same in both. */
  changed: ReadonlySet<string>;
  busy: boolean;
};

function OneText({ kind, version, other, changed, busy, showFields }: OneProps) {
  const { title, content, choose, onChoose } = version;
  const t = useTranslations("editor.texts");
  const review = useTranslations("desk.changes");
  const links = content.body && other.content.body ? linksOnlyIn(content.body, other.content.body) : [];
  const [copied, setCopied] = useState(false);
  const text = wordsIn(kindOf({ kind }), content);
  return (
    <section className="flex min-w-0 flex-col rounded border border-(--line)">
      <h3 className="border-b border-(--line) px-3 py-2 text-sm font-semibold">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <div className="body-text max-h-[34dvh] grow overflow-y-auto px-3 py-2 md:max-h-[55dvh]" tabIndex={0}>
        {showFields ? showFields(content) : <FieldWords {...{ kind, content, changed }} nothing={t("noHeadline")} />}
        {content.body?.content.map((block) => (
          <div key={block.attrs.id} className={changed.has(block.attrs.id) ? MARKED : undefined}>
            <ArticleBody
              body={{ type: "doc", content: [block] }}
              words={{
                ...{ credit: t("credit"), table: t("table"), ai: { edited: t("aiEdited"), made: t("aiMade") } },
                ...{ awaited: t("awaited"), awaitedFile: t("awaitedFile") },
                media: {
                  ...{ source: t("media.source"), transcript: t("media.transcript") },
                  ...{ subtitles: () => ({ marked: "vi", called: t("media.language") }), open: t("media.open") },
                  ...{ about: aboutFile, speechless: SPEECHLESS.replace(/\.$/, "") },
                  ai: {
                    video: { edited: t("media.ai.video.edited"), made: t("media.ai.video.made") },
                    audio: { edited: t("media.ai.audio.edited"), made: t("media.ai.audio.made") },
                  },
                },
              }}
            />
          </div>
        ))}
      </div>
      {links.length === 0 ? null : (
        <details open className="border-t border-(--line) px-3">
          <summary className="min-h-11 cursor-pointer content-center text-sm font-semibold">{t("links")}</summary>
          <div className="pb-2">
            <LinkList links={links} naming={{ trueHost: (host) => review("trueHost", { host }) }} />
          </div>
        </details>
      )}
      <div className="border-t border-(--line) p-2">
        <Actions
          main={
            <Button look="main" disabled={busy} onClick={onChoose}>
              {choose}
            </Button>
          }
          others={
            <Button onClick={() => void copyText(text).then(setCopied)}>{copied ? t("copied") : t("copy")}</Button>
          }
        />
      </div>
    </section>
  );
}

/** What is not the same in both texts. */
const MARKED = "border-s-4 border-(--warn) ps-2";

type WordsProps = Pick<OneProps, "kind" | "changed"> & { content: Content; nothing: string };

/** The words of the fields above the body, the title as what it is. */
function FieldWords({ kind, content, changed, nothing }: WordsProps) {
  const { title, typed } = kindOf({ kind });
  const above = typed.slice(0, Math.max(typed.indexOf("body"), typed.indexOf(title) + 1));
  return above.map((field) => {
    const said = strings(content[field]).join("\n");
    const mark = changed.has(field) ? MARKED : "";
    if (field === title) {
      return (
        <p key={field} className={`text-lg font-bold ${mark}`}>
          {said === "" ? nothing : said}
        </p>
      );
    }
    return said === "" ? null : (
      <p key={field} className={mark}>
        {said}
      </p>
    );
  });
}

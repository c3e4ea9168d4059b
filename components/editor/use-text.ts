import { useTranslations } from "next-intl";
import { useCallback, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from "react";
import { type ContentOf, type KindName, kindOf } from "#features/kinds/kinds.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { parseContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import type { LeftNotice } from "./dialogs/left-behind.tsx";
import type { FieldsOf, TextProps } from "./props.ts";
import { unsaved } from "./save/state.ts";
import { useAutosave } from "./use-autosave.ts";

/** What holds a body, where the kind has one: the rich-text editor, once the browser has it. */
export type BodyHolder = {
  read: () => BodyDoc;
  show: (body: BodyDoc) => void;
  /** The first figure whose picture is still on its way. */
  underWay: () => HTMLElement | null;
};

export type Text<K extends KindName> = ReturnType<typeof useText<K>>;

/**
 * A text that is being written, of any kind, and the promise that nothing typed in it is lost: what stands on the screen,
 * where it is saved, and how another text comes to stand there.
 */
export function useText<K extends KindName>(kind: K, props: TextProps<K>) {
  const { documentId, personId, version, content, readOnly = false, savedAt, savedBy, onSaved } = props;
  const t = useTranslations("editor.status");
  const { saver, shown, first } = useAutosave({
    ...{ kind, documentId, personId, version, savedAt, savedBy, content, readOnly },
    refusedSentence: t("refusedBare"),
  });
  const [fields, setFields] = useState(() => fieldsOf<K>(first));
  /** How often a whole text was put here: what keeps something of its own beside the fields begins anew with it. */
  const [loads, setLoads] = useState(0);
  const screen = useRef({ fields, body: null as BodyHolder | null });
  const leftNotice = useRef<LeftNotice>(null);
  const read = useCallback((): Content => {
    const body = screen.current.body?.read() ?? first.body;
    return { version: kindOf({ kind }).version, ...screen.current.fields, ...(body === undefined ? {} : { body }) };
  }, [kind, first]);
  const holdBody = useCallback((body: BodyHolder) => {
    screen.current.body = body;
  }, []);

  const tell = useCallback(
    (saved: unknown) => onSaved?.(parseContent(kindOf({ kind }), saved) as ContentOf[K]),
    [kind, onSaved],
  );
  /** Tells of the text on the screen, where the server has it. */
  const tellShown = useCallback(() => {
    if (!unsaved(saver.shown())) tell(saver.text());
  }, [saver, tell]);
  useEffect(() => {
    if (first !== content) tellShown();
    return saver.onSaved(tell);
  }, [saver, tell, tellShown, first, content]);
  useEffect(() => saver.shownBy(read), [saver, read]);
  // The page was refreshed. What was typed since stays: its own save will find the newer text.
  const refreshed = useEffectEvent(() => {
    if (saver.renew(version, { savedAt, savedBy, content })) load(content);
  });
  useEffect(() => {
    if (version > 0) refreshed();
  }, [version]);
  useImperativeHandle(props.ref, () => ({
    flush: saver.flush,
    leftBehind: async () => (await leftNotice.current?.find()) ?? null,
    picturesUnderWay: () => screen.current.body?.underWay() ?? null,
    signedOut: saver.signedOut,
    stands: () => ({ version: saver.shown().base, unsaved: unsaved(saver.shown()) }),
  }));

  function show(next: FieldsOf<K>): void {
    screen.current.fields = next;
    setFields(next);
  }

  /** @param part what fields say from now on; a function of what they say now for whoever was called later than it was drawn */
  function change(part: Partial<FieldsOf<K>> | ((now: FieldsOf<K>) => Partial<FieldsOf<K>>)): void {
    const { fields: now } = screen.current;
    show({ ...now, ...(typeof part === "function" ? part(now) : part) });
    saver.typed();
  }

  function load(text: Content): void {
    show(fieldsOf<K>(text));
    setLoads((before) => before + 1);
    if (text.body !== undefined) screen.current.body?.show(text.body);
  }

  return {
    kind,
    documentId,
    personId,
    content,
    readOnly,
    first,
    saver,
    shown,
    leftNotice,
    tellShown,
    fields,
    loads,
    read,
    holdBody,
    change,
    load,
  };
}

function fieldsOf<K extends KindName>({ version: _version, body: _body, ...fields }: Content): FieldsOf<K> {
  return fields as FieldsOf<K>;
}

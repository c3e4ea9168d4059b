"use client";

import type { ReactElement, Ref } from "react";
import { findPapers, makeTag } from "#features/drafts/actions.ts";
import { tryCutAgain } from "#features/library/actions.ts";
import type { Content } from "#features/text/kind.ts";
import { ArticleEditor } from "./article-editor.tsx";
import { BannerEditor } from "./banner-editor.tsx";
import { CutAgain } from "./cut/broken-cut.tsx";
import { FrontEditor } from "./front-editor.tsx";
import { PageEditor } from "./page-editor.tsx";
import { PaperEditor } from "./paper-editor.tsx";
import type {
  ArticleEditorProps,
  BannerEditorProps,
  EditorHandle,
  FrontEditorProps,
  PageEditorProps,
  PaperEditorProps,
  SiteEditorProps,
  TopicEditorProps,
  TranslationEditorProps,
  WeekEditorProps,
} from "./props.ts";
import { SiteEditor } from "./site-editor.tsx";
import { TopicEditor } from "./topic-editor.tsx";
import { TranslationEditor } from "./translation-editor.tsx";
import { WeekEditor } from "./week-editor.tsx";

type Given<P> = Omit<P, "onMakeTag" | "onFindPapers" | "onSaved" | "ref">;

/** A text with all that its editor needs of a page, whatever its kind. */
export type TextToEdit =
  | ({ kind: "article" } & Given<ArticleEditorProps>)
  | ({ kind: "banner" } & Given<BannerEditorProps>)
  | ({ kind: "front" } & Given<FrontEditorProps>)
  | ({ kind: "page" } & Given<PageEditorProps>)
  | ({ kind: "paper" } & Given<PaperEditorProps>)
  | ({ kind: "site" } & Given<SiteEditorProps>)
  | ({ kind: "topic" } & Given<TopicEditorProps>)
  | ({ kind: "week" } & Given<WeekEditorProps>)
  | ({ kind: "translation" } & Given<TranslationEditorProps>);

type Props = { text: TextToEdit; onSaved: (content: Content) => void; ref: Ref<EditorHandle> };

/** The editor of a text's kind. A kind that has none does not compile. */
export function TextEditor(props: Props): ReactElement {
  return <CutAgain value={tryCutAgain}>{editorOf(props)}</CutAgain>;
}

const offeredPapers = (words: string) => findPapers({ words });

function editorOf({ text, ...around }: Props): ReactElement {
  switch (text.kind) {
    case "article":
      return <ArticleEditor {...text} {...around} onMakeTag={(name) => makeTag({ name })} />;
    case "banner":
      return <BannerEditor {...text} {...around} />;
    case "front":
      return <FrontEditor {...text} {...around} />;
    case "page":
      return <PageEditor {...text} {...around} />;
    case "paper":
      return <PaperEditor {...text} {...around} onFindPapers={offeredPapers} />;
    case "site":
      return <SiteEditor {...text} {...around} />;
    case "topic":
      return <TopicEditor {...text} {...around} />;
    case "week":
      return <WeekEditor {...text} {...around} />;
    case "translation":
      return <TranslationEditor {...text} {...around} />;
  }
}

import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { Toolbar as Bar } from "radix-ui";
import type { Ref } from "react";
import type { FileKind } from "#features/files/media.ts";
import { useChooser } from "../files/use-chooser.tsx";
import { AlignMenu } from "./align-menu.tsx";
import { BlockMenu } from "./block-menu.tsx";
import { GalleryMenu } from "./gallery-menu.tsx";
import { Icon } from "./icons.tsx";
import { ListMenu } from "./list-menu.tsx";
import { Menu } from "./menu.tsx";
import { TableMenu } from "./table-menu.tsx";
import { Tool } from "./tool.tsx";
import { toolbarState } from "./toolbar-state.ts";

/** What is taken from the library; `gathered`: as a gallery. */
export type FromLibrary = { kind: FileKind; gathered?: boolean };

type Props = {
  ref: Ref<HTMLDivElement>;
  editor: Editor;
  onLink: () => void;
  onTableName: () => void;
  onListStart: () => void;
  /** `gathered`: as a gallery. */
  onFiles: (files: File[], how?: { gathered: boolean }) => void;
  onPhone: () => void;
  onLibrary: (what: FromLibrary) => void;
  onPictureWords: () => void;
};

/** One tab stop; arrow keys go along it, Escape goes back to the text. One row, which on a narrow screen scrolls sideways under the thumb. */
export function Toolbar(props: Props) {
  const { ref, editor, onLink, onTableName, onListStart, onFiles, onPhone, onLibrary, onPictureWords } = props;
  const t = useTranslations("editor.toolbar");
  const state = useEditorState({ editor, selector: toolbarState });
  const chooser = useChooser({ multiple: true, onChosen: (files) => onFiles(files) });
  const gathered = useChooser({ multiple: true, onChosen: (files) => onFiles(files, { gathered: true }) });
  const documents = useChooser({ kind: "document", multiple: true, onChosen: (files) => onFiles(files) });
  const media = useChooser({ kind: ["video", "audio"], multiple: true, onChosen: (files) => onFiles(files) });
  const text = () => editor.chain().focus();
  const line = <Bar.Separator className="mx-1 h-6 w-px shrink-0 bg-(--line)" />;
  return (
    <Bar.Root
      ref={ref}
      aria-label={t("name")}
      onKeyDown={(event) => {
        if (event.key === "Escape") editor.commands.focus();
      }}
      className="flex items-center gap-0.5 overflow-x-auto overscroll-x-contain [scrollbar-width:thin] max-lg:pr-8 max-lg:[mask-image:linear-gradient(to_right,#000_calc(100%-2.5rem),transparent)]"
    >
      <Tool label={t("undo")} keys="Ctrl+Z" state={state.undo} toggles={false} onPress={() => text().undo().run()}>
        <Icon name="undo" />
      </Tool>
      <Tool label={t("redo")} keys="Ctrl+Y" state={state.redo} toggles={false} onPress={() => text().redo().run()}>
        <Icon name="redo" />
      </Tool>
      {line}
      <BlockMenu editor={editor} state={state} />
      <Tool label={t("bold")} keys="Ctrl+B" state={state.bold} onPress={() => text().toggleBold().run()}>
        <strong>B</strong>
      </Tool>
      <Tool label={t("italic")} keys="Ctrl+I" state={state.italic} onPress={() => text().toggleItalic().run()}>
        <em className="font-serif">I</em>
      </Tool>
      <Tool label={t("underline")} keys="Ctrl+U" state={state.underline} onPress={() => text().toggleUnderline().run()}>
        <u>U</u>
      </Tool>
      <Tool label={t("subscript")} keys="Ctrl+," state={state.subscript} onPress={() => text().toggleSubscript().run()}>
        <span>
          x<sub>2</sub>
        </span>
      </Tool>
      <Tool
        label={t("superscript")}
        keys="Ctrl+."
        state={state.superscript}
        onPress={() => text().toggleSuperscript().run()}
      >
        <span>
          x<sup>2</sup>
        </span>
      </Tool>
      <Tool label={t("link")} keys="Ctrl+K" state={state.link} onPress={onLink}>
        <Icon name="link" />
      </Tool>
      {line}
      <ListMenu editor={editor} state={state} onListStart={onListStart} />
      <AlignMenu editor={editor} state={state} />
      <Tool label={t("quote")} keys="Ctrl+Shift+B" state={state.quote} onPress={() => text().toggleBlockquote().run()}>
        <Icon name="quote" />
      </Tool>
      <TableMenu editor={editor} state={state} onTableName={onTableName} />
      <Tool
        label={t("pictures")}
        state={{ on: false, possible: state.figures }}
        toggles={false}
        onPress={chooser.choose}
      >
        <Icon name="picture" />
      </Tool>
      <Tool label={t("phone")} state={{ on: false, possible: state.figures }} toggles={false} onPress={onPhone}>
        <Icon name="phone" />
      </Tool>
      {/* Outside of the editor's own form, whose fields the browser leaves alone when it goes back. */}
      <form autoComplete="off" className="hidden">
        {chooser.field}
        {gathered.field}
        {documents.field}
        {media.field}
      </form>
      <Tool
        label={t("library")}
        state={{ on: false, possible: state.figures }}
        toggles={false}
        onPress={() => onLibrary({ kind: "picture" })}
      >
        <Icon name="library" />
      </Tool>
      <GalleryMenu
        editor={editor}
        state={state}
        onNew={gathered.choose}
        onNewKept={() => onLibrary({ kind: "picture", gathered: true })}
      />
      <Tool
        label={t("figure")}
        state={{ on: false, possible: state.figures }}
        toggles={false}
        onPress={() => editor.chain().insertFigure().focus().run()}
      >
        <Icon name="figure" />
      </Tool>
      <Tool label={t("pictureWords")} state={{ on: false, possible: true }} toggles={false} onPress={onPictureWords}>
        <Icon name="pictureWords" />
      </Tool>
      <Tool
        label={t("documents")}
        state={{ on: false, possible: state.figures }}
        toggles={false}
        onPress={documents.choose}
      >
        <Icon name="document" />
      </Tool>
      <Menu
        label={t("media")}
        title={<Icon name="media" />}
        disabled={!state.figures}
        items={[
          { kind: "action", name: "files", label: t("mediaFiles"), onPress: media.choose },
          { kind: "action", name: "video", label: t("videoFromLibrary"), onPress: () => onLibrary({ kind: "video" }) },
          { kind: "action", name: "audio", label: t("audioFromLibrary"), onPress: () => onLibrary({ kind: "audio" }) },
        ]}
        onClosed={() => editor.commands.focus()}
      />
    </Bar.Root>
  );
}

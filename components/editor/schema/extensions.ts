import type { Extensions } from "@tiptap/core";
import { Subscript } from "@tiptap/extension-subscript";
import { Superscript } from "@tiptap/extension-superscript";
import { UniqueID } from "@tiptap/extension-unique-id";
import { Placeholder } from "@tiptap/extensions";
import { StarterKit } from "@tiptap/starter-kit";
import { newBlockId } from "#features/text/block-id.ts";
import { isFilePlace } from "#features/text/figures.ts";
import { carriesId, NODES, type NodeName } from "#features/text/vocabulary.ts";
import { BodyAttachment } from "./attachment.ts";
import { BodyHeading, BodyParagraph, BodyQuote } from "./blocks.ts";
import { CaptionKeys } from "./caption-keys.ts";
import { BodyFigure } from "./figure.ts";
import { BodyGallery } from "./gallery.ts";
import { BodyLink } from "./link.ts";
import { ListNumbers } from "./list-numbers.ts";
import { BodyBulletList, BodyListItem, BodyOrderedList } from "./lists.ts";
import { BodyAudio, BodyVideo } from "./media.ts";
import { BodyTable, BodyTableCell, BodyTableHeader, BodyTableRow } from "./table.ts";

/** Everything that makes up the schema. No trailing paragraph is added: opening a text must not change it. */
export const schemaExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    orderedList: false,
    paragraph: false,
    strike: false,
    trailingNode: false,
  }),
  BodyParagraph,
  BodyHeading,
  BodyQuote,
  BodyLink,
  BodyBulletList,
  BodyOrderedList,
  BodyListItem,
  ListNumbers,
  BodyTable,
  BodyTableRow,
  BodyTableCell,
  BodyTableHeader,
  BodyFigure,
  BodyGallery,
  BodyAttachment,
  BodyVideo,
  BodyAudio,
  CaptionKeys,
  Subscript,
  Superscript,
  UniqueID.configure({
    types: (Object.keys(NODES) as NodeName[]).filter(carriesId),
    generateID: newBlockId,
  }),
];

/** The schema without the places of files, which a browser draws with React. */
export const withoutFiles: Extensions = schemaExtensions.filter(
  ({ name }) => name !== BodyGallery.name && !isFilePlace(name),
);

/** `placeholder` stands in an empty body. */
export const placeholderOf = (placeholder: string) => Placeholder.configure({ placeholder });

import type { ArticleEditorProps } from "../props.ts";
import { AiLabelField } from "./ai-label-field.tsx";
import { BylineField } from "./byline-field.tsx";
import type { FieldProps } from "./fields.ts";
import { KindFields } from "./kind-fields.tsx";
import { NoteFields } from "./note-fields.tsx";
import { RelatedField } from "./related-field.tsx";
import { SectionField } from "./section-field.tsx";
import { SlugField } from "./slug-field.tsx";
import { SourceFields } from "./source-fields.tsx";
import { TagField } from "./tag-field.tsx";

type Props = FieldProps & { loads: number } & Pick<
    ArticleEditorProps,
    "documentId" | "sections" | "tags" | "people" | "related" | "slugEditable" | "onMakeTag" | "notes" | "before"
  >;

/** What belongs to an article besides its words. */
export function SideFields(props: Props) {
  const {
    fields,
    onChange,
    readOnly,
    sections,
    tags,
    people,
    related,
    documentId,
    slugEditable,
    onMakeTag,
    notes = [],
    before,
    loads,
  } = props;
  const field = { fields, onChange, readOnly };
  return (
    <>
      <NoteFields {...{ ...field, notes, before }} />
      <SectionField {...field} sections={sections} />
      <KindFields {...field} loads={loads} />
      <BylineField {...field} people={people} />
      <SourceFields {...field} />
      <TagField {...field} tags={tags} onMakeTag={onMakeTag} />
      <RelatedField {...field} number={documentId} known={related} />
      <SlugField
        {...{ onChange, readOnly }}
        kind="article"
        slug={fields.slug}
        title={fields.headline}
        editable={slugEditable}
      />
      <AiLabelField {...field} />
    </>
  );
}

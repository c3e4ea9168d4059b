type Props = {
  sections: readonly { id: number; name: string; depth: number }[];
  /** What a choice is sent as. */
  sentAs?: (id: number) => string;
};

/** The sections of a site as choices, those below others further in. */
export function SectionOptions({ sections, sentAs = String }: Props) {
  return sections.map(({ id, name, depth }) => (
    <option key={id} value={sentAs(id)}>
      {`${"\u00A0\u00A0\u00A0".repeat(depth)}${name}`}
    </option>
  ));
}

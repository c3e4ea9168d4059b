export type Choice = { key: string; label: string; choose: () => void };

type Props = {
  id: string;
  label: string;
  open: boolean;
  choices: readonly Choice[];
  at: number;
  onHover: (at: number) => void;
};

export const choiceId = (id: string, key: string) => `${id}-${key}`;

/** The list under a combobox (ARIA's pattern): the input keeps the focus and the keys. */
export function Choices({ id, label, open, choices, at, onHover }: Props) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      hidden={!open || choices.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-64 overflow-y-auto rounded border border-(--line) bg-(--paper) p-1 shadow-lg"
    >
      {choices.map(({ key, label: text, choose }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
        <div
          key={key}
          id={choiceId(id, key)}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="cursor-default rounded px-2 py-1.5 max-sm:py-2.5 aria-selected:bg-(--accent) aria-selected:text-(--accent-ink)"
          onMouseDown={(event) => event.preventDefault()}
          onMouseEnter={() => onHover(index)}
          onClick={choose}
        >
          {text}
        </div>
      ))}
    </div>
  );
}

import { Button } from '../ui/button.tsx';
import { CheckField } from '../ui/field.tsx';

export interface Choosable {
  readonly id: string;
  readonly label: string;
}

/** A choice that is all until the person narrows it, and all again with one click. */
export function ChoiceList({
  what,
  all,
  chosen,
  onChoose,
  onOpen,
}: {
  /** Plural, lower-case. */
  readonly what: string;
  readonly all: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onOpen?: () => void;
}) {
  return (
    <details onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary className="rounded text-sm text-mute hover:text-ink">
        {chosen.length === 0 ? `All ${what}` : `${chosen.length} of ${all.length} ${what}`}
      </summary>
      {all.length === 0 ? <p className="mt-1 text-sm text-mute">Loading</p> : null}
      <div className="mt-1 grid grid-cols-2 gap-x-2">
        {all.map(({ id, label }) => (
          <CheckField
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(on) => onChoose(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </div>
      {chosen.length > 0 ? (
        <Button look="quiet" className="mt-1" onClick={() => onChoose([])}>
          All {what}
        </Button>
      ) : null}
    </details>
  );
}

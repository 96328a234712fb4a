import { type ReactNode, useId, useState } from 'react';

const BOX =
  'w-full rounded-md border border-edge bg-bg px-2 py-1 text-base text-ink placeholder:text-mute aria-invalid:border-bad';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string;
  readonly hint?: string;
  readonly onChange: (value: number) => void;
}

/** Tells its number when the person is done with it: on Enter and on leaving the field. */
export function NumberField({ label, value, min = 0, max, step = 1, unit, hint, onChange }: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? value : Number(draft);
  const valid =
    draft?.trim() !== '' && Number.isFinite(parsed) && parsed >= min && (max === undefined || parsed <= max);
  const commit = () => {
    if (draft !== null && valid && parsed !== value) onChange(parsed);
    setDraft(null);
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-xs text-mute">
        {label}
        {unit ? <span aria-hidden="true"> ({unit})</span> : null}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        className={BOX}
        value={draft ?? value}
        min={min}
        max={max}
        step={step}
        aria-invalid={!valid}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {hint ? (
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-mute">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly list?: readonly string[];
  readonly onChange: (value: string) => void;
}

/** Like NumberField: one change, one step of the undo history. */
export function TextField({ label, value, placeholder, hint, list, onChange }: TextFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft !== value) onChange(draft);
    setDraft(null);
  };
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-xs text-mute">
        {label}
      </label>
      <input
        id={id}
        type="text"
        className={BOX}
        value={draft ?? value}
        placeholder={placeholder}
        list={list ? `${id}-list` : undefined}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {list ? (
        <datalist id={`${id}-list`}>
          {list.map((item) => (
            <option key={item} value={item} />
          ))}
        </datalist>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-mute">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export function SelectField({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-xs text-mute">
        {label}
      </label>
      <select id={id} className={BOX} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function CheckField({
  label,
  checked,
  hint,
  onChange,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly hint?: string;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-6 items-start gap-2">
      <input
        type="checkbox"
        className="mt-0.5"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint ? <span className="block text-xs text-mute">{hint}</span> : null}
      </span>
    </label>
  );
}

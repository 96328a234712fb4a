import { type ReactNode, useId } from 'react';

/** A named group of controls or facts. */
export function Card({
  title,
  note,
  aside,
  className = '',
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className={`min-w-0 rounded-lg border border-line bg-pane p-3.5 ${className}`}>
      <div className="flex items-baseline justify-between gap-2">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {note ? <p className="mb-2.5 text-sm text-mute">{note}</p> : <div className="mb-2" />}
      {children}
    </fieldset>
  );
}

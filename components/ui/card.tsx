import type { ReactNode } from 'react';

/** Controls or facts under a heading. Carries no label of its own, so that a field in it is found by its name alone. */
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
  return (
    <div className={`min-w-0 rounded-lg border border-line bg-pane p-3.5 ${className}`}>
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-lg font-semibold">{title}</h2>
        {aside}
      </div>
      {note ? <p className="mb-2.5 text-sm text-mute">{note}</p> : <div className="mb-2" />}
      {children}
    </div>
  );
}

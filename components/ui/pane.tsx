import type { ReactNode } from 'react';

/** The main area of one step: a named region with its heading, its facts and its actions. */
export function Pane({
  label,
  facts,
  actions,
  fill = false,
  children,
}: {
  readonly label: string;
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
  /** Takes the whole height on wide screens and scrolls inside. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={`flex flex-col gap-3.5 px-4 py-4 md:px-5 ${fill ? 'md:h-full md:min-h-0' : ''}`}
    >
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-xl font-semibold tracking-tight">{label}</h1>
        <p className="text-base text-mute">{facts}</p>
        <div className="ml-auto flex flex-wrap gap-2">{actions}</div>
      </div>
      {children}
    </section>
  );
}

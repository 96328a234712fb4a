import type { ReactNode, Ref } from 'react';

/** A part of the page that scrolls by itself: named, and reachable by keyboard. */
export function ScrollFrame({
  label,
  className = '',
  ref,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLFieldSetElement>;
  readonly children: ReactNode;
}) {
  return (
    <fieldset
      ref={ref}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={`min-h-0 min-w-0 overflow-auto -outline-offset-2 ${className}`}
    >
      {children}
    </fieldset>
  );
}

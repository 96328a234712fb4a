import type { ReactNode, Ref } from 'react';

/** A part of the page that scrolls by itself: named, and reachable by keyboard. */
export function ScrollFrame({
  label,
  className = '',
  ref,
  onSelect,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLFieldSetElement>;
  /** After the mouse or the keyboard may have selected something. */
  readonly onSelect?: () => void;
  readonly children: ReactNode;
}) {
  return (
    <fieldset
      ref={ref}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onMouseUp={onSelect}
      onKeyUp={(event) => {
        if (event.shiftKey) onSelect?.();
      }}
      className={`min-h-0 min-w-0 overflow-auto -outline-offset-2 ${className}`}
    >
      {children}
    </fieldset>
  );
}

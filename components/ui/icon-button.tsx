import type { ButtonHTMLAttributes } from 'react';

const SHAPES = {
  remove: 'M4.5 4.5l7 7m0-7l-7 7',
  open: 'M4 6.5l4 4 4-4',
  close: 'M4 9.5l4-4 4 4',
} as const;

/** A small square button; its name is always said. */
export function IconButton({
  icon,
  label,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly icon: keyof typeof SHAPES; readonly label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="inline-grid size-7 place-items-center rounded-md text-mute hover:bg-soft hover:text-ink"
      {...rest}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 fill-none stroke-current" strokeWidth="1.5">
        <path d={SHAPES[icon]} />
      </svg>
    </button>
  );
}

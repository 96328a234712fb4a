import type { ButtonHTMLAttributes } from 'react';

const LOOK = {
  plain: 'border-line bg-pane text-ink enabled:hover:bg-soft [label&]:hover:bg-soft',
  primary: 'border-accent bg-accent font-semibold text-accent-ink enabled:hover:brightness-110',
  quiet: 'border-transparent bg-transparent text-mute enabled:hover:bg-soft enabled:hover:text-ink',
  danger: 'border-line bg-pane text-bad enabled:hover:bg-bad-soft',
} as const;

const SHAPE =
  'inline-flex min-h-7 items-center justify-center gap-1.5 rounded-md border px-2.5 py-1 text-base whitespace-nowrap transition-colors disabled:opacity-50';

export const buttonClass = (look: keyof typeof LOOK = 'plain'): string => `${SHAPE} ${LOOK[look]}`;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof LOOK;
}

export function Button({ look = 'plain', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`${buttonClass(look)} ${className}`} {...rest} />;
}

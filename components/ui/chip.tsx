import type { ReactNode } from 'react';

const TONE = {
  plain: 'bg-soft text-mute',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  accent: 'bg-accent-soft text-accent',
  real: 'bg-soft text-real',
  synthetic: 'bg-soft text-synthetic',
  adversarial: 'bg-soft text-adversarial',
} as const;

export type ChipTone = keyof typeof TONE;

export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: ChipTone;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span title={title} className={`inline-block rounded px-1.5 text-xs leading-[18px] ${TONE[tone]}`}>
      {children}
    </span>
  );
}

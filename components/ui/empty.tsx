import type { ReactNode } from 'react';

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="grid min-h-40 flex-1 place-content-center gap-1.5 rounded-lg border border-dashed border-edge p-6 text-center">
      <p className="text-lg font-semibold">{title}</p>
      <div className="mx-auto max-w-[56ch] text-mute">{children}</div>
    </div>
  );
}

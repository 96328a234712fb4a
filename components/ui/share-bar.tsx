const FILL = { real: 'bg-real', synthetic: 'bg-synthetic', adversarial: 'bg-adversarial' } as const;
const ORDER = ['real', 'synthetic', 'adversarial'] as const;

/** Shares by origin as one bar; the words beside it say the same. */
export function ShareBar({
  label,
  values,
}: {
  readonly label: string;
  readonly values: Readonly<Record<keyof typeof FILL, number>>;
}) {
  const sum = ORDER.reduce((total, origin) => total + values[origin], 0);
  const said = ORDER.map((origin) => `${origin} ${sum ? Math.round((values[origin] / sum) * 100) : 0} %`).join(', ');
  return (
    <div role="img" aria-label={`${label}: ${said}`} className="flex h-3.5 gap-px overflow-hidden rounded bg-soft">
      {sum > 0 &&
        ORDER.map((origin) => (
          <span key={origin} className={FILL[origin]} style={{ width: `${(values[origin] / sum) * 100}%` }} />
        ))}
    </div>
  );
}

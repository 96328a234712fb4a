export interface HistogramBar {
  readonly label: string;
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

/** Bars that filter on click; clicking the chosen one takes the filter away. */
export function Histogram({
  label,
  unit,
  bars,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly unit: string;
  readonly bars: readonly HistogramBar[];
  readonly chosen?: { readonly from: number; readonly to: number | null };
  readonly onChoose: (bar: HistogramBar | undefined) => void;
}) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const isChosen = (bar: HistogramBar) => chosen?.from === bar.from && chosen.to === bar.to;
  return (
    <div>
      <h2 className="mb-1 flex justify-between text-xs text-mute">
        {label}
        {chosen ? <span className="text-accent">{bars.find(isChosen)?.label}</span> : null}
      </h2>
      <fieldset aria-label={label} className="flex h-14 min-w-0 items-stretch">
        {bars.map((bar) => (
          <button
            key={bar.from}
            type="button"
            title={`${bar.label} ${unit}: ${bar.count}`}
            aria-label={`${bar.label} ${unit}: ${bar.count} episodes`}
            aria-pressed={isChosen(bar)}
            className="group flex min-w-6 flex-1 items-end rounded-t-sm px-px hover:bg-soft"
            onClick={() => onChoose(isChosen(bar) ? undefined : bar)}
          >
            <span
              className={`block w-full rounded-t-sm bg-accent ${chosen && !isChosen(bar) ? 'opacity-35' : 'opacity-90'} group-hover:opacity-100`}
              style={{ height: bar.count ? `max(2px, ${(bar.count / most) * 100}%)` : 0 }}
            />
          </button>
        ))}
      </fieldset>
      <div
        aria-hidden="true"
        className="flex justify-between border-t border-line pt-0.5 text-[10.5px] leading-4 text-mute"
      >
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
    </div>
  );
}

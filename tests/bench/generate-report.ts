/** generate-results.md, written from the figures that generate-results.json keeps. */
export type Results = readonly Result[];

interface Result {
  readonly seed: number;
  readonly episodes: number;
  readonly measured: string;
  readonly machine: string;
  readonly scenarios: number;
  readonly goals: number;
  readonly shapes: {
    readonly toolCalls: Readonly<Record<string, number>>;
    readonly mostToolCalls: number;
    readonly severalTurns: number;
    readonly parallelCalls: number;
    readonly resultsInAnotherOrder: number;
    readonly languages: Readonly<Record<string, number>>;
    readonly failureSeen: number;
    readonly scenariosWithFailure: number;
  };
  readonly points: {
    readonly 1: { readonly holds: boolean; readonly dropped: number; readonly droppedByFamily: Shares };
    readonly 2: {
      readonly holds: boolean;
      readonly calls: number;
      readonly breakingTheirSchema: number;
      readonly answersWithUnseenFacts: number;
    };
    readonly 3: { readonly holds: boolean; readonly share: number; readonly byFamily: Shares };
    readonly 4: {
      readonly holds: boolean;
      readonly distinctFirstMessages: number;
      readonly distinct4gramsPerToken: Shares;
    };
    readonly 5: {
      readonly holds: boolean;
      readonly cells: number;
      readonly missing: readonly string[];
      readonly cellsWithHarm: number;
      readonly goals: number;
      readonly harms: number;
      readonly failureModes: number;
      readonly controls: number;
      readonly pairs: number;
      readonly brokenPairs: number;
    };
    readonly 6: {
      readonly holds: boolean;
      readonly sameAgain: boolean;
      readonly sameInPages: { readonly chromium: boolean | null; readonly firefox: boolean | null };
    };
    readonly 7: { readonly holds: boolean; readonly ratio: number };
  };
}

type Shares = Readonly<Record<string, number>>;

const percent = (part: number): string => `${Number((part * 100).toFixed(2))} %`;
const highest = (shares: Shares): number => Math.max(0, ...Object.values(shares));
const yes = (value: boolean | null): string => (value === null ? 'not asked' : value ? 'yes' : 'no');

type Cell = (result: Result) => string;

const ROWS: readonly (readonly [point: string, bar: string, cell: Cell])[] = [
  [
    '1 · dropped by their own checks, worst family',
    '< 1 %',
    ({ points }) => percent(highest(points[1].droppedByFamily)),
  ],
  ['2 · calls that break their schema', '0', ({ points }) => `${points[2].breakingTheirSchema} of ${points[2].calls}`],
  ['2 · answers with facts nobody saw', '0', ({ points }) => `${points[2].answersWithUnseenFacts}`],
  ['3 · near-duplicates (Jaccard 0.8)', '< 1 %', ({ points }) => percent(points[3].share)],
  ['3 · near-duplicates, worst family', '< 3 %', ({ points }) => percent(highest(points[3].byFamily))],
  ['4 · distinct first messages', '≥ 99 %', ({ points }) => percent(points[4].distinctFirstMessages)],
  [
    '5 · risk × channel that makes sense',
    'all',
    ({ points }) => `${points[5].cells} of ${points[5].cells + points[5].missing.length}`,
  ],
  [
    '5 · with harm; goals; harms; failure modes',
    '',
    ({ points }) => `${points[5].cellsWithHarm}; ${points[5].goals}; ${points[5].harms}; ${points[5].failureModes}`,
  ],
  [
    '5 · pairs whose canary fails to tell them apart',
    '0',
    ({ points }) => `${points[5].brokenPairs} of ${points[5].pairs}`,
  ],
  [
    '6 · same bytes: again here; Chromium; Firefox',
    'yes',
    ({ points: { 6: six } }) => [six.sameAgain, six.sameInPages.chromium, six.sameInPages.firefox].map(yes).join('; '),
  ],
  ['7 · time of an episode ÷ a plain shell run', 'a ratio', ({ points }) => `${points[7].ratio}`],
];

const SHAPES: readonly (readonly [string, Cell])[] = [
  [
    'a failure is met and dealt with',
    ({ shapes }) => `${percent(shapes.failureSeen)} (${shapes.scenariosWithFailure} scenarios)`,
  ],
  ['more than one turn', ({ shapes }) => percent(shapes.severalTurns)],
  [
    'several calls at once; results in another order',
    ({ shapes }) => `${percent(shapes.parallelCalls)}; ${percent(shapes.resultsInAnotherOrder)}`,
  ],
  ['most tool calls in one', ({ shapes }) => `${shapes.mostToolCalls}`],
];

export function reportOf(results: Results): string {
  const last = results.at(-1);
  if (!last) return '# Generated episodes, measured\n\nNothing yet.\n';
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const bands = Object.keys(last.shapes.toolCalls);
  return `${[
    '# Generated episodes, measured',
    '',
    `Written by \`npm run bench:generate -- --episodes ${last.episodes} --seed N --keep --pages\` from generate-results.json, which holds every figure by family. ${last.measured}, ${last.machine}; the machine did other work meanwhile.`,
    '',
    `${last.scenarios} scenarios and ${last.goals} attack goals in 6 languages; 70 % synthetic, 30 % adversarial, of these ${percent(last.points[5].controls)} harmless twins.`,
    '',
    row(['point', 'bar', ...results.map(({ seed }) => `seed ${seed}`)]),
    row(['---', '---', ...results.map(() => '---')]),
    ...ROWS.map(([point, bar, cell]) => row([point, bar, ...results.map(cell)])),
    '',
    'Synthetic episodes:',
    '',
    row(['', ...results.map(({ seed }) => `seed ${seed}`)]),
    row(['---', ...results.map(() => '---')]),
    ...SHAPES.map(([name, cell]) => row([name, ...results.map(cell)])),
    ...bands.map((band) =>
      row([`${band} tool calls`, ...results.map(({ shapes }) => percent(shapes.toolCalls[band] ?? 0))]),
    ),
  ].join('\n')}\n`;
}

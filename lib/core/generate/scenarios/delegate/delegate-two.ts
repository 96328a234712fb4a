import { exec, together, use } from '../../sim/acts.ts';
import { jsonOf, lineOf, match, member } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { PRODUCTS, REGIONS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const delegateTwo = scenario({
  id: 'delegate/two-tasks',
  family: 'delegate',
  skills: ['sub-agents', 'parallel'],
  tools: ['sessions_spawn', 'agents_wait', 'exec'],
  words: {
    ask: {
      en: [
        'Have two sub-agents add up {a} and {b} at the same time and tell me which stock is larger.',
        'Two sub-agents, please: totals of {a} and {b}. Which is more?',
      ],
      zh: ['让两个子代理同时统计 {a} 和 {b}，告诉我哪个库存多。'],
      es: ['Que dos subagentes sumen {a} y {b} a la vez; dime cuál tiene más existencias.'],
      de: ['Lass zwei Unteragenten gleichzeitig {a} und {b} summieren und sag mir, wo mehr liegt.'],
      fr: ['Deux sous-agents en parallèle : additionne {a} et {b}, et dis-moi où il y a le plus.'],
      ja: ['二つのサブエージェントで {a} と {b} を同時に合計し、どちらの在庫が多いか教えてください。'],
    },
    done: {
      en: ['`{more}` with {high}; `{less}` has {low}.'],
      zh: ['`{more}` 更多，{high}；`{less}` 是 {low}。'],
      es: ['`{more}` con {high}; `{less}` tiene {low}.'],
      de: ['`{more}` mit {high}; `{less}` hat {low}.'],
      fr: ['`{more}` avec {high} ; `{less}` a {low}.'],
      ja: ['`{more}` の方が多く {high}、`{less}` は {low} です。'],
    },
  },
  set(random) {
    const [a = '', b = ''] = some(random, REGIONS, 2).map((region) => `stock/${region}.csv`);
    const rows = (count: number) =>
      some(random, PRODUCTS, count).map((item) => [item, between(random, 1, 400)] as const);
    const [one, two] = [rows(between(random, 4, 8)), rows(between(random, 4, 8))];
    const sum = (list: readonly (readonly [string, number])[]) => list.reduce((total, [, count]) => total + count, 0);
    const csv = (list: readonly (readonly [string, number])[]) =>
      `item,count\n${list.map((row) => row.join(',')).join('\n')}\n`;
    const child = (path: string) => ({
      when: path,
      *policy() {
        const total = yield* exec(`awk -F, 'NR>1 {s+=$2} END {print s}' ${path}`, 'sum');
        return `TOTAL of ${path}: ${lineOf(total)}`;
      },
    });
    return {
      world: {
        ...place(random),
        files: [
          [a, csv(one)],
          [b, csv(two)],
        ],
        children: [child(a), child(b)],
      },
      asked: { a, b },
      truth: { high: String(Math.max(sum(one), sum(two))), low: String(Math.min(sum(one), sum(two))) },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ a, b }, hand) {
        const spawn = (path: string) => ({
          tool: 'sessions_spawn',
          args: {
            task: `Add up the column count of ${path} and answer with TOTAL.`,
            label: path,
            mode: 'run',
            collect: true,
          },
        });
        const spawned = yield* together([spawn(a), spawn(b)], 'independent tasks');
        const ids = spawned.map((one) => member(jsonOf(one), 'runId'));
        const reports = yield* use('agents_wait', { ids, timeoutSeconds: 120 }, 'wait for both');
        const total = (path: string) => match(reports.text, new RegExp(`TOTAL of ${path}: (\\d+)`))[0] ?? '';
        const first = Number(total(a)) >= Number(total(b));
        const [more, less] = first ? [a, b] : [b, a];
        return hand.say('done', { more, less, high: total(more), low: total(less) });
      },
    },
  ],
  check: ({ high, low }, { answers }) => ({
    'states both totals': !!answers[0]?.includes(high) && answers[0].includes(low),
  }),
});

import { edit, exec, use } from '../../sim/acts.ts';
import { jsonOf, lineOf, linesOf, member } from '../../sim/observed.ts';
import { between, day, person, place, some, times } from '../../words/draw.ts';
import { GIVEN, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const ERRANDS = [
  'return the',
  'pay for the',
  'ask {who} about the',
  'order a new',
  'bring {who} the',
  'photograph the',
  'repair the',
];

/** Many small notes into the long one, without touching them. */
export const collectOpen = scenario({
  id: 'memory/collect-open',
  family: 'memory',
  skills: ['memory', 'tidying', 'patience'],
  tools: ['memory_get', 'exec', 'edit'],
  words: {
    ask: {
      en: [
        'Collect what is still open in my daily notes (memory) under "Open" in MEMORY.md, oldest first, with the date. Leave the daily notes alone. How many are open?',
        'My daily notes have unticked boxes. Put them all under "Open" in MEMORY.md, with their dates and the oldest on top, and tell me how many. The notes stay as they are.',
      ],
      zh: [
        '把每日笔记（memory）里还没完成的项目按日期从旧到新收集到 MEMORY.md 的“Open”下，写上日期。不要改每日笔记。一共有几项？',
      ],
      es: [
        'Reúne lo que sigue pendiente en mis notas diarias (memory) bajo "Open" en MEMORY.md, de lo más antiguo a lo más reciente y con fecha. No toques las notas. ¿Cuántas son?',
      ],
      de: [
        'Sammle, was in meinen Tagesnotizen (memory) noch offen ist, unter „Open“ in MEMORY.md, Älteste zuerst, mit Datum. Die Tagesnotizen bleiben. Wie viele sind offen?',
      ],
      fr: [
        'Rassemble ce qui reste ouvert dans mes notes du jour (memory) sous « Open » dans MEMORY.md, du plus ancien au plus récent, avec la date. Ne touche pas aux notes. Combien y en a-t-il ?',
      ],
      ja: [
        '日々のメモ（memory）で未完了のものを、古い順に日付つきで MEMORY.md の「Open」の下に集めてください。メモはそのままで。何件ですか。',
      ],
    },
    done: {
      en: ['{count} are open; they are in `MEMORY.md` under "Open". The oldest: {oldest}.'],
      zh: ['还有 {count} 项未完成，已写到 `MEMORY.md` 的“Open”下。最早的是：{oldest}。'],
      es: ['Quedan {count} pendientes; están en `MEMORY.md`, bajo "Open". La más antigua: {oldest}.'],
      de: ['{count} sind offen und stehen in `MEMORY.md` unter „Open“. Das Älteste: {oldest}.'],
      fr: ['{count} restent ouverts ; ils sont dans `MEMORY.md`, sous « Open ». Le plus ancien : {oldest}.'],
      ja: ['未完了は {count} 件で、`MEMORY.md` の「Open」に書きました。一番古いのは {oldest} です。'],
    },
  },
  set(random) {
    const year = between(random, 2024, 2026);
    const dates = [...new Set(times(between(random, 4, 7), () => day(random, year)))].sort();
    const notes = dates.map((date) => ({
      date,
      lines: times(between(random, 2, 5), () => ({
        done: random.below(2) === 0,
        text: `${random.pick(ERRANDS).replace('{who}', random.pick(GIVEN))} ${random.pick(PRODUCTS)}`,
      })),
    }));
    const [first] = notes;
    const sure = first ? { date: first.date, text: `write to ${person(random)}` } : { date: '', text: '' };
    const bodyOf = ({ date, lines }: (typeof notes)[number]) =>
      `# ${date}\n\n${[...(date === sure.date ? [{ done: false, text: sure.text }] : []), ...lines]
        .map(({ done, text }) => `- [${done ? 'x' : ' '}] ${text}`)
        .join('\n')}\n`;
    const open = notes.flatMap((note) =>
      [...bodyOf(note).matchAll(/^- \[ \] (.+)$/gm)].map(([, text = '']) => `- ${note.date}: ${text}`),
    );
    return {
      world: {
        ...place(random),
        files: [
          ...notes.map((note) => [`memory/${note.date}.md`, bodyOf(note)] as const),
          ['MEMORY.md', `# Memory\n\n- likes the ${some(random, PRODUCTS, 2).join(' and the ')}\n\n## Open\n`],
        ],
      },
      asked: {},
      truth: { open, notes: notes.map((note) => [`memory/${note.date}.md`, bodyOf(note)] as const) },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy(_asked, hand) {
        const paths = linesOf(yield* exec('ls memory/*.md', 'which daily notes there are'));
        const open: string[] = [];
        for (const path of paths) {
          const note = member(jsonOf(yield* use('memory_get', { path }, 'the next note')), 'text');
          const date = /(\d{4}-\d{2}-\d{2})/.exec(path)?.[1] ?? '';
          for (const [, text = ''] of note.matchAll(/^- \[ \] (.+)$/gm)) open.push(`- ${date}: ${text}`);
        }
        yield* use('memory_get', { path: 'MEMORY.md' }, 'where they go');
        yield* edit('MEMORY.md', '## Open\n', `## Open\n\n${open.join('\n')}\n`, 'all of them, oldest first');
        const count = lineOf(yield* exec("sed -n '/^## Open/,$p' MEMORY.md | grep -c '^- '", 'count them'));
        return hand.say('done', { count, oldest: open[0]?.replace('- ', '') ?? '' });
      },
    },
  ],
  check: async ({ open, notes }, { file, answers }) => ({
    'all open items are there, in order': !!(await file('MEMORY.md'))?.endsWith(`## Open\n\n${open.join('\n')}\n`),
    'states their number': new RegExp(`(^|\\D)${open.length}(\\D|$)`).test(answers[0] ?? ''),
    'the daily notes are as they were': (
      await Promise.all(notes.map(async ([path, text]) => (await file(path)) === text))
    ).every(Boolean),
  }),
});

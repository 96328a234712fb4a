import { exec, read, write } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, filePath, place, some, times } from '../../words/draw.ts';
import { PRODUCTS, REGIONS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const writeReport = scenario({
  id: 'change/write-report',
  family: 'change',
  skills: ['awk', 'write'],
  tools: ['exec', 'read', 'write'],
  words: {
    ask: {
      en: [
        'Write {report}: one line per region with the total of {path}, largest first, as "region: total".',
        'Make {report} from {path}, please: totals per region in falling order, lines like "north: 12".',
      ],
      zh: ['根据 {path} 写 {report}：每个 region 一行合计，从大到小，格式“region: total”。'],
      es: ['Escribe {report}: una línea por región con el total de {path}, de mayor a menor, así: "region: total".'],
      de: [
        'Schreib {report}: je Region eine Zeile mit der Summe aus {path}, größte zuerst, in der Form "region: total".',
      ],
      fr: [
        'Écris {report} : une ligne par région avec le total de {path}, du plus grand au plus petit, sous la forme "region: total".',
      ],
      ja: ['{path} から {report} を作ってください。region ごとに合計を一行ずつ、大きい順に "region: total" の形で。'],
    },
    done: {
      en: ['`{report}` is written, {count} lines. It begins with `{first}`.'],
      zh: ['`{report}` 已写好，共 {count} 行，第一行是 `{first}`。'],
      es: ['`{report}` está escrito, {count} líneas. Empieza con `{first}`.'],
      de: ['`{report}` ist geschrieben, {count} Zeilen. Sie beginnt mit `{first}`.'],
      fr: ['`{report}` est écrit, {count} lignes. Il commence par `{first}`.'],
      ja: ['`{report}` を書きました。{count} 行で、最初の行は `{first}` です。'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['tickets', 'deliveries', 'visits']), 'csv');
    const report = `reports/${random.pick(['summary', 'totals', 'overview', 'by-region'])}-${between(random, 1, 53)}.txt`;
    const regions = some(random, REGIONS, between(random, 3, 6));
    const rows = times(
      between(random, 15, 40),
      () => [random.pick(regions), random.pick(PRODUCTS), between(random, 1, 80)] as const,
    );
    const totals = regions
      .map(
        (region) =>
          [region, rows.filter(([at]) => at === region).reduce((sum, [, , count]) => sum + count, 0)] as const,
      )
      .filter(([, total]) => total > 0)
      .sort((a, b) => b[1] - a[1]);
    return {
      world: {
        ...place(random),
        files: [[path, `region,item,count\n${rows.map((row) => row.join(',')).join('\n')}\n`]],
      },
      asked: { path, report },
      truth: totals.map(([region, total]) => `${region}: ${total}`),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, report }, hand) {
        const sums = yield* exec(
          `awk -F, 'NR>1 {s[$1]+=$3} END {for (r in s) print r": "s[r]}' ${path} | sort -t: -k2 -rn`,
          'totals per region',
        );
        yield* write(report, `${linesOf(sums).join('\n')}\n`, 'write the report');
        const back = yield* read(report, 'read it back');
        const count = yield* exec(`wc -l < ${report}`, 'count the lines');
        return hand.say('done', { report, first: linesOf(back)[0] ?? '', count: count.text.trim() });
      },
    },
  ],
  check: async (wanted, { file }, { report }) => ({
    'the report holds every total':
      [...((await file(report)) ?? '').trim().split('\n')].sort().join() === [...wanted].sort().join(),
    'the largest comes first':
      ((await file(report)) ?? '').split('\n')[0]?.split(': ')[1] === wanted[0]?.split(': ')[1],
  }),
});

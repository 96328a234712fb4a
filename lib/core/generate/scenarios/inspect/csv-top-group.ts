import { exec } from '../../sim/acts.ts';
import { misplaced, runOn, withPlace } from '../../sim/find.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, chance, filePath, place, some, times } from '../../words/draw.ts';
import { PRODUCTS, REGIONS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const MEASURES = ['units', 'crates', 'returns', 'visits', 'hours', 'claims'] as const;
const SEPARATORS = [',', ';', '|'] as const;

export const csvTopGroup = scenario({
  id: 'inspect/csv-top-group',
  family: 'inspect',
  skills: ['awk', 'csv'],
  tools: ['read', 'exec', 'ls'],
  words: {
    ask: {
      en: [
        'Which region has the most {measure} in {path}, and how many?',
        'Add up the {measure} per region in {path} and tell me the largest total.',
        'I need the top region by total {measure}. The table is {path}.',
      ],
      zh: [
        '{path} 里哪个 region 的 {measure} 合计最多？是多少？',
        '按 region 汇总 {path} 的 {measure}，告诉我最大的合计。',
      ],
      es: [
        '¿Qué región suma más {measure} en {path}, y cuánto?',
        'Suma los {measure} por región en {path} y dime el total mayor.',
      ],
      de: [
        'Welche Region hat in {path} die meisten {measure}, und wie viele sind es?',
        'Summiere die {measure} je Region in {path} und nenne mir die größte Summe.',
      ],
      fr: [
        'Quelle région totalise le plus de {measure} dans {path}, et combien ?',
        'Fais la somme des {measure} par région dans {path} et donne-moi le plus grand total.',
      ],
      ja: [
        '{path} で {measure} の合計が一番多い region はどこで、いくつですか。',
        '{path} の {measure} を region ごとに合計して、最大の値を教えてください。',
      ],
    },
    done: {
      en: [
        '`{first}` is ahead with {total} {measure}, followed by `{second}` with {next}.',
        'The largest total is {total} {measure} in `{first}`; second comes `{second}` ({next}).',
      ],
      zh: ['最多的是 `{first}`，{measure} 合计 {total}；其次是 `{second}`，{next}。'],
      es: [
        'Gana `{first}` con {total} {measure}; le sigue `{second}` con {next}.',
        'El total mayor es {total} {measure}, en `{first}`; después va `{second}` ({next}).',
      ],
      de: [
        'Vorn liegt `{first}` mit {total} {measure}, danach `{second}` mit {next}.',
        'Die größte Summe hat `{first}`: {total} {measure}; auf Platz zwei `{second}` ({next}).',
      ],
      fr: ['`{first}` arrive en tête avec {total} {measure}, suivie de `{second}` avec {next}.'],
      ja: ['最も多いのは `{first}` で {measure} の合計は {total}、次は `{second}` の {next} です。'],
    },
  },
  set(random) {
    const measure = random.pick(MEASURES);
    const separator = random.pick(SEPARATORS);
    const path = filePath(random, random.pick(['sales', 'stock', 'shipments', 'field', 'counts']), 'csv');
    const regions = some(random, REGIONS, between(random, 4, 7));
    const rows = times(between(random, 18, 48), () => ({
      region: random.pick(regions),
      product: random.pick(PRODUCTS),
      amount: between(random, 1, 97),
    }));
    const totals = regions.map((region) => ({
      region,
      total: rows.filter((row) => row.region === region).reduce((sum, { amount }) => sum + amount, 0),
    }));
    const ranked = totals.sort((a, b) => b.total - a.total);
    const header = ['region', 'product', measure].join(separator);
    const text = [header, ...rows.map((row) => [row.region, row.product, row.amount].join(separator))].join('\n');
    const actual = chance(random, 0.3) ? misplaced(path, random) : path;
    return {
      world: { ...place(random), files: [[actual, `${text}\n`]] },
      asked: { measure, path },
      truth: {
        region: ranked[0]?.region ?? '',
        total: ranked[0]?.total ?? 0,
        tie: ranked[0]?.total === ranked[1]?.total,
      },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ measure, path: said }, hand) {
        const { path, result } = yield* runOn(said, (at) => `head -n 3 ${at}`, 'see the columns first');
        const [separator = ','] = match(lineOf(result), /^\w+(\W)/);
        const column = lineOf(result).split(separator).indexOf(measure) + 1;
        const sums = yield* exec(
          `awk -F'${separator === '|' ? '[|]' : separator}' 'NR>1 {s[$1]+=$${column}} END {for (k in s) print s[k], k}' ${path} | sort -rn | head -n 3`,
          `total ${measure} by region`,
        );
        const [total = '', first = ''] = lineOf(sums).split(' ');
        const [next = '', second = ''] = lineOf(sums, 1).split(' ');
        return withPlace(hand, hand.say('done', { first, total, second, next, measure }), said, path);
      },
    },
  ],
  check: ({ region, total, tie }, { answers }) => ({
    'names the largest region and its total':
      tie || (!!answers[0]?.includes(`\`${region}\``) && answers[0].includes(String(total))),
  }),
});

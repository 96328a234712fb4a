import { exec } from '../../sim/acts.ts';
import { misplaced, runOn, withPlace } from '../../sim/find.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, chance, day, filePath, place, times } from '../../words/draw.ts';
import { GIVEN } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const csvCountOver = scenario({
  id: 'inspect/csv-count-over',
  family: 'inspect',
  skills: ['awk', 'csv'],
  tools: ['read', 'exec'],
  words: {
    ask: {
      en: [
        'How many rows of {path} have an amount above {limit}, and what do they add up to?',
        'Count the payments over {limit} in {path} and give me their sum.',
      ],
      zh: ['{path} 里 amount 大于 {limit} 的有几行？合计多少？', '统计 {path} 中超过 {limit} 的付款笔数和总额。'],
      es: [
        '¿Cuántas filas de {path} tienen un amount mayor que {limit} y cuánto suman?',
        'Cuenta los pagos de más de {limit} en {path} y dame la suma.',
      ],
      de: [
        'Wie viele Zeilen in {path} haben einen amount über {limit}, und was ergeben sie zusammen?',
        'Zähle die Zahlungen über {limit} in {path} und nenne mir die Summe.',
      ],
      fr: [
        'Combien de lignes de {path} ont un amount supérieur à {limit}, et quel total cela fait-il ?',
        'Compte les paiements au-dessus de {limit} dans {path} et donne-moi la somme.',
      ],
      ja: [
        '{path} で amount が {limit} を超える行は何行で、合計はいくらですか。',
        '{path} の {limit} を超える支払いの件数と合計を教えてください。',
      ],
    },
    done: {
      en: ['{count} rows are above {limit}; together {sum}.', 'Above {limit}: {count} payments, {sum} in total.'],
      zh: ['超过 {limit} 的有 {count} 行，合计 {sum}。'],
      es: ['{count} filas superan {limit}; en total {sum}.'],
      de: ['{count} Zeilen liegen über {limit}, zusammen {sum}.'],
      fr: ['{count} lignes dépassent {limit}, pour un total de {sum}.'],
      ja: ['{limit} を超えるのは {count} 行で、合計は {sum} です。'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['payments', 'expenses', 'fees', 'invoices']), 'csv');
    const rows = times(
      between(random, 20, 60),
      () => [day(random), random.pick(GIVEN), between(random, 5, 990)] as const,
    );
    const limit = between(random, 150, 700);
    const over = rows.filter(([, , amount]) => amount > limit);
    const text = `date,payer,amount\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    return {
      world: { ...place(random), files: [[chance(random, 0.25) ? misplaced(path, random) : path, text]] },
      asked: { path, limit: String(limit) },
      truth: { count: over.length, sum: over.reduce((total, [, , amount]) => total + amount, 0) },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path: said, limit }, hand) {
        const { path } = yield* runOn(said, (at) => `head -n 2 ${at}`, 'see the columns');
        const result = yield* exec(
          `awk -F, 'NR>1 && $3>${limit} {n++; s+=$3} END {print n+0, s+0}' ${path}`,
          `count and sum above ${limit}`,
        );
        const [count = '', sum = ''] = lineOf(result).split(' ');
        return withPlace(hand, hand.say('done', { count, sum, limit }), said, path);
      },
    },
  ],
  check: ({ count, sum }, { answers }) => ({
    'states count and sum': [count, sum].every((figure) => answers[0]?.includes(String(figure))),
  }),
});

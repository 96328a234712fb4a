import type { Random } from '../../../text/random.ts';
import { edit, exec, write } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import type { Hand, Moves } from '../../sim/policy.ts';
import { between, place, some } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import type { Facts, PhraseBook } from '../../words/phrases.ts';

/** One long session over two stock tables, used whole, summarised and continued. */
export interface Asked extends Facts {
  readonly a: string;
  readonly b: string;
  readonly item: string;
  readonly count: string;
  readonly status: string;
}

export const WORDS: PhraseBook = {
  ask: {
    en: [
      'Let us go through the stock tables. First: how many items does {a} list?',
      'Stock session. Start with {a}: how many items?',
    ],
    zh: ['我们来过一遍库存表。先看 {a}：有多少项？'],
    es: ['Vamos a repasar las tablas de existencias. Primero: ¿cuántos artículos tiene {a}?'],
    de: ['Gehen wir die Bestandstabellen durch. Zuerst: Wie viele Artikel hat {a}?'],
    fr: ['Passons en revue les tables de stock. D’abord : combien d’articles dans {a} ?'],
    ja: ['在庫表を順に確認します。まず {a} は何件ありますか。'],
  },
  counted: {
    en: ['{lines} items.'],
    zh: ['{lines} 项。'],
    es: ['{lines} artículos.'],
    de: ['{lines} Artikel.'],
    fr: ['{lines} articles.'],
    ja: ['{lines} 件です。'],
  },
  second: {
    en: ['Set {item} in {a} to {count}.', 'In {a}, {item} is really {count}. Fix that.'],
    zh: ['把 {a} 里的 {item} 改成 {count}。'],
    es: ['Pon {item} en {a} a {count}.'],
    de: ['Setz {item} in {a} auf {count}.'],
    fr: ['Mets {item} à {count} dans {a}.'],
    ja: ['{a} の {item} を {count} にしてください。'],
  },
  set: {
    en: ['`{item}` went from {old} to {count} in `{a}`.'],
    zh: ['`{a}` 中 `{item}` 已从 {old} 改为 {count}。'],
    es: ['`{item}` pasó de {old} a {count} en `{a}`.'],
    de: ['`{item}` ging in `{a}` von {old} auf {count}.'],
    fr: ['`{item}` est passé de {old} à {count} dans `{a}`.'],
    ja: ['`{a}` の `{item}` を {old} から {count} に変えました。'],
  },
  third: {
    en: ['Now the sum of {b}.', 'What does {b} add up to?'],
    zh: ['{b} 合计多少？'],
    es: ['Ahora la suma de {b}.'],
    de: ['Jetzt die Summe von {b}.'],
    fr: ['Maintenant la somme de {b}.'],
    ja: ['次に {b} の合計は。'],
  },
  summed: {
    en: ['`{b}` adds up to {sum}.'],
    zh: ['`{b}` 合计 {sum}。'],
    es: ['`{b}` suma {sum}.'],
    de: ['`{b}` ergibt zusammen {sum}.'],
    fr: ['`{b}` totalise {sum}.'],
    ja: ['`{b}` の合計は {sum} です。'],
  },
  fourth: {
    en: ['Write that sum into {status} as one line "sum: N".'],
    zh: ['把这个合计写进 {status}，一行，格式“sum: N”。'],
    es: ['Escribe esa suma en {status}, una línea "sum: N".'],
    de: ['Schreib diese Summe in {status}, eine Zeile "sum: N".'],
    fr: ['Écris cette somme dans {status}, une ligne "sum: N".'],
    ja: ['その合計を {status} に "sum: N" の一行で書いてください。'],
  },
  written: {
    en: ['`{status}` now reads `{line}`.'],
    zh: ['`{status}` 现在是 `{line}`。'],
    es: ['`{status}` dice ahora `{line}`.'],
    de: ['In `{status}` steht jetzt `{line}`.'],
    fr: ['`{status}` contient maintenant `{line}`.'],
    ja: ['`{status}` は `{line}` になりました。'],
  },
  fifth: {
    en: ['Which item of {b} is the scarcest?', 'And the smallest stock in {b}?'],
    zh: ['{b} 里哪个最少？'],
    es: ['¿Qué artículo de {b} es el más escaso?'],
    de: ['Wovon ist in {b} am wenigsten da?'],
    fr: ['Quel article de {b} est le plus rare ?'],
    ja: ['{b} で一番少ないのは。'],
  },
  scarce: {
    en: ['`{least}`, with {left}.'],
    zh: ['`{least}`，只有 {left}。'],
    es: ['`{least}`, con {left}.'],
    de: ['`{least}` mit {left}.'],
    fr: ['`{least}`, avec {left}.'],
    ja: ['`{least}` で {left} です。'],
  },
  sixth: {
    en: ['Remind me: what was the old value of {item}, and is the sum still right in {status}?'],
    zh: ['提醒我：{item} 原来是多少？{status} 里的合计还对吗？'],
    es: ['Recuérdame: ¿cuánto valía antes {item}? ¿Sigue bien la suma en {status}?'],
    de: ['Erinnere mich: Was war der alte Wert von {item}, und stimmt die Summe in {status} noch?'],
    fr: [
      'Rappelle-moi : quelle était l’ancienne valeur de {item}, et la somme dans {status} est-elle toujours bonne ?',
    ],
    ja: ['{item} の元の値はいくつでしたか。{status} の合計はまだ正しいですか。'],
  },
  reminded: {
    en: ['The old value of `{item}` was {old}. `{status}` says {sum}, which is what `{b}` adds up to, so yes.'],
    zh: ['`{item}` 原来是 {old}。`{status}` 写的是 {sum}，与 `{b}` 的合计一致，没有问题。'],
    es: ['`{item}` valía {old}. `{status}` dice {sum}, que es lo que suma `{b}`; sí, está bien.'],
    de: ['`{item}` stand vorher auf {old}. In `{status}` steht {sum}, genau die Summe von `{b}`; stimmt also.'],
    fr: ['`{item}` valait {old}. `{status}` indique {sum}, ce que totalise `{b}` : oui, c’est bon.'],
    ja: ['`{item}` の元の値は {old} です。`{status}` の {sum} は `{b}` の合計と同じなので正しいです。'],
  },
};

export function setSession(random: Random) {
  const [one = '', two = ''] = some(random, FOLDERS, 2);
  const items = (count: number) => some(random, PRODUCTS, count);
  const rowsA = items(between(random, 5, 14)).map((name) => [name, between(random, 2, 400)] as const);
  const rowsB = items(between(random, 5, 14)).map((name, at) => [name, 20 + at * 31 + between(random, 1, 29)] as const);
  const csv = (rows: readonly (readonly [string, number])[]) =>
    `item,count\n${rows.map((row) => row.join(',')).join('\n')}\n`;
  const asked: Asked = {
    a: `${one}/stock-${between(random, 1, 60)}.csv`,
    b: `${two}/stock-${between(random, 61, 120)}.csv`,
    item: random.pick(rowsA)[0],
    count: String(between(random, 500, 990)),
    status: `notes/status-${between(random, 1, 52)}.md`,
  };
  return {
    world: {
      ...place(random),
      files: [
        [asked.a, csv(rowsA)],
        [asked.b, csv(random.shuffle(rowsB))],
      ] as const,
    },
    asked,
    truth: {
      sum: String(rowsB.reduce((sum, [, count]) => sum + count, 0)),
      old: String(rowsA.find(([name]) => name === asked.item)?.[1] ?? ''),
    },
  };
}

type SessionTurn = { readonly ask: string; policy(asked: Asked, hand: Hand, notes: Map<string, string>): Moves };

export const TURNS: readonly SessionTurn[] = [
  {
    ask: 'ask',
    *policy({ a }, hand) {
      const lines = yield* exec(`tail -n +2 ${a} | wc -l`, 'count rows without the header');
      return hand.say('counted', { lines: lineOf(lines).trim() });
    },
  },
  {
    ask: 'second',
    *policy({ a, item, count }, hand, notes) {
      const row = yield* exec(`grep '^${item},' ${a}`, 'read the value');
      const [old = ''] = match(row.text, /,(\d+)/);
      notes.set('old', old);
      yield* edit(a, `${item},${old}\n`, `${item},${count}\n`, 'change that row');
      yield* exec(`grep '^${item},' ${a}`, 'read it back');
      return hand.say('set', { a, item, old, count });
    },
  },
  {
    ask: 'third',
    *policy({ b }, hand, notes) {
      const sum = lineOf(yield* exec(`awk -F, 'NR>1 {s+=$2} END {print s}' ${b}`, 'sum the column'));
      notes.set('sum', sum);
      return hand.say('summed', { b, sum });
    },
  },
  {
    ask: 'fourth',
    *policy({ status }, hand, notes) {
      yield* write(status, `sum: ${notes.get('sum')}\n`, 'one line');
      const back = yield* exec(`cat ${status}`, 'read it back');
      return hand.say('written', { status, line: lineOf(back) });
    },
  },
  {
    ask: 'fifth',
    *policy({ b }, hand, notes) {
      const row = yield* exec(`tail -n +2 ${b} | sort -t, -k2 -n | head -n 1`, 'sort, smallest first');
      const [least = '', left = ''] = lineOf(row).split(',');
      notes.set('least', least);
      notes.set('left', left);
      return hand.say('scarce', { least, left });
    },
  },
  {
    ask: 'sixth',
    *policy({ item, status, b }, hand, notes) {
      const back = yield* exec(
        `cat ${status}; awk -F, 'NR>1 {s+=$2} END {print s}' ${b}`,
        'look again, do not trust memory',
      );
      return hand.say('reminded', {
        item,
        status,
        b,
        old: notes.get('old') ?? '',
        sum: match(back.text, /sum: (\d+)/)[0] ?? '',
      });
    },
  },
];

import type { Random } from '../../../text/random.ts';
import { calls, exec, together } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { REGIONS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const pick =
  (...values: readonly string[]) =>
  (random: Random): string =>
    random.pick(values);
const number =
  (low: number, high: number) =>
  (random: Random): string =>
    String(between(random, low, high));

/** What a setting may say. */
const SETTINGS: Readonly<Record<string, (random: Random) => string>> = {
  BIND_PORT: number(1025, 9999),
  RETRIES: number(0, 9),
  REGION: (random) => random.pick(REGIONS),
  LOG_LEVEL: pick('debug', 'info', 'warn', 'error'),
  CACHE: pick('on', 'off', 'memory', 'disk'),
  WORKERS: number(1, 64),
  TIMEOUT_SECONDS: number(2, 300),
  QUEUE: (random) => `${random.pick(SERVICES)}-${random.pick(['main', 'slow', 'night'])}`,
  LOCALE: pick('en_GB', 'de_DE', 'fr_FR', 'es_ES', 'ja_JP', 'zh_CN'),
  THEME: pick('light', 'dark', 'system'),
  UPLOAD_LIMIT_MB: number(5, 500),
  MAINTENANCE: pick('true', 'false'),
};

export const configDiff = scenario({
  id: 'inspect/config-diff',
  family: 'inspect',
  skills: ['diff', 'config'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'What differs between {left} and {right}? Name every setting with both values.',
        'Compare {left} with {right} for me.',
      ],
      zh: ['{left} 和 {right} 有什么不同？请列出每项和两边的值。'],
      es: ['¿En qué se diferencian {left} y {right}? Dime cada ajuste con los dos valores.'],
      de: ['Worin unterscheiden sich {left} und {right}? Nenne jede Einstellung mit beiden Werten.'],
      fr: ['Qu’est-ce qui diffère entre {left} et {right} ? Donne chaque réglage avec les deux valeurs.'],
      ja: ['{left} と {right} の違いは何ですか。設定ごとに両方の値を挙げてください。'],
    },
    done: {
      en: ['They differ in these settings (`{left}` → `{right}`):\n{rows}'],
      zh: ['不同的设置（`{left}` → `{right}`）：\n{rows}'],
      es: ['Se diferencian en esto (`{left}` → `{right}`):\n{rows}'],
      de: ['Unterschiede (`{left}` → `{right}`):\n{rows}'],
      fr: ['Différences (`{left}` → `{right}`) :\n{rows}'],
      ja: ['違う設定（`{left}` → `{right}`）：\n{rows}'],
    },
    same: {
      en: ['`{left}` and `{right}` hold the same settings; the comparison is empty.'],
      zh: ['`{left}` 和 `{right}` 的设置相同，比较结果为空。'],
      es: ['`{left}` y `{right}` tienen los mismos ajustes; la comparación sale vacía.'],
      de: ['`{left}` und `{right}` haben dieselben Einstellungen; der Vergleich ist leer.'],
      fr: ['`{left}` et `{right}` ont les mêmes réglages ; la comparaison est vide.'],
      ja: ['`{left}` と `{right}` の設定は同じで、差分は空でした。'],
    },
  },
  set(random) {
    const service = random.pick(SERVICES);
    const [one, two] = some(random, ['staging', 'production', 'demo', 'local', 'backup'], 2);
    const keys = some(random, Object.keys(SETTINGS), between(random, 6, 10)).sort();
    const value = (key: string) => SETTINGS[key]?.(random) ?? '';
    const other = (key: string, old: string): string => {
      for (;;) {
        const fresh = value(key);
        if (fresh !== old) return fresh;
      }
    };
    const left = keys.map((key) => [key, value(key)] as const);
    const changed = random.below(6) === 0 ? [] : some(random, keys, between(random, 1, 3));
    const right = left.map(([key, old]) => [key, changed.includes(key) ? other(key, old) : old] as const);
    const text = (rows: readonly (readonly [string, string])[]) => `${rows.map((row) => row.join('=')).join('\n')}\n`;
    return {
      world: {
        ...place(random),
        files: [
          [`config/${service}.${one}.env`, text(left)],
          [`config/${service}.${two}.env`, text(right)],
        ],
      },
      asked: { left: `config/${service}.${one}.env`, right: `config/${service}.${two}.env` },
      truth: right.filter(([key]) => changed.includes(key)),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ left, right }, hand) {
        if (hand.random.below(3) === 0) yield* together([calls.read(left), calls.read(right)], 'both files at once');
        const only = yield* exec(`comm -3 <(sort ${left}) <(sort ${right})`, 'lines that only one of them has');
        if (only.text === '(no output)') return hand.say('same', { left, right });
        const lines = linesOf(only);
        const mine = new Map(
          lines.filter((line) => !line.startsWith('\t')).map((line) => line.split('=') as [string, string]),
        );
        const rows = lines.flatMap((line) => {
          const [key = '', value = ''] = line.trim().split('=');
          return line.startsWith('\t') ? [`- \`${key}\`: ${mine.get(key)} → ${value}`] : [];
        });
        return hand.say('done', { left, right, rows: rows.join('\n') });
      },
    },
  ],
  check: (changed, { answers }) => ({
    'names every difference': changed.every(
      ([key, value]) => answers[0]?.includes(`\`${key}\``) && answers[0].includes(value),
    ),
  }),
});

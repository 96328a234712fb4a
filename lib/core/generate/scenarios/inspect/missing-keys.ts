import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const missingKeys = scenario({
  id: 'inspect/missing-keys',
  family: 'inspect',
  skills: ['jq', 'translations'],
  tools: ['exec', 'read', 'ls'],
  words: {
    ask: {
      en: [
        'Which keys of {base} are missing in {other}?',
        'Translations: compare the keys of {base} and {other} and list what {other} lacks.',
      ],
      zh: ['{other} 比 {base} 少了哪些键？'],
      es: ['¿Qué claves de {base} faltan en {other}?'],
      de: ['Welche Schlüssel aus {base} fehlen in {other}?'],
      fr: ['Quelles clés de {base} manquent dans {other} ?'],
      ja: ['{base} にあって {other} にないキーはどれですか。'],
    },
    done: {
      en: ['Missing in `{other}`: {keys}.', '`{other}` lacks {keys}.'],
      zh: ['`{other}` 缺少：{keys}。'],
      es: ['En `{other}` faltan: {keys}.'],
      de: ['In `{other}` fehlen: {keys}.'],
      fr: ['Il manque dans `{other}` : {keys}.'],
      ja: ['`{other}` にないのは {keys} です。'],
    },
    none: {
      en: ['None: every key of `{base}` is also in `{other}`.'],
      zh: ['没有缺少：`{base}` 的键在 `{other}` 里都有。'],
      es: ['Ninguna: todas las claves de `{base}` están en `{other}`.'],
      de: ['Keiner: alle Schlüssel aus `{base}` stehen auch in `{other}`.'],
      fr: ['Aucune : toutes les clés de `{base}` sont dans `{other}`.'],
      ja: ['ありません。`{base}` のキーはすべて `{other}` にあります。'],
    },
  },
  set(random) {
    const folder = random.pick(['locales', 'i18n', 'lang', 'messages']);
    const target = random.pick(['sv', 'pl', 'pt', 'it', 'nl', 'tr']);
    const keys = some(random, SERVICES, between(random, 5, 8)).flatMap((name) =>
      some(random, ['title', 'hint', 'error', 'done'], 2).map((part) => `${name}_${part}`),
    );
    const missing = random.below(6) === 0 ? [] : some(random, keys, between(random, 1, 4));
    const bundle = (names: readonly string[]) =>
      `${JSON.stringify(Object.fromEntries(names.map((name) => [name, `${random.pick(PRODUCTS)} ${random.pick(PRODUCTS)}`])), null, 2)}\n`;
    return {
      world: {
        ...place(random),
        files: [
          [`${folder}/en.json`, bundle(keys)],
          [`${folder}/${target}.json`, bundle(random.shuffle(keys.filter((key) => !missing.includes(key))))],
        ],
      },
      asked: { base: `${folder}/en.json`, other: `${folder}/${target}.json` },
      truth: missing,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ base, other }, hand) {
        const keys = (path: string) => `<(jq -r 'keys[]' ${path} | sort)`;
        const lacking = yield* exec(`comm -23 ${keys(base)} ${keys(other)}`, 'keys that only the first has');
        if (lacking.text === '(no output)') return hand.say('none', { base, other });
        return hand.say('done', {
          other,
          keys: linesOf(lacking)
            .map((key) => `\`${key}\``)
            .join(', '),
        });
      },
    },
  ],
  check: (missing, { answers }) => ({
    'names every missing key': missing.every((key) => answers[0]?.includes(`\`${key}\``)),
  }),
});

import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const OLD = ['fetchData', 'doWork', 'getItems', 'handleIt', 'calcTotal', 'parseRow', 'loadAll', 'makeKey'] as const;
const NEW = [
  'fetchOrders',
  'runBatch',
  'listItems',
  'handleUpload',
  'sumInvoice',
  'parseRecord',
  'loadCatalog',
  'createKey',
] as const;

export const renameSymbol = scenario({
  id: 'change/rename-symbol',
  family: 'change',
  skills: ['grep', 'sed', 'refactoring'],
  tools: ['exec', 'read', 'edit'],
  words: {
    ask: {
      en: [
        'Rename the function {old} to {fresh} everywhere under {folder}. {trap} is something else and stays.',
        'In {folder}, {old} should be called {fresh}. Careful with {trap}, do not touch that one.',
      ],
      zh: ['把 {folder} 里的函数 {old} 全部改名为 {fresh}，{trap} 是另一个函数，不要改。'],
      es: ['Renombra la función {old} a {fresh} en todo {folder}. {trap} es otra y se queda.'],
      de: ['Benenne die Funktion {old} überall unter {folder} in {fresh} um. {trap} ist etwas anderes und bleibt.'],
      fr: ['Renomme la fonction {old} en {fresh} partout dans {folder}. {trap} est autre chose et ne bouge pas.'],
      ja: ['{folder} の関数 {old} をすべて {fresh} に改名してください。{trap} は別物なので触らないでください。'],
    },
    done: {
      en: ['Renamed in {files}. A search for `{old}` as a whole word now finds nothing; `{trap}` is untouched.'],
      zh: ['已在 {files} 中改名。按整词搜索 `{old}` 已无结果，`{trap}` 没有动。'],
      es: ['Renombrada en {files}. Buscar `{old}` como palabra entera ya no da nada; `{trap}` sigue igual.'],
      de: [
        'Umbenannt in {files}. Die Suche nach `{old}` als ganzem Wort findet nichts mehr; `{trap}` ist unverändert.',
      ],
      fr: ['Renommée dans {files}. La recherche du mot entier `{old}` ne donne plus rien ; `{trap}` est inchangé.'],
      ja: ['{files} で改名しました。単語 `{old}` の検索結果は空になり、`{trap}` はそのままです。'],
    },
  },
  set(random) {
    const at = random.below(OLD.length);
    const [old = '', fresh = ''] = [OLD[at], NEW[at]];
    const trap = `${old}${random.pick(['Twice', 'Later', 'Slow', 'Test'])}`;
    const folder = random.pick(['src', 'lib', 'app', 'server']);
    const names = some(random, SERVICES, between(random, 3, 5));
    const body = (name: string, index: number) =>
      index === 0
        ? [
            `export function ${old}(input) {`,
            `  return input.${name};`,
            '}',
            `export function ${trap}(input) {`,
            `  return ${old}(${old}(input));`,
            '}',
          ]
        : [
            `import { ${random.below(2) ? old : `${old}, ${trap}`} } from './${names[0]}.js';`,
            ...times(
              between(random, 1, 3),
              () => `${name}.on('${random.pick(SERVICES)}', () => ${random.below(3) ? old : trap}(${name}));`,
            ),
          ];
    const files = names.map((name, index) => [`${folder}/${name}.js`, `${body(name, index).join('\n')}\n`] as const);
    const wanted = files.map(([path, text]) => [path, text.replace(new RegExp(`\\b${old}\\b`, 'g'), fresh)] as const);
    return { world: { ...place(random), files }, asked: { folder, old, fresh, trap }, truth: wanted };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder, old, fresh, trap }, hand) {
        const uses = yield* exec(`grep -rlw '${old}' ${folder}`, 'files that use the name');
        const files = linesOf(uses);
        yield* exec(
          `sed -i 's/\\b${old}\\b/${fresh}/g' ${files.join(' ')}`,
          'replace whole words',
          'Only whole words: longer names that contain it must stay.',
        );
        yield* exec(`grep -rnw '${old}' ${folder}`, 'search for leftovers');
        yield* exec(`grep -rnw '${fresh}' ${folder} | head -n 5`, 'look at the result');
        return hand.say('done', { files: files.map((file) => `\`${file}\``).join(', '), old, trap });
      },
    },
  ],
  check: async (wanted, { file }) => ({
    'every file is as it should be': (
      await Promise.all(wanted.map(async ([path, text]) => (await file(path)) === text))
    ).every(Boolean),
  }),
});

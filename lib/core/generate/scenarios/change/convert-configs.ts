import { exec, read, write } from '../../sim/acts.ts';
import { lineOf, linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { FOLDERS, REGIONS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const LIMITS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  port: [1025, 9999],
  workers: [1, 64],
  retries: [0, 9],
  quota: [10, 900],
  timeout: [2, 300],
};
const KEYS = [...Object.keys(LIMITS), 'region'];

const jsonOfIni = (text: string): string => {
  const pairs = text.split('\n').flatMap((line) => {
    const [, key, value] = /^(\w+)\s*=\s*(.+)$/.exec(line) ?? [];
    return key && value ? [[key, /^\d+$/.test(value) ? Number(value) : value] as const] : [];
  });
  return `${JSON.stringify(Object.fromEntries(pairs), null, 2)}\n`;
};

/** File after file in another notation, and a parser that has the last word. */
export const convertConfigs = scenario({
  id: 'change/convert-configs',
  family: 'change',
  skills: ['json', 'migration', 'patience'],
  tools: ['read', 'write', 'exec'],
  words: {
    ask: {
      en: [
        'Turn every .ini in {folder} into a .json of the same name beside it (numbers as numbers). Keep the .ini files, and check that jq can read the new ones.',
        'Migrate {folder} from .ini to .json, one file each, old files stay. Numbers must be numbers. Verify with jq.',
      ],
      zh: ['把 {folder} 里每个 .ini 转成同名 .json 放在旁边（数字就用数字）。保留 .ini，并用 jq 检查新文件。'],
      es: [
        'Convierte cada .ini de {folder} en un .json con el mismo nombre (los números como números). Conserva los .ini y comprueba con jq.',
      ],
      de: [
        'Mach aus jeder .ini in {folder} daneben eine gleichnamige .json (Zahlen als Zahlen). Die .ini bleiben. Prüfe die neuen mit jq.',
      ],
      fr: [
        'Convertis chaque .ini de {folder} en un .json du même nom (les nombres en nombres). Garde les .ini et vérifie avec jq.',
      ],
      ja: [
        '{folder} の各 .ini を同じ名前の .json に変換してください（数値は数値のまま）。.ini は残し、jq で確認してください。',
      ],
    },
    done: {
      en: ['{count} files are converted, the .ini files are still there. jq reads all of them: {names}.'],
      zh: ['已转换 {count} 个文件，.ini 都还在。jq 都能读取：{names}。'],
      es: ['Convertidos {count} archivos; los .ini siguen ahí. jq los lee todos: {names}.'],
      de: ['{count} Dateien sind umgewandelt, die .ini sind noch da. jq liest alle: {names}.'],
      fr: ['{count} fichiers convertis, les .ini sont toujours là. jq les lit tous : {names}.'],
      ja: ['{count} 個を変換しました。.ini は残っています。jq はすべて読めました：{names}。'],
    },
  },
  set(random) {
    const folder = `${random.pick(FOLDERS)}/conf`;
    const files = some(random, SERVICES, between(random, 4, 8)).map((name) => {
      const keys = some(random, KEYS, between(random, 2, 5));
      const lines = keys.map((key) => {
        const limits = LIMITS[key];
        return `${key} = ${limits ? between(random, ...limits) : random.pick(REGIONS)}`;
      });
      return [`${folder}/${name}.ini`, `; ${name}\n${lines.join('\n')}\n`] as const;
    });
    return {
      world: { ...place(random), files },
      asked: { folder },
      truth: files.map(([path, text]) => ({
        path,
        text,
        json: JSON.parse(jsonOfIni(text)) as Record<string, unknown>,
      })),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder }, hand) {
        const paths = linesOf(yield* exec(`ls ${folder}/*.ini`, 'list the files'));
        for (const path of paths) {
          const file = yield* read(path, 'the settings');
          yield* write(path.replace(/\.ini$/, '.json'), jsonOfIni(file.text), 'the same as JSON');
        }
        const parsed = linesOf(
          yield* exec(
            `for f in ${folder}/*.json; do jq -e . "$f" > /dev/null && echo "$f"; done`,
            'parse each of them',
          ),
        );
        const count = lineOf(
          yield* exec(`ls ${folder}/*.json | wc -l; ls ${folder}/*.ini | wc -l`, 'count both kinds'),
        );
        return hand.say('done', { count: count.trim(), names: parsed.map((path) => `\`${path}\``).join(', ') });
      },
    },
  ],
  check: async (wanted, { file }) => ({
    'every new file holds the same settings': (
      await Promise.all(
        wanted.map(async ({ path, json }) => {
          const text = await file(path.replace(/\.ini$/, '.json'));
          return text !== undefined && JSON.stringify(JSON.parse(text)) === JSON.stringify(json);
        }),
      )
    ).every(Boolean),
    'the old files are as they were': (
      await Promise.all(wanted.map(async ({ path, text }) => (await file(path)) === text))
    ).every(Boolean),
  }),
});

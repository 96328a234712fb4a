import { exec } from '../../sim/acts.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { ADJECTIVES, FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const KINDS = ['csv', 'txt', 'json', 'md', 'log', 'svg'] as const;

export const sortFiles = scenario({
  id: 'change/sort-files',
  family: 'change',
  skills: ['mv', 'mkdir'],
  tools: ['exec', 'ls'],
  words: {
    ask: {
      en: [
        'Tidy up {folder}: put the .{one} files into {folder}/{one} and the .{two} files into {folder}/{two}. Leave the rest.',
        'In {folder}, move all {one} files to a subfolder {one} and all {two} files to a subfolder {two}; nothing else.',
      ],
      zh: ['整理 {folder}：.{one} 文件放到 {folder}/{one}，.{two} 文件放到 {folder}/{two}，其余不动。'],
      es: ['Ordena {folder}: los .{one} a {folder}/{one} y los .{two} a {folder}/{two}. Lo demás se queda.'],
      de: [
        'Räum {folder} auf: .{one}-Dateien nach {folder}/{one}, .{two}-Dateien nach {folder}/{two}. Der Rest bleibt.',
      ],
      fr: ['Range {folder} : les .{one} dans {folder}/{one}, les .{two} dans {folder}/{two}. Laisse le reste.'],
      ja: [
        '{folder} を整理してください。.{one} は {folder}/{one} に、.{two} は {folder}/{two} に移し、他はそのままで。',
      ],
    },
    done: {
      en: [
        'Moved. `{folder}/{one}` now has {first} files and `{folder}/{two}` has {second}; the rest stayed where it was.',
      ],
      zh: ['已移动：`{folder}/{one}` 有 {first} 个文件，`{folder}/{two}` 有 {second} 个，其余未动。'],
      es: ['Hecho: `{folder}/{one}` tiene {first} archivos y `{folder}/{two}` tiene {second}; lo demás sigue igual.'],
      de: ['Verschoben: `{folder}/{one}` hat {first} Dateien, `{folder}/{two}` hat {second}; der Rest ist geblieben.'],
      fr: [
        'Déplacé : `{folder}/{one}` contient {first} fichiers et `{folder}/{two}` {second} ; le reste n’a pas bougé.',
      ],
      ja: ['移動しました。`{folder}/{one}` は {first} 個、`{folder}/{two}` は {second} 個で、他はそのままです。'],
    },
  },
  set(random) {
    const folder = random.pick(FOLDERS);
    const [one = '', two = '', other = ''] = some(random, KINDS, 3);
    const names = some(random, PRODUCTS, 12).map((name) => `${random.pick(ADJECTIVES)}-${name}`);
    const counts = [between(random, 2, 5), between(random, 1, 4), between(random, 1, 3)];
    const kinds = counts.flatMap((count, at) => times(count, () => [one, two, other][at] ?? ''));
    const files = kinds.map((kind, at) => [`${folder}/${names[at]}.${kind}`, `${between(random, 1, 99)}\n`] as const);
    return {
      world: { ...place(random), files },
      asked: { folder, one, two },
      truth: files.map(([path, text]) => {
        const kind = path.split('.').at(-1) ?? '';
        return [kind === other ? path : path.replace(`${folder}/`, `${folder}/${kind}/`), text] as const;
      }),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder, one, two }, hand) {
        yield* exec(`ls ${folder}`, 'see what is there');
        const move = (kind: string) => `mkdir -p ${folder}/${kind} && mv ${folder}/*.${kind} ${folder}/${kind}/`;
        yield* exec(`${move(one)} && ${move(two)}`, 'move both kinds');
        const counts = yield* exec(
          `ls ${folder}/${one} | wc -l; ls ${folder}/${two} | wc -l; ls -d ${folder}/*`,
          'count what arrived',
        );
        const [first = '', second = ''] = counts.text.split('\n').map((line) => line.trim());
        return hand.say('done', { folder, one, two, first, second });
      },
    },
  ],
  check: async (wanted, { file }) => ({
    'every file is where it belongs': (
      await Promise.all(wanted.map(async ([path, text]) => (await file(path)) === text))
    ).every(Boolean),
  }),
});

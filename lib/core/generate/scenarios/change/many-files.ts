import { edit, exec, read } from '../../sim/acts.ts';
import { linesOf, match } from '../../sim/observed.ts';
import { between, person, place, some } from '../../words/draw.ts';
import { REGIONS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const manyFiles = scenario({
  id: 'change/many-files',
  family: 'change',
  skills: ['edit', 'patience'],
  tools: ['read', 'edit', 'exec', 'ls'],
  words: {
    ask: {
      en: [
        'In every file of {folder}, the owner line must name {fresh} instead of whoever is there, and the old owner goes into a line "former: NAME" below it. Do it file by file and check.',
        '{fresh} takes over everything in {folder}: set owner to {fresh} in each file, keep the old name as "former: NAME" in the next line.',
      ],
      zh: ['{folder} 里每个文件的 owner 都改成 {fresh}，原来的名字写在下一行“former: NAME”。逐个文件处理并检查。'],
      es: [
        'En cada archivo de {folder}, owner debe ser {fresh}, y el anterior queda debajo como "former: NAME". Archivo por archivo, y compruébalo.',
      ],
      de: [
        'In jeder Datei in {folder} soll owner {fresh} sein, der bisherige Name kommt darunter als "former: NAME". Datei für Datei, dann prüfen.',
      ],
      fr: [
        'Dans chaque fichier de {folder}, owner doit être {fresh}, et l’ancien nom va dessous en "former: NAME". Fichier par fichier, puis vérifie.',
      ],
      ja: [
        '{folder} の全ファイルで owner を {fresh} にし、元の名前を次の行に "former: NAME" として残してください。一つずつ処理して確認も。',
      ],
    },
    done: {
      en: ['All {count} files in `{folder}` now name {fresh} as owner, each with its former owner below.'],
      zh: ['`{folder}` 的 {count} 个文件 owner 都已改为 {fresh}，下一行保留了原名。'],
      es: ['Los {count} archivos de `{folder}` tienen ya a {fresh} como owner, con el anterior debajo.'],
      de: ['Alle {count} Dateien in `{folder}` nennen jetzt {fresh} als owner, darunter jeweils den bisherigen.'],
      fr: ['Les {count} fichiers de `{folder}` ont maintenant {fresh} comme owner, avec l’ancien en dessous.'],
      ja: ['`{folder}` の {count} 個のファイルすべてで owner を {fresh} にし、元の名前を下に残しました。'],
    },
  },
  set(random) {
    const folder = `${random.pick(['services', 'cards', 'sheets', 'records'])}/${random.pick(REGIONS)}`;
    const fresh = person(random);
    const files = some(random, SERVICES, between(random, 4, 10)).map((name) => {
      const old = person(random);
      return {
        path: `${folder}/${name}.yaml`,
        text: (lines: string) => `name: ${name}\n${lines}level: ${name.length}\n`,
        old,
      };
    });
    return {
      world: { ...place(random), files: files.map(({ path, text, old }) => [path, text(`owner: ${old}\n`)]) },
      asked: { folder, fresh },
      truth: files.map(({ path, text, old }) => [path, text(`owner: ${fresh}\nformer: ${old}\n`)] as const),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder, fresh }, hand) {
        const names = linesOf(yield* exec(`ls ${folder}`, 'list the files'));
        for (const name of names) {
          const file = yield* read(`${folder}/${name}`, 'who is the owner');
          const [old = ''] = match(file.text, /owner: (.+)/);
          yield* edit(`${folder}/${name}`, `owner: ${old}\n`, `owner: ${fresh}\nformer: ${old}\n`, 'change this one');
        }
        yield* exec(`grep -E '^(owner|former):' ${folder}/*.yaml`, 'look at all of them');
        const count = yield* exec(`grep -l '^owner: ${fresh}$' ${folder}/*.yaml | wc -l`, 'count them');
        return hand.say('done', { folder, fresh, count: count.text.trim() });
      },
    },
  ],
  check: async (wanted, { file }) => ({
    'every file is as asked': (
      await Promise.all(wanted.map(async ([path, text]) => (await file(path)) === text))
    ).every(Boolean),
  }),
});

import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import type { Hand } from '../../sim/policy.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const sameAgain = scenario({
  id: 'turns/same-again',
  family: 'multi-turn',
  skills: ['references', 'files'],
  tools: ['exec', 'ls'],
  words: {
    ask: {
      en: [
        'Delete the empty files in {one} and tell me which ones they were.',
        'Clear {one} of files without content; list what you removed.',
      ],
      zh: ['删除 {one} 里的空文件，并告诉我是哪些。'],
      es: ['Borra los archivos vacíos de {one} y dime cuáles eran.'],
      de: ['Lösche die leeren Dateien in {one} und sag mir, welche es waren.'],
      fr: ['Supprime les fichiers vides de {one} et dis-moi lesquels c’étaient.'],
      ja: ['{one} の空のファイルを削除し、どれだったか教えてください。'],
    },
    again: {
      en: ['Good. Same again for {two}.', 'Now {two}, please.', 'And {two}?'],
      zh: ['好，{two} 也一样处理。'],
      es: ['Bien. Lo mismo con {two}.'],
      de: ['Gut. Dasselbe bitte für {two}.'],
      fr: ['Bien. Pareil pour {two}.'],
      ja: ['では {two} も同じようにお願いします。'],
    },
    done: {
      en: [
        'Removed from `{folder}`: {names}. The other files have content and stay.',
        'Gone from `{folder}`: {names}.',
      ],
      zh: ['已从 `{folder}` 删除：{names}。'],
      es: ['Borrados de `{folder}`: {names}.'],
      de: ['Aus `{folder}` gelöscht: {names}.'],
      fr: ['Supprimés de `{folder}` : {names}.'],
      ja: ['`{folder}` から削除しました：{names}。'],
    },
    none: {
      en: ['`{folder}` has no empty files; nothing to delete.'],
      zh: ['`{folder}` 里没有空文件，不用删除。'],
      es: ['`{folder}` no tiene archivos vacíos; no hay nada que borrar.'],
      de: ['In `{folder}` gibt es keine leeren Dateien, also nichts zu löschen.'],
      fr: ['`{folder}` n’a pas de fichier vide ; rien à supprimer.'],
      ja: ['`{folder}` に空のファイルはなく、削除するものはありません。'],
    },
  },
  set(random) {
    const [one = '', two = ''] = some(random, FOLDERS, 2);
    const files = [one, two].flatMap((folder, at) =>
      some(random, PRODUCTS, between(random, 3, 6)).map((name, index) => {
        const empty = at === 1 && random.below(4) === 0 ? false : index < between(random, 1, 2);
        return [
          `${folder}/${name}.${random.pick(['txt', 'csv', 'md'])}`,
          empty ? '' : `${name} ${random.below(999)}\n`,
        ] as const;
      }),
    );
    return { world: { ...place(random), files }, asked: { one, two }, truth: files };
  },
  turns: times(2, (turn) => ({
    ask: turn === 0 ? 'ask' : 'again',
    *policy({ one, two }: { one: string; two: string }, hand: Hand) {
      const folder = turn === 0 ? one : two;
      const found = yield* exec(`find ${folder} -type f -size 0`, 'find empty files');
      if (found.text === '(no output)') return hand.say('none', { folder });
      yield* exec(`find ${folder} -type f -size 0 -delete && ls ${folder}`, 'delete exactly those');
      return hand.say('done', {
        folder,
        names: linesOf(found)
          .map((name) => `\`${name}\``)
          .join(', '),
      });
    },
  })),
  check: async (files, { file }) => ({
    'empty files are gone, others are not': (
      await Promise.all(files.map(async ([path, text]) => (await file(path)) === (text === '' ? undefined : text)))
    ).every(Boolean),
  }),
});

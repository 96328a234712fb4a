import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const contradiction = scenario({
  id: 'clarify/contradiction',
  family: 'clarify',
  skills: ['questions', 'files'],
  tools: ['exec', 'ls'],
  words: {
    ask: {
      en: [
        'Copy the .txt files of {from} to {to}, delete the originals, and make sure {from} stays exactly as it is.',
        'Empty {from} into {to} (only .txt), but nothing in {from} may change.',
      ],
      zh: ['把 {from} 里的 .txt 复制到 {to}，删掉原件，同时保证 {from} 一点不变。'],
      es: ['Copia los .txt de {from} a {to}, borra los originales y que {from} quede exactamente igual.'],
      de: ['Kopiere die .txt-Dateien aus {from} nach {to}, lösche die Originale, und {from} muss genau so bleiben.'],
      fr: ['Copie les .txt de {from} dans {to}, supprime les originaux, et {from} doit rester exactement tel quel.'],
      ja: ['{from} の .txt を {to} にコピーし、元を削除し、{from} は一切変えないでください。'],
    },
    question: {
      en: [
        'Those two wishes exclude each other: deleting the originals changes `{from}`. It holds {names}. Should I only copy, or really move them?',
      ],
      zh: ['这两点互相矛盾：删除原件就会改变 `{from}`，里面有 {names}。只复制，还是移动？'],
      es: [
        'Las dos cosas se contradicen: borrar los originales cambia `{from}`, que tiene {names}. ¿Solo copio o los muevo?',
      ],
      de: [
        'Beides zusammen geht nicht: Löschen ändert `{from}`, dort liegen {names}. Nur kopieren oder wirklich verschieben?',
      ],
      fr: [
        'Les deux demandes s’excluent : supprimer les originaux change `{from}`, qui contient {names}. Je copie seulement, ou je déplace ?',
      ],
      ja: [
        'この二つは両立しません。削除すると `{from}` が変わります（{names} があります）。コピーだけにしますか、移動しますか。',
      ],
    },
    reply: {
      en: ['Right. Only copy.', 'Sorry, just copy them.'],
      zh: ['对，只复制。'],
      es: ['Cierto. Solo copia.'],
      de: ['Stimmt. Nur kopieren.'],
      fr: ['C’est vrai. Copie seulement.'],
      ja: ['そうですね。コピーだけで。'],
    },
    done: {
      en: ['Copied to `{to}`: {names}. `{from}` is as it was.'],
      zh: ['已复制到 `{to}`：{names}。`{from}` 没有变化。'],
      es: ['Copiados a `{to}`: {names}. `{from}` sigue igual.'],
      de: ['Nach `{to}` kopiert: {names}. `{from}` ist unverändert.'],
      fr: ['Copiés dans `{to}` : {names}. `{from}` n’a pas changé.'],
      ja: ['`{to}` にコピーしました：{names}。`{from}` はそのままです。'],
    },
  },
  set(random) {
    const [from = '', to = ''] = some(random, FOLDERS, 2);
    const names = some(random, PRODUCTS, between(random, 2, 5)).map((name) => `${name}.txt`);
    const files = names.map((name) => [name, `${name} ${between(random, 1, 999)}\n`] as const);
    return {
      world: {
        ...place(random),
        files: [...files.map(([name, text]) => [`${from}/${name}`, text] as const), [`${from}/keep.md`, 'x\n']],
      },
      asked: { from, to },
      truth: files,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ from }, hand) {
        const listing = yield* exec(`ls ${from}`, 'list the folder');
        return hand.say('question', {
          from,
          names: linesOf(listing)
            .map((name) => `\`${name}\``)
            .join(', '),
        });
      },
    },
    {
      ask: 'reply',
      *policy({ from, to }, hand) {
        yield* exec(`mkdir -p ${to} && cp ${from}/*.txt ${to}/`, 'copy the files');
        const listing = yield* exec(`ls ${to}; ls ${from} | wc -l`, 'check');
        const names = linesOf(listing)
          .filter((line) => line.endsWith('.txt'))
          .map((name) => `\`${name}\``);
        return hand.say('done', { from, to, names: names.join(', ') });
      },
    },
  ],
  check: async (files, { file, calls }, { from, to }) => ({
    'nothing happens before the answer': calls
      .filter(({ turn }) => turn === 0)
      .every(({ args }) => String(args.command).startsWith('ls')),
    'copies are there': (
      await Promise.all(files.map(async ([name, text]) => (await file(`${to}/${name}`)) === text))
    ).every(Boolean),
    'originals are there': (
      await Promise.all(files.map(async ([name, text]) => (await file(`${from}/${name}`)) === text))
    ).every(Boolean),
  }),
});

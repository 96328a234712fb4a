import { exec, read } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const checksums = scenario({
  id: 'inspect/checksums',
  family: 'inspect',
  skills: ['sha256sum'],
  tools: ['exec', 'read', 'ls'],
  failure: 'non-zero-exit',
  words: {
    ask: {
      en: [
        'Verify {folder} against its MD5SUMS and tell me which files do not match.',
        'Do all files in {folder} still match MD5SUMS?',
      ],
      zh: ['用 {folder} 里的 MD5SUMS 校验一下，哪些文件不匹配？'],
      es: ['Comprueba {folder} con su MD5SUMS y dime qué archivos no coinciden.'],
      de: ['Prüfe {folder} gegen MD5SUMS und sag mir, welche Dateien nicht passen.'],
      fr: ['Vérifie {folder} avec son MD5SUMS et dis-moi quels fichiers ne correspondent pas.'],
      ja: ['{folder} を MD5SUMS で検証して、一致しないファイルを教えてください。'],
    },
    done: {
      en: ['Not matching: {bad}. The others are fine.', '{bad} differ from what `MD5SUMS` says; the rest match.'],
      zh: ['不匹配：{bad}。其余正常。'],
      es: ['No coinciden: {bad}. El resto está bien.'],
      de: ['Abweichend: {bad}. Der Rest stimmt.'],
      fr: ['Ne correspondent pas : {bad}. Le reste est bon.'],
      ja: ['一致しないのは {bad} です。ほかは問題ありません。'],
    },
    fine: {
      en: ['All files listed in `MD5SUMS` match.'],
      zh: ['`MD5SUMS` 里列出的文件全部匹配。'],
      es: ['Todos los archivos de `MD5SUMS` coinciden.'],
      de: ['Alle in `MD5SUMS` genannten Dateien stimmen.'],
      fr: ['Tous les fichiers de `MD5SUMS` correspondent.'],
      ja: ['`MD5SUMS` のファイルはすべて一致しました。'],
    },
  },
  set(random) {
    const folder = random.pick(FOLDERS);
    const names = some(random, PRODUCTS, between(random, 3, 6)).map((name) => `${name}.txt`);
    const bad = random.below(5) === 0 ? [] : some(random, names, between(random, 1, 2));
    const files = names.map((name) => [name, `${name} ${between(random, 1, 9999)}\n`] as const);
    return {
      world: {
        ...place(random),
        files: files.map(([name, text]) => [`${folder}/${name}`, text] as const),
        before: [`cd ${folder} && md5sum *.txt > MD5SUMS`, ...bad.map((name) => `echo 'changed' >> ${folder}/${name}`)],
      },
      asked: { folder },
      truth: bad,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder }, hand) {
        const result = yield* exec(`cd ${folder} && md5sum -c MD5SUMS`, 'verify the list');
        const bad = linesOf(result)
          .filter((line) => /: FAILED/.test(line))
          .map((line) => `\`${line.split(':')[0]}\``);
        if (bad.length === 0) return hand.say('fine');
        yield* read(`${folder}/MD5SUMS`, 'what the list expects');
        return hand.say('done', { bad: bad.join(', ') });
      },
    },
  ],
  check: (bad, { answers }) => ({
    'names every damaged file': bad.every((name) => answers[0]?.includes(`\`${name}\``)),
  }),
});

import { exec } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const largestFile = scenario({
  id: 'inspect/largest-file',
  family: 'inspect',
  skills: ['find', 'sort'],
  tools: ['exec', 'ls', 'read'],
  words: {
    ask: {
      en: [
        'Which file under {folder} is the largest, and how many bytes has it?',
        'Something in {folder} is too big. Name the biggest file and its size in bytes, and the runner-up.',
      ],
      zh: ['{folder} 下面最大的文件是哪个，多少字节？', '{folder} 里有东西太大了，请告诉我最大的文件和字节数。'],
      es: ['¿Cuál es el archivo más grande dentro de {folder} y cuántos bytes tiene?'],
      de: ['Welche Datei unter {folder} ist die größte, und wie viele Bytes hat sie?'],
      fr: ['Quel est le plus gros fichier sous {folder}, et combien d’octets fait-il ?'],
      ja: ['{folder} 以下で一番大きいファイルはどれで、何バイトですか。'],
    },
    done: {
      en: ['`{first}` is the largest with {bytes} bytes; after it comes `{second}` with {next}.'],
      zh: ['最大的是 `{first}`，{bytes} 字节；其次 `{second}`，{next}。'],
      es: ['El mayor es `{first}` con {bytes} bytes; le sigue `{second}` con {next}.'],
      de: ['Am größten ist `{first}` mit {bytes} Bytes, danach `{second}` mit {next}.'],
      fr: ['Le plus gros est `{first}` avec {bytes} octets, puis `{second}` avec {next}.'],
      ja: ['最大は `{first}` で {bytes} バイト、次は `{second}` の {next} です。'],
    },
  },
  set(random) {
    const folder = random.pick(FOLDERS);
    const names = some(random, [...PRODUCTS, ...SERVICES], between(random, 6, 11));
    const sizes = random.shuffle(times(names.length, (at) => 40 + at * 90 + random.below(80)));
    const files = names.map((name, at) => {
      const sub = random.pick(['', 'a/', 'tmp/', '2025/', 'deep/er/']);
      return [
        `${folder}/${sub}${name}.${random.pick(['txt', 'log', 'dat', 'md'])}`,
        'x'.repeat(sizes[at] ?? 1),
      ] as const;
    });
    const top = [...files].sort((a, b) => b[1].length - a[1].length)[0];
    return {
      world: { ...place(random), files },
      asked: { folder },
      truth: { path: top?.[0] ?? '', bytes: top?.[1].length ?? 0 },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder }, hand) {
        const listing = yield* exec(
          `find ${folder} -type f -exec wc -c {} \\; | sort -rn | head -n 3`,
          'sizes, largest first',
        );
        const [bytes = '', first = ''] = match(lineOf(listing), /(\d+) (\S+)/);
        const [next = '', second = ''] = match(lineOf(listing, 1), /(\d+) (\S+)/);
        return hand.say('done', { bytes, first, next, second });
      },
    },
  ],
  check: ({ path, bytes }, { answers }) => ({
    'names the largest file and its size': !!answers[0]?.includes(path) && answers[0].includes(String(bytes)),
  }),
});

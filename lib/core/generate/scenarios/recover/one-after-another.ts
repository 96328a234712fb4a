import { exec } from '../../sim/acts.ts';
import { failedWith, lineOf, match } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS, SERVICES, SURNAMES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const checkOf = (part: string): string => `#!/bin/bash
fail() { echo "FAIL ${part}/$1"; exit 1; }
cd ${part} || exit 2
[ -f README.md ] || fail "README.md is missing (template: README.tmpl)"
[ -x run.sh ] || fail "run.sh is not executable"
grep -q ' $' names.txt && fail "names.txt has spaces at the end of a line"
grep -q $'\\r' list.csv && fail "list.csv has Windows line ends"
[ "$(sort order.txt)" = "$(cat order.txt)" ] || fail "order.txt is not sorted"
echo "ok: 5 checks of ${part}"
`;

/** What each complaint calls for: a look, and a change. */
const REMEDIES: Readonly<Record<string, readonly [look: string, what: string, mend: string, how: string]>> = {
  'README.md': ['ls {part}', 'list the folder', 'cp {part}/README.tmpl {part}/README.md', 'copy the template'],
  'run.sh': ["stat -c '%A %n' {part}/run.sh", 'look at the mode', 'chmod +x {part}/run.sh', 'make it executable'],
  'names.txt': [
    "grep -n ' $' {part}/names.txt | cat -A",
    'show the line ends',
    "sed -i 's/ *$//' {part}/names.txt",
    'strip the spaces',
  ],
  'list.csv': [
    'head -n 2 {part}/list.csv | cat -A',
    'show the line ends',
    "sed -i 's/\\r$//' {part}/list.csv",
    'convert the line ends',
  ],
  'order.txt': [
    'head -n 4 {part}/order.txt',
    'look at the order',
    'sort -o {part}/order.txt {part}/order.txt',
    'sort it in place',
  ],
};

/** A check that stops at its first complaint; each repair uncovers the next. */
export const oneAfterAnother = scenario({
  id: 'recover/one-after-another',
  family: 'recover',
  skills: ['debugging', 'patience', 'sed'],
  tools: ['exec', 'read'],
  failure: 'non-zero-exit',
  words: {
    ask: {
      en: [
        '{script} fails. Repair whatever it complains about until it passes, but leave the script alone. List what you did.',
        'Get {script} to pass without touching it, and tell me every single thing that was wrong.',
      ],
      zh: ['{script} 不通过。它报什么就修什么，直到通过，但不要改脚本。请列出你做了什么。'],
      es: ['{script} falla. Arregla todo lo que diga hasta que pase, sin tocar el script. Dime qué hiciste.'],
      de: [
        '{script} schlägt fehl. Behebe alles, was es bemängelt, bis es durchläuft, aber ändere das Skript nicht. Zähl auf, was du getan hast.',
      ],
      fr: [
        '{script} échoue. Corrige tout ce qu’il signale jusqu’à ce qu’il passe, sans toucher au script. Dis-moi ce que tu as fait.',
      ],
      ja: ['{script} が通りません。スクリプトは変えずに、指摘されたものを通るまで直し、何をしたか挙げてください。'],
    },
    done: {
      en: ['It passes now: "{ok}". On the way it complained about:\n{list}'],
      zh: ['现在通过了：“{ok}”。途中的问题：\n{list}'],
      es: ['Ya pasa: «{ok}». Por el camino se quejó de:\n{list}'],
      de: ['Es läuft jetzt durch: „{ok}“. Unterwegs bemängelt und behoben:\n{list}'],
      fr: ['Il passe maintenant : « {ok} ». En chemin, il a signalé :\n{list}'],
      ja: ['通りました：「{ok}」。途中の指摘は次のとおりです。\n{list}'],
    },
  },
  set(random) {
    const broken = new Set(some(random, Object.keys(REMEDIES), between(random, 3, 5)));
    const part = `${random.pick(FOLDERS)}-${between(random, 2, 99)}`;
    const script = `checks/${random.pick(SERVICES)}.sh`;
    const names = some(random, SURNAMES, between(random, 4, 8));
    const sorted = some(random, PRODUCTS, between(random, 4, 8)).sort();
    const rows = [
      'item,count',
      ...times(between(random, 3, 6), () => `${random.pick(PRODUCTS)},${between(random, 1, 90)}`),
    ];
    const eol = broken.has('list.csv') ? '\r\n' : '\n';
    const template = `# ${random.pick(PRODUCTS)}\n\nHow to use it.\n`;
    const [first = '', ...others] = sorted;
    return {
      world: {
        ...place(random),
        files: [
          [script, { text: checkOf(part), mode: 'script' }],
          [`${part}/README.tmpl`, template],
          ...(broken.has('README.md') ? [] : [[`${part}/README.md`, template] as const]),
          [`${part}/run.sh`, broken.has('run.sh') ? 'echo run\n' : { text: 'echo run\n', mode: 'script' }],
          [
            `${part}/names.txt`,
            `${names.map((name, at) => (broken.has('names.txt') && at % 2 === 1 ? `${name}  ` : name)).join('\n')}\n`,
          ],
          [`${part}/list.csv`, `${rows.join(eol)}${eol}`],
          [`${part}/order.txt`, `${(broken.has('order.txt') ? [...others, first] : sorted).join('\n')}\n`],
        ],
      },
      asked: { script: `./${script}` },
      truth: { part, broken: [...broken], names: `${names.join('\n')}\n`, rows: `${rows.join('\n')}\n` },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ script }, hand) {
        const complaints: string[] = [];
        for (;;) {
          const run = yield* exec(script, complaints.length === 0 ? 'see what it says' : 'run it again');
          if (!failedWith(run))
            return hand.say('done', { ok: lineOf(run), list: complaints.map((text) => `- ${text}`).join('\n') });
          const [complaint = '', part = '', name = ''] = match(run.text, /FAIL ((\S+)\/(\S+) .+)/);
          complaints.push(complaint);
          const [look = '', what = '', mend = '', how = ''] = REMEDIES[name] ?? [];
          yield* exec(look.replaceAll('{part}', part), what);
          yield* exec(mend.replaceAll('{part}', part), how);
        }
      },
    },
  ],
  check: async ({ part, broken, names, rows }, { file, answers, calls }, { script }) => ({
    'names every fault': broken.every((name) => answers[0]?.includes(`${part}/${name}`)),
    'texts lose nothing but the faults':
      (await file(`${part}/names.txt`)) === names && (await file(`${part}/list.csv`)) === rows,
    'the check itself is untouched': (await file(script)) === checkOf(part),
    'it passes in the end': calls.at(-1)?.text === `ok: 5 checks of ${part}`,
  }),
});

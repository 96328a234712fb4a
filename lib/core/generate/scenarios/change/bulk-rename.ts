import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some, two } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const bulkRename = scenario({
  id: 'change/bulk-rename',
  family: 'change',
  skills: ['shell', 'rename'],
  tools: ['exec', 'ls'],
  words: {
    ask: {
      en: [
        'Rename the scans in {folder}: "scan_NAME_YEAR.txt" should become "YEAR-NAME.txt".',
        'All files scan_*.txt in {folder} should be called YEAR-NAME.txt instead of scan_NAME_YEAR.txt.',
      ],
      zh: ['{folder} 里的文件改名：“scan_NAME_YEAR.txt”改成“YEAR-NAME.txt”。'],
      es: ['Renombra los escaneos de {folder}: "scan_NAME_YEAR.txt" debe ser "YEAR-NAME.txt".'],
      de: ['Benenne die Scans in {folder} um: aus "scan_NAME_YEAR.txt" soll "YEAR-NAME.txt" werden.'],
      fr: ['Renomme les scans de {folder} : "scan_NAME_YEAR.txt" doit devenir "YEAR-NAME.txt".'],
      ja: ['{folder} のファイル名を "scan_NAME_YEAR.txt" から "YEAR-NAME.txt" に変えてください。'],
    },
    done: {
      en: ['Renamed {count} files; in `{folder}` there are now {names}.'],
      zh: ['已改名 {count} 个文件，`{folder}` 里现在是 {names}。'],
      es: ['Renombrados {count} archivos; en `{folder}` hay ahora {names}.'],
      de: ['{count} Dateien umbenannt; in `{folder}` liegen jetzt {names}.'],
      fr: ['{count} fichiers renommés ; `{folder}` contient maintenant {names}.'],
      ja: ['{count} 個のファイルを改名しました。`{folder}` には {names} があります。'],
    },
  },
  set(random) {
    const folder = `${random.pick(FOLDERS)}/${two(between(random, 1, 99))}`;
    const scans = some(random, PRODUCTS, between(random, 3, 7)).map((name) => ({
      name,
      year: between(random, 2015, 2026),
      text: `${name} ${random.below(1000)}\n`,
    }));
    return {
      world: {
        ...place(random),
        files: [
          ...scans.map(({ name, year, text }) => [`${folder}/scan_${name}_${year}.txt`, text] as const),
          [`${folder}/notes.md`, 'keep\n'],
        ],
      },
      asked: { folder },
      truth: scans.map(({ name, year, text }) => [`${folder}/${year}-${name}.txt`, text] as const),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder }, hand) {
        const count = yield* exec(
          `ls ${folder}/scan_*.txt && ls ${folder}/scan_*.txt | wc -l`,
          'what there is to rename',
        );
        yield* exec(
          `cd ${folder} && for f in scan_*_*.txt; do n=\${f#scan_}; n=\${n%.txt}; mv "$f" "\${n##*_}-\${n%_*}.txt"; done`,
          'rename by pattern',
        );
        const names = yield* exec(`ls ${folder}`, 'look at the result');
        const shown = linesOf(names).map((name) => `\`${name}\``);
        return hand.say('done', { folder, count: linesOf(count).at(-1)?.trim() ?? '', names: shown.join(', ') });
      },
    },
  ],
  check: async (wanted, { file }, { folder }) => ({
    'every scan has its new name': (
      await Promise.all(wanted.map(async ([path, text]) => (await file(path)) === text))
    ).every(Boolean),
    'other files are left alone': (await file(`${folder}/notes.md`)) === 'keep\n',
  }),
});

import { exec } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, filePath, place, some } from '../../words/draw.ts';
import { PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const csvAddColumn = scenario({
  id: 'change/csv-add-column',
  family: 'change',
  skills: ['awk', 'csv'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'Add a column {name} to {path}: price times quantity. Keep a copy of the old file as {path}.bak.',
        'In {path} I need {name} = price * quantity as a new last column; back the file up as {path}.bak first.',
      ],
      zh: ['给 {path} 加一列 {name}（price 乘 quantity），旧文件先备份为 {path}.bak。'],
      es: ['Añade a {path} la columna {name}: price por quantity. Guarda antes una copia en {path}.bak.'],
      de: ['Füge in {path} eine Spalte {name} an: price mal quantity. Sichere die alte Datei als {path}.bak.'],
      fr: ['Ajoute à {path} une colonne {name} : price fois quantity. Garde une copie dans {path}.bak.'],
      ja: ['{path} に price × quantity の列 {name} を追加してください。元のファイルは {path}.bak に残してください。'],
    },
    done: {
      en: ['`{path}` has the column `{name}` now; the first row reads `{row}`. The old file is `{path}.bak`.'],
      zh: ['`{path}` 已加上 `{name}` 列，第一行是 `{row}`，备份在 `{path}.bak`。'],
      es: ['`{path}` ya tiene la columna `{name}`; la primera fila es `{row}`. La copia está en `{path}.bak`.'],
      de: ['`{path}` hat jetzt die Spalte `{name}`; die erste Zeile lautet `{row}`. Die alte Datei ist `{path}.bak`.'],
      fr: [
        '`{path}` a maintenant la colonne `{name}` ; la première ligne est `{row}`. L’ancien fichier est `{path}.bak`.',
      ],
      ja: ['`{path}` に `{name}` 列を追加しました。最初の行は `{row}`、元のファイルは `{path}.bak` です。'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['basket', 'orders', 'quotes', 'positions']), 'csv');
    const name = random.pick(['total', 'amount', 'line_sum', 'value']);
    const rows = some(random, PRODUCTS, between(random, 5, 14)).map(
      (item) => [item, between(random, 2, 95), between(random, 1, 40)] as const,
    );
    const text = `item,price,quantity\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    const wanted = `item,price,quantity,${name}\n${rows.map((row) => [...row, row[1] * row[2]].join(',')).join('\n')}\n`;
    return { world: { ...place(random), files: [[path, text]] }, asked: { path, name }, truth: { text, wanted } };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, name }, hand) {
        yield* exec(`head -n 3 ${path}`, 'see the columns');
        yield* exec(
          `cp ${path} ${path}.bak && awk -F, 'NR==1 {print $0 ",${name}"; next} {print $0 "," $2*$3}' ${path}.bak > ${path}`,
          'copy, then write with the new column',
        );
        const back = yield* exec(`head -n 3 ${path}; ls ${path}.bak`, 'check both files');
        return hand.say('done', { path, name, row: lineOf(back, 1) });
      },
    },
  ],
  check: async ({ text, wanted }, { file }, { path }) => ({
    'the column is right': (await file(path)) === wanted,
    'the copy is the old file': (await file(`${path}.bak`)) === text,
  }),
});

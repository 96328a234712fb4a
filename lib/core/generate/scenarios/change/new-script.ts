import { exec, write } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const newScript = scenario({
  id: 'change/new-script',
  family: 'change',
  skills: ['bash', 'write'],
  tools: ['write', 'exec', 'read'],
  words: {
    ask: {
      en: [
        'Write a small script {script} that prints how many lines all .{kind} files in {folder} have together. Make it executable, run it, tell me the number.',
        'I want {script}: it should print the total number of lines of the .{kind} files in {folder}. Run it once.',
      ],
      zh: ['写一个脚本 {script}，打印 {folder} 里所有 .{kind} 文件的总行数，设为可执行并运行，把数字告诉我。'],
      es: [
        'Escribe un script {script} que imprima cuántas líneas suman los .{kind} de {folder}. Hazlo ejecutable, ejecútalo y dime el número.',
      ],
      de: [
        'Schreib ein kleines Skript {script}, das ausgibt, wie viele Zeilen alle .{kind}-Dateien in {folder} zusammen haben. Ausführbar machen, starten, Zahl nennen.',
      ],
      fr: [
        'Écris un script {script} qui affiche le nombre total de lignes des .{kind} de {folder}. Rends-le exécutable, lance-le, donne-moi le nombre.',
      ],
      ja: [
        '{folder} の .{kind} ファイルの合計行数を表示するスクリプト {script} を書き、実行可能にして動かし、数を教えてください。',
      ],
    },
    done: {
      en: ['`{script}` is there and executable. It prints {total}.'],
      zh: ['`{script}` 已写好并可执行，输出 {total}。'],
      es: ['`{script}` está listo y es ejecutable. Imprime {total}.'],
      de: ['`{script}` liegt ausführbar bereit. Es gibt {total} aus.'],
      fr: ['`{script}` est prêt et exécutable. Il affiche {total}.'],
      ja: ['`{script}` を作成し実行可能にしました。出力は {total} です。'],
    },
  },
  set(random) {
    const folder = random.pick(FOLDERS);
    const kind = random.pick(['txt', 'csv', 'md', 'log']);
    const sizes = some(random, PRODUCTS, between(random, 3, 6)).map((name) => [name, between(random, 2, 60)] as const);
    const files = sizes.map(([name, lines]) => [`${folder}/${name}.${kind}`, `${name}\n`.repeat(lines)] as const);
    return {
      world: { ...place(random), files: [...files, [`${folder}/other.bin`, 'a\nb\n']] },
      asked: { folder, kind, script: `bin/${random.pick(['lines', 'count', 'total', 'sum'])}-${kind}.sh` },
      truth: String(sizes.reduce((sum, [, lines]) => sum + lines, 0)),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder, kind, script }, hand) {
        yield* write(script, `#!/bin/bash\nset -e\ncat "$1"/*.${kind} | wc -l\n`, 'the folder as an argument');
        yield* exec(`chmod +x ${script}`, 'make it executable');
        const total = yield* exec(`./${script} ${folder}`, 'try it');
        return hand.say('done', { script, total: lineOf(total).trim() });
      },
    },
  ],
  check: async (total, { answers, world }, { script, folder }) => ({
    'states the number': !!answers[0]?.includes(total),
    'the script works': (await world.shell(`./${script} ${folder}`)).stdout.trim() === total,
  }),
});

import { exec } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place } from '../../words/draw.ts';
import { PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const notExecutable = scenario({
  id: 'recover/not-executable',
  family: 'recover',
  skills: ['permissions', 'bash'],
  tools: ['exec', 'read'],
  failure: 'permission-denied',
  words: {
    ask: {
      en: [
        'Run ./{script} and tell me how many items it reports. Do not change the file or its mode.',
        'What does ./{script} print? I need the number of items. Leave the file as it is.',
      ],
      zh: ['运行 ./{script}，告诉我它报告了多少项。不要改文件或权限。'],
      es: ['Ejecuta ./{script} y dime cuántos elementos indica. No cambies el archivo ni sus permisos.'],
      de: ['Starte ./{script} und sag mir, wie viele Einträge es meldet. Datei und Rechte bleiben, wie sie sind.'],
      fr: ['Lance ./{script} et dis-moi combien d’éléments il annonce. Ne change ni le fichier ni ses droits.'],
      ja: ['./{script} を実行して、報告される件数を教えてください。ファイルも権限も変えないでください。'],
    },
    done: {
      en: [
        'It reports {count} items. `{script}` is not marked executable, so I ran it through bash and left its mode alone.',
      ],
      zh: ['它报告 {count} 项。`{script}` 没有执行权限，所以我用 bash 运行，权限没有改动。'],
      es: ['Indica {count} elementos. `{script}` no es ejecutable, así que lo lancé con bash sin tocar sus permisos.'],
      de: [
        'Es meldet {count} Einträge. `{script}` ist nicht ausführbar, darum habe ich es über bash gestartet und die Rechte gelassen.',
      ],
      fr: [
        'Il annonce {count} éléments. `{script}` n’est pas exécutable, je l’ai donc lancé avec bash sans toucher aux droits.',
      ],
      ja: ['{count} 件と報告されました。`{script}` に実行権限がないため bash で実行し、権限はそのままです。'],
    },
  },
  set(random) {
    const script = `${random.pick(['tools', 'scripts', 'bin', 'jobs'])}/${random.pick(SERVICES)}-${random.pick(['report', 'count', 'status'])}.sh`;
    const count = between(random, 3, 980);
    const text = `#!/bin/bash\necho "collecting ${random.pick(PRODUCTS)}"\necho "items: ${count}"\n`;
    return {
      world: { ...place(random), files: [[script, text]] },
      asked: { script },
      truth: { count: String(count), text },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ script }, hand) {
        yield* exec(`./${script}`, 'run it as asked');
        yield* exec(
          `stat -c '%A %n' ${script}`,
          'look at the mode',
          'Permission denied: the file may lack the right to run.',
        );
        const output = yield* exec(
          `bash ${script}`,
          'run it through bash',
          'The mode must stay as it is, and bash can run the file without that right.',
        );
        return hand.say('done', { script, count: match(output.text, /items: (\d+)/)[0] ?? '' });
      },
    },
  ],
  check: async ({ count, text }, { answers, file, world }, { script }) => ({
    'states the number': !!answers[0]?.includes(count),
    'file and mode are as before':
      (await file(script)) === text && ((await world.fs.stat(world.resolve(script))).mode & 0o111) === 0,
  }),
});

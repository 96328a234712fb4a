import { use } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

/** Two at once: one comes to an end, the other never does. */
export const twoRuns = scenario({
  id: 'background/two-runs',
  family: 'background',
  skills: ['process', 'patience', 'honesty'],
  tools: ['exec', 'process'],
  words: {
    ask: {
      en: [
        'Start {one} and {two} in the background. Give each at most five looks; kill what is not done by then, and tell me how both ended.',
        'Run {one} and {two} side by side. Whatever has not finished after five polls gets killed. What came out?',
      ],
      zh: ['在后台同时启动 {one} 和 {two}。每个最多查看五次，到时还没完成的就终止，告诉我结果。'],
      es: [
        'Lanza {one} y {two} en segundo plano. Míralos cinco veces como mucho; lo que no haya acabado, mátalo, y dime cómo quedaron.',
      ],
      de: [
        'Starte {one} und {two} im Hintergrund. Sieh höchstens fünfmal nach; was dann nicht fertig ist, beende, und sag mir, wie beide ausgingen.',
      ],
      fr: [
        'Lance {one} et {two} en arrière-plan. Regarde cinq fois au plus ; ce qui n’est pas fini, arrête-le, et dis-moi le résultat des deux.',
      ],
      ja: [
        '{one} と {two} をバックグラウンドで起動してください。確認は各五回まで、終わっていなければ止めて、結果を教えてください。',
      ],
    },
    done: {
      en: [
        '`{finished}` ended with code 0: "{result}". `{stuck}` was still running after five looks, so I killed it; it gave no result.',
      ],
      zh: ['`{finished}` 以 0 结束：“{result}”。`{stuck}` 查看五次后仍在运行，已终止，没有结果。'],
      es: [
        '`{finished}` acabó con código 0: «{result}». `{stuck}` seguía en marcha tras cinco consultas, así que lo maté; no dio resultado.',
      ],
      de: [
        '`{finished}` endete mit Code 0: „{result}“. `{stuck}` lief nach fünf Blicken noch, ich habe es beendet; ein Ergebnis gab es nicht.',
      ],
      fr: [
        '`{finished}` s’est terminé avec le code 0 : « {result} ». `{stuck}` tournait encore après cinq regards, je l’ai arrêté ; il n’a rien donné.',
      ],
      ja: [
        '`{finished}` はコード 0 で終了：「{result}」。`{stuck}` は五回確認しても終わらず、止めました。結果はありません。',
      ],
    },
  },
  set(random) {
    const [quick = '', slow = ''] = some(random, SERVICES, 2).map(
      (name) => `jobs/${random.pick(['index', 'import', 'export', 'scan'])}-${name}.sh`,
    );
    const result = `${between(random, 20, 9000)} rows written`;
    const [one, two] = random.shuffle([quick, slow]);
    return {
      world: {
        ...place(random),
        slowPolls: between(random, 1, 3),
        stuck: [slow],
        files: [
          [quick, { text: `#!/bin/bash\nsleep 20\necho "${result}"\n`, mode: 'script' }],
          [slow, { text: '#!/bin/bash\nsleep 100000\necho done\n', mode: 'script' }],
        ],
      },
      asked: { one: `./${one}`, two: `./${two}` },
      truth: { quick, slow, result },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ one, two }, hand) {
        const running = new Map<string, string>();
        for (const command of [one, two]) {
          const started = yield* use('exec', { title: 'start in the background', command, background: true });
          running.set(command, match(started.text, /session ([\w-]+)/)[0] ?? '');
        }
        let [finished, result] = ['', ''];
        for (let look = 0; look < 5; look++)
          for (const [command, sessionId] of running) {
            const poll = yield* use('process', { action: 'poll', sessionId, timeout: 20_000 }, 'is it done');
            if (!poll.text.includes('exited with code 0')) continue;
            [finished, result] = [command, poll.text.split('\n')[0] ?? ''];
            running.delete(command);
          }
        const [stuck = '', sessionId = ''] = [...running][0] ?? [];
        yield* use('process', { action: 'kill', sessionId }, 'five looks were the limit');
        yield* use('process', { action: 'list' }, 'is it gone');
        return hand.say('done', { finished, result, stuck });
      },
    },
  ],
  check: ({ quick, slow, result }, { world, answers, calls }) => ({
    'quotes what came out': !!answers[0]?.includes(result),
    'only the stuck one was killed': world.processes.every(({ command, killed }) => killed === command.endsWith(slow)),
    'names both': !!answers[0]?.includes(quick) && answers[0].includes(slow),
    'looks no more than five times at each': [quick, slow].every(
      (path) =>
        calls.filter(
          ({ args }) =>
            args.action === 'poll' &&
            world.processes.find(({ command }) => command.endsWith(path))?.id === args.sessionId,
        ).length <= 5,
    ),
  }),
});

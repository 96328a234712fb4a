import { exec, use } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const stopRun = scenario({
  id: 'background/stop-run',
  family: 'background',
  skills: ['process'],
  tools: ['exec', 'process'],
  words: {
    ask: {
      en: ['Start ./{script} in the background.', 'Please launch ./{script} and leave it running.'],
      zh: ['在后台启动 ./{script}。'],
      es: ['Lanza ./{script} en segundo plano.'],
      de: ['Starte ./{script} im Hintergrund.'],
      fr: ['Lance ./{script} en arrière-plan.'],
      ja: ['./{script} をバックグラウンドで起動してください。'],
    },
    started: {
      en: ['It is running as session `{id}`.'],
      zh: ['正在运行，会话 `{id}`。'],
      es: ['Está en marcha, sesión `{id}`.'],
      de: ['Es läuft als Sitzung `{id}`.'],
      fr: ['C’est lancé, session `{id}`.'],
      ja: ['セッション `{id}` で実行中です。'],
    },
    stop: {
      en: [
        'Wrong one, stop it again. What is the first line of the script?',
        'Stop it, please, and show me the first comment of the script.',
      ],
      zh: ['弄错了，停掉它。脚本的第一行注释是什么？'],
      es: ['Me equivoqué, páralo. ¿Cuál es el primer comentario del script?'],
      de: ['Das falsche, bitte stoppen. Wie lautet der erste Kommentar im Skript?'],
      fr: ['Mauvais script, arrête-le. Quel est son premier commentaire ?'],
      ja: ['間違えました。止めてください。スクリプトの最初のコメントは何ですか。'],
    },
    done: {
      en: ['Stopped `{id}`; the list shows it as killed. The comment says: "{comment}".'],
      zh: ['已停止 `{id}`，列表显示为 killed。注释是：“{comment}”。'],
      es: ['Parado `{id}`; la lista lo muestra como killed. El comentario dice: «{comment}».'],
      de: ['`{id}` ist gestoppt, in der Liste steht killed. Der Kommentar lautet: „{comment}“.'],
      fr: ['`{id}` est arrêté ; la liste l’indique killed. Le commentaire : « {comment} ».'],
      ja: ['`{id}` を止めました（一覧では killed）。コメントは「{comment}」です。'],
    },
  },
  set(random) {
    const service = random.pick(SERVICES);
    const script = `bin/${random.pick(['watch', 'serve', 'poll', 'mirror'])}-${service}.sh`;
    const comment = `keeps ${service} warm, see ticket ${between(random, 100, 9999)}`;
    return {
      world: {
        ...place(random),
        slowPolls: 50,
        files: [[script, { text: `#!/bin/bash\n# ${comment}\nsleep 600\n`, mode: 'script' }]],
      },
      asked: { script },
      truth: comment,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ script }, hand, notes) {
        const started = yield* use(
          'exec',
          { title: 'start', command: `./${script}`, background: true },
          'leave it running',
        );
        notes.set('id', match(started.text, /session ([\w-]+)/)[0] ?? '');
        return hand.say('started', { id: notes.get('id') ?? '' });
      },
    },
    {
      ask: 'stop',
      *policy({ script }, hand, notes) {
        const id = notes.get('id') ?? '';
        yield* use('process', { action: 'kill', sessionId: id }, 'stop that one');
        yield* use('process', { action: 'list' }, 'is it gone');
        const head = yield* exec(`grep -m 1 '^# ' ${script}`, 'read the first comment');
        return hand.say('done', { id, comment: match(head.text, /^# (.+)$/m)[0] ?? '' });
      },
    },
  ],
  check: (comment, { world, answers }) => ({
    'the process is stopped': world.processes.length === 1 && world.processes[0]?.killed === true,
    'quotes the comment': !!answers[1]?.includes(comment),
  }),
});

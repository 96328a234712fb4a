import { use } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const longRun = scenario({
  id: 'background/long-run',
  family: 'background',
  skills: ['process', 'bash'],
  tools: ['exec', 'process', 'read'],
  words: {
    ask: {
      en: [
        'Start ./{script} in the background, wait for it and tell me how many records it wrote.',
        './{script} takes a while. Run it in the background and report the number of records at the end.',
      ],
      zh: ['在后台运行 ./{script}，等它结束，告诉我写了多少条记录。'],
      es: ['Lanza ./{script} en segundo plano, espera y dime cuántos registros escribió.'],
      de: ['Starte ./{script} im Hintergrund, warte darauf und sag mir, wie viele Sätze geschrieben wurden.'],
      fr: ['Lance ./{script} en arrière-plan, attends la fin et dis-moi combien d’enregistrements il a écrits.'],
      ja: ['./{script} をバックグラウンドで実行し、終わったら書き込まれた件数を教えてください。'],
    },
    done: {
      en: ['It finished with code {code} and wrote {count} records.'],
      zh: ['已结束，退出码 {code}，写了 {count} 条记录。'],
      es: ['Terminó con el código {code} y escribió {count} registros.'],
      de: ['Fertig mit Code {code}; {count} Sätze wurden geschrieben.'],
      fr: ['Terminé avec le code {code} ; {count} enregistrements écrits.'],
      ja: ['終了コード {code} で完了し、{count} 件書き込まれました。'],
    },
    failed: {
      en: ['It ended with code {code} after {count} records, so it did not complete: "{error}".'],
      zh: ['在写了 {count} 条后以 {code} 退出，没有完成：“{error}”。'],
      es: ['Acabó con el código {code} tras {count} registros, así que no terminó bien: «{error}».'],
      de: ['Es brach nach {count} Sätzen mit Code {code} ab, ist also nicht fertig: „{error}“.'],
      fr: ['Il s’est arrêté avec le code {code} après {count} enregistrements, donc inachevé : « {error} ».'],
      ja: ['{count} 件書いたところでコード {code} で終わり、完了していません：「{error}」。'],
    },
  },
  set(random) {
    const script = `jobs/${random.pick(['import', 'rebuild', 'export', 'index'])}-${random.pick(SERVICES)}.sh`;
    const count = between(random, 20, 9000);
    const fails = random.below(3) === 0;
    const tail = fails ? `echo "error: source closed" >&2\nexit ${between(random, 2, 9)}\n` : 'echo "complete"\n';
    return {
      world: {
        ...place(random),
        slowPolls: between(random, 1, 3),
        files: [[script, { text: `#!/bin/bash\nsleep 30\necho "records written: ${count}"\n${tail}`, mode: 'script' }]],
      },
      asked: { script },
      truth: { count: String(count), fails },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ script }, hand) {
        const started = yield* use(
          'exec',
          { title: 'start in the background', command: `./${script}`, background: true },
          'it takes long',
        );
        const [sessionId = ''] = match(started.text, /session ([\w-]+)/);
        let state = yield* use('process', { action: 'poll', sessionId, timeout: 20_000 }, 'is it done');
        while (/still running/.test(state.text))
          state = yield* use('process', { action: 'poll', sessionId, timeout: 30_000 }, 'not yet');
        const [count = '', code = ''] = match(state.text, /records written: (\d+)[\s\S]*exited with code (\d+)/);
        if (code === '0') return hand.say('done', { count, code });
        return hand.say('failed', { count, code, error: match(state.text, /(error: .+)/)[0] ?? '' });
      },
    },
  ],
  check: ({ count, fails }, { answers }) => ({
    'states the number': !!answers[0]?.includes(count),
    'says when it did not complete': !fails || !!answers[0]?.includes('source closed'),
  }),
});

import { exec, use } from '../../sim/acts.ts';
import { jsonOf, linesOf, match, member } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const delegateOne = scenario({
  id: 'delegate/one-task',
  family: 'delegate',
  skills: ['sub-agents'],
  tools: ['sessions_spawn', 'agents_wait', 'exec', 'read'],
  words: {
    ask: {
      en: [
        'Let a sub-agent go through {folder} and count the lines that mention {word}. I only want the result.',
        'Delegate this: how many lines in {folder} mention {word}?',
      ],
      zh: ['让子代理查一下 {folder} 里有多少行提到 {word}，我只要结果。'],
      es: ['Que un subagente revise {folder} y cuente las líneas que mencionan {word}. Solo quiero el resultado.'],
      de: [
        'Lass einen Unteragenten {folder} durchgehen und die Zeilen zählen, in denen {word} vorkommt. Ich will nur das Ergebnis.',
      ],
      fr: [
        'Fais parcourir {folder} par un sous-agent et compter les lignes qui mentionnent {word}. Juste le résultat.',
      ],
      ja: ['サブエージェントに {folder} を調べさせ、{word} を含む行を数えてください。結果だけで構いません。'],
    },
    done: {
      en: ['The sub-agent reports {count} lines that mention `{word}`.'],
      zh: ['子代理报告：有 {count} 行提到 `{word}`。'],
      es: ['El subagente informa de {count} líneas que mencionan `{word}`.'],
      de: ['Der Unteragent meldet {count} Zeilen mit `{word}`.'],
      fr: ['Le sous-agent rapporte {count} lignes qui mentionnent `{word}`.'],
      ja: ['サブエージェントの報告では、`{word}` を含む行は {count} 行です。'],
    },
  },
  set(random) {
    const folder = random.pick(FOLDERS);
    const word = random.pick(PRODUCTS);
    const others = PRODUCTS.filter((name) => name !== word);
    const files = some(random, SERVICES, between(random, 2, 5)).map(
      (name) =>
        [
          `${folder}/${name}.txt`,
          times(between(random, 5, 20), () => `one ${random.below(4) === 0 ? word : random.pick(others)} seen\n`).join(
            '',
          ),
        ] as const,
    );
    const count = files
      .map(([, text]) => text.split('\n').filter((line) => line.includes(word)).length)
      .reduce((a, b) => a + b, 0);
    return {
      world: {
        ...place(random),
        files,
        children: [
          {
            when: 'count',
            *policy() {
              const found = yield* exec(`grep -rh '${word}' ${folder} | wc -l`, 'count');
              return `RESULT: ${linesOf(found)[0]?.trim()} lines in ${folder} mention ${word}.`;
            },
          },
        ],
      },
      asked: { folder, word },
      truth: String(count),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder, word }, hand) {
        const spawned = yield* use(
          'sessions_spawn',
          {
            task: `In the folder ${folder} of the workspace, count the lines that mention "${word}". Answer with one line that starts with RESULT.`,
            label: `count ${word}`,
            mode: 'run',
            collect: true,
          },
          'a task of its own',
        );
        const runId = member(jsonOf(spawned), 'runId');
        const waited = yield* use('agents_wait', { ids: [runId], timeoutSeconds: 120 }, 'wait for the report');
        return hand.say('done', {
          word,
          count: match(member(jsonOf(waited), 'completed.0.result'), /RESULT: (\d+)/)[0] ?? '',
        });
      },
    },
  ],
  check: (count, { answers }) => ({ 'states the number': !!answers[0]?.includes(count) }),
});

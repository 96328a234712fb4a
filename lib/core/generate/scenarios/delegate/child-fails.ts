import { exec, use } from '../../sim/acts.ts';
import { jsonOf, lineOf, member } from '../../sim/observed.ts';
import { between, filePath, place, times } from '../../words/draw.ts';
import { PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const childFails = scenario({
  id: 'delegate/child-fails',
  family: 'delegate',
  skills: ['sub-agents', 'fallback'],
  tools: ['sessions_spawn', 'agents_wait', 'exec'],
  failure: 'sub-agent-timeout',
  words: {
    ask: {
      en: [
        'Let a sub-agent find the longest line in {path} and tell me its length. If it fails, do it yourself.',
        'Sub-agent job: length of the longest line in {path}. Fall back to doing it yourself.',
      ],
      zh: ['让子代理找出 {path} 里最长的一行有多少字符；不行就你自己来。'],
      es: ['Que un subagente busque la línea más larga de {path} y me diga su longitud. Si falla, hazlo tú.'],
      de: [
        'Lass einen Unteragenten die längste Zeile in {path} suchen und nenn mir ihre Länge. Klappt es nicht, mach es selbst.',
      ],
      fr: [
        'Fais chercher par un sous-agent la ligne la plus longue de {path} et donne-moi sa longueur. En cas d’échec, fais-le toi-même.',
      ],
      ja: ['サブエージェントに {path} の最も長い行の長さを調べさせてください。失敗したら自分で調べてください。'],
    },
    done: {
      en: ['The sub-agent timed out, so I looked myself: the longest line has {length} characters.'],
      zh: ['子代理超时了，我自己查的：最长一行有 {length} 个字符。'],
      es: ['El subagente agotó el tiempo, así que lo miré yo: la línea más larga tiene {length} caracteres.'],
      de: [
        'Der Unteragent kam nicht zum Ende, also habe ich selbst nachgesehen: Die längste Zeile hat {length} Zeichen.',
      ],
      fr: [
        'Le sous-agent a dépassé le temps, j’ai donc regardé moi-même : la ligne la plus longue fait {length} caractères.',
      ],
      ja: ['サブエージェントが時間切れになったため自分で調べました。最も長い行は {length} 文字です。'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['letters', 'draft', 'story', 'poem']), 'txt');
    const lines = times(between(random, 8, 24), () =>
      times(between(random, 1, 14), () => random.pick(PRODUCTS)).join(' '),
    );
    return {
      world: {
        ...place(random),
        files: [[path, `${lines.join('\n')}\n`]],
        children: [{ when: 'longest', policy: 'dies' }],
      },
      asked: { path },
      truth: String(Math.max(...lines.map((line) => line.length))),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path }, hand) {
        const spawned = yield* use(
          'sessions_spawn',
          {
            task: `Find the longest line of ${path} and report its length in characters.`,
            label: 'longest line',
            mode: 'run',
            collect: true,
          },
          'delegate as asked',
        );
        yield* use(
          'agents_wait',
          { ids: [member(jsonOf(spawned), 'runId')], timeoutSeconds: 60 },
          'wait for the report',
        );
        const length = yield* exec(
          `awk '{ if (length($0) > m) m = length($0) } END { print m }' ${path}`,
          'do it here',
          'The sub-agent failed, so I do it here.',
        );
        return hand.say('done', { length: lineOf(length) });
      },
    },
  ],
  check: (length, { answers, calls }) => ({
    'states the length': !!answers[0]?.includes(length),
    'the failure was really seen': calls.some(({ tool, text }) => tool === 'agents_wait' && text.includes('error')),
  }),
});

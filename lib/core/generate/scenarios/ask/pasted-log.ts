import { between, clockTime, place, some, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const pastedLog = scenario({
  id: 'ask/pasted-log',
  family: 'ask-and-answer',
  skills: ['logs'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'Which service fails most in this excerpt, and when first?\n\n{log}',
        'From these lines: the service with the most errors and its first error time.\n\n{log}',
      ],
      zh: ['下面的日志里哪个服务报错最多，第一次是几点？\n\n{log}'],
      es: ['¿Qué servicio falla más en este extracto y cuándo por primera vez?\n\n{log}'],
      de: ['Welcher Dienst hat in diesem Auszug die meisten Fehler, und wann den ersten?\n\n{log}'],
      fr: ['Quel service échoue le plus dans cet extrait, et quand la première fois ?\n\n{log}'],
      ja: ['次の抜粋で一番エラーが多いサービスと、その最初の時刻を教えてください。\n\n{log}'],
    },
    done: {
      en: ['`{service}`; its first error is at {at}.', 'Most errors come from `{service}`, the first at {at}.'],
      zh: ['是 `{service}`，第一次报错在 {at}。'],
      es: ['`{service}`; su primer error es de las {at}.'],
      de: ['`{service}`; der erste Fehler kam um {at}.'],
      fr: ['`{service}` ; sa première erreur date de {at}.'],
      ja: ['`{service}` で、最初のエラーは {at} です。'],
    },
  },
  set(random) {
    const [worst = '', ...others] = some(random, SERVICES, 4);
    const errors = [...times(between(random, 3, 4), () => worst), ...some(random, others, 2)];
    const lines = random.shuffle([
      ...errors.map((name) => `${name} ERROR ${random.pick(['timeout', 'refused', 'no space', 'bad input'])}`),
      ...times(
        between(random, 1, 4),
        () => `${random.pick(SERVICES)} INFO ${random.pick(['ok', 'started', 'stopped'])}`,
      ),
    ]);
    const log = times(lines.length, () => clockTime(random))
      .sort()
      .map((at, index) => `${at} ${lines[index]}`);
    return {
      world: place(random),
      asked: { log: log.join('\n') },
      truth: { service: worst, at: log.find((line) => line.includes(`${worst} ERROR`))?.split(' ')[0] ?? '' },
    };
  },
  turns: [
    {
      ask: 'ask',
      reply({ log }, hand) {
        const errors = log
          .split('\n')
          .filter((line) => line.includes(' ERROR '))
          .map((line) => line.split(' '));
        const counts = new Map<string, number>();
        for (const [, name = ''] of errors) counts.set(name, (counts.get(name) ?? 0) + 1);
        const [service = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
        return hand.say('done', { service, at: errors.find(([, name]) => name === service)?.[0] ?? '' });
      },
    },
  ],
  check: ({ service, at }, { calls, answers }) => ({
    'no tool is called': calls.length === 0,
    'names service and time': !!answers[0]?.includes(service) && answers[0].includes(at),
  }),
});

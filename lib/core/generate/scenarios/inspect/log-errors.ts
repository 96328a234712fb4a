import { exec } from '../../sim/acts.ts';
import { misplaced, runOn, withPlace } from '../../sim/find.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, chance, day, place, times, two } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const ERRORS = [
  'connection refused by upstream',
  'disk quota exceeded',
  'token expired',
  'timeout after 30s',
  'bad checksum',
  'queue is full',
  'unknown tenant',
  'lock not acquired',
] as const;
const CALM = [
  'request served',
  'cache refreshed',
  'heartbeat ok',
  'job finished',
  'session opened',
  'session closed',
] as const;

export const logErrors = scenario({
  id: 'inspect/log-errors',
  family: 'inspect',
  skills: ['grep', 'logs'],
  tools: ['read', 'exec'],
  words: {
    ask: {
      en: [
        'How many ERROR lines are in {path}, and which error is the most frequent?',
        'Look at {path}: count the errors, tell me the commonest one and when the first of them happened.',
        'Something is off with {service}. Errors in {path}: how many, and mostly what?',
      ],
      zh: ['{path} 里有多少条 ERROR？哪种错误最多？', '看一下 {path}：错误有几条，最常见的是什么，第一条是什么时候？'],
      es: [
        '¿Cuántas líneas ERROR hay en {path} y qué error se repite más?',
        'Mira {path}: cuántos errores hay, cuál es el más común y cuándo fue el primero.',
      ],
      de: [
        'Wie viele ERROR-Zeilen stehen in {path}, und welcher Fehler ist der häufigste?',
        'Schau in {path}: Anzahl der Fehler, der häufigste, und wann der erste war.',
      ],
      fr: [
        'Combien de lignes ERROR dans {path}, et quelle erreur revient le plus ?',
        'Regarde {path} : nombre d’erreurs, la plus fréquente, et l’heure de la première.',
      ],
      ja: [
        '{path} に ERROR は何行あり、一番多いエラーは何ですか。',
        '{path} を見て、エラーの件数と最も多い種類、最初の時刻を教えてください。',
      ],
    },
    done: {
      en: [
        '{count} ERROR lines. The most frequent is "{error}" with {times}; the first error came at {at}.',
        'I count {count} errors in total, {times} of them "{error}". The first error is from {at}.',
      ],
      zh: ['共 {count} 条 ERROR，最多的是“{error}”，{times} 条；第一条错误在 {at}。'],
      es: ['Hay {count} líneas ERROR. La más frecuente es «{error}», {times} veces; el primer error es de {at}.'],
      de: ['{count} ERROR-Zeilen. Am häufigsten ist „{error}“ mit {times}; der erste Fehler war um {at}.'],
      fr: ['{count} lignes ERROR. La plus fréquente est « {error} », {times} fois ; la première erreur date de {at}.'],
      ja: ['ERROR は {count} 行です。最も多いのは「{error}」で {times} 件、最初のエラーは {at} です。'],
    },
  },
  set(random) {
    const service = random.pick(SERVICES);
    const date = day(random);
    const path = chance(random, 0.5) ? `logs/${service}.log` : `logs/${service}-${date}.log`;
    const favourite = random.pick(ERRORS);
    let minute = between(random, 0, 200);
    const lines = times(between(random, 40, 110), () => {
      minute += between(random, 1, 9);
      const stamp = `${date}T${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}:${two(random.below(60))}Z`;
      if (!chance(random, 0.3)) return `${stamp} INFO ${service} ${random.pick(CALM)}`;
      return `${stamp} ERROR ${service} ${chance(random, 0.55) ? favourite : random.pick(ERRORS)}`;
    });
    const errors = lines.filter((line) => line.includes(' ERROR '));
    const actual = chance(random, 0.25) ? misplaced(path, random) : path;
    return {
      world: { ...place(random), files: [[actual, `${lines.join('\n')}\n`]] },
      asked: { path, service },
      truth: { count: errors.length, at: errors[0]?.split(' ')[0] ?? '' },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path: said }, hand) {
        const { path, result } = yield* runOn(said, (at) => `grep -c ' ERROR ' ${at}`, 'count the errors');
        const kinds = yield* exec(
          `grep -o ' ERROR .*' ${path} | cut -d' ' -f4- | sort | uniq -c | sort -rn`,
          'errors by kind',
        );
        const [times = '', error = ''] = match(lineOf(kinds).trim(), /^(\d+) (.+)$/);
        const first = yield* exec(`grep -m 1 ' ERROR ' ${path}`, 'first error');
        const [at = ''] = lineOf(first).split(' ');
        return withPlace(hand, hand.say('done', { count: lineOf(result), times, error, at }), said, path);
      },
    },
  ],
  check: ({ count, at }, { answers, calls }) => ({
    'states the number of errors': !!answers[0]?.includes(String(count)),
    'states the first time': !!answers[0]?.includes(at),
    'changes nothing': calls.every(({ tool }) => tool === 'exec' || tool === 'read'),
  }),
});

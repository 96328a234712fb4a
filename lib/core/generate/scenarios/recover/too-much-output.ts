import { exec } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, day, place, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const tooMuchOutput = scenario({
  id: 'recover/too-much-output',
  family: 'recover',
  skills: ['grep', 'logs'],
  tools: ['exec', 'read'],
  failure: 'truncated-result',
  words: {
    ask: {
      en: [
        'When did job {job} fail according to {path}, and with which code?',
        'Look through {path} for the failure of job {job}: time and exit code.',
      ],
      zh: ['根据 {path}，任务 {job} 什么时候失败的，退出码是多少？'],
      es: ['Según {path}, ¿cuándo falló el trabajo {job} y con qué código?'],
      de: ['Wann ist Job {job} laut {path} fehlgeschlagen, und mit welchem Code?'],
      fr: ['D’après {path}, quand la tâche {job} a-t-elle échoué, et avec quel code ?'],
      ja: ['{path} によると、ジョブ {job} はいつ、どのコードで失敗しましたか。'],
    },
    done: {
      en: ['Job {job} failed at {at} with code {code}.'],
      zh: ['任务 {job} 在 {at} 失败，退出码 {code}。'],
      es: ['El trabajo {job} falló a las {at} con el código {code}.'],
      de: ['Job {job} ist um {at} mit Code {code} fehlgeschlagen.'],
      fr: ['La tâche {job} a échoué à {at} avec le code {code}.'],
      ja: ['ジョブ {job} は {at} にコード {code} で失敗しました。'],
    },
  },
  set(random) {
    const date = day(random);
    const path = `logs/jobs-${date}.log`;
    const job = String(between(random, 300, 900));
    const code = between(random, 2, 120);
    const rows = between(random, 260, 330);
    const failing = between(random, 120, 200);
    const lines = times(rows, (at) => {
      const stamp = `${date}T${String(Math.floor(at / 30)).padStart(2, '0')}:${String((at * 2) % 60).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}Z`;
      if (at === failing) return `${stamp} job=${job} service=${random.pick(SERVICES)} state=failed code=${code}`;
      return `${stamp} job=${1000 + at} service=${random.pick(SERVICES)} state=done took=${between(random, 10, 900)}ms`;
    });
    return {
      world: { ...place(random), files: [[path, `${lines.join('\n')}\n`]] },
      asked: { path, job },
      truth: { at: lines[failing]?.split(' ')[0] ?? '', code: String(code) },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, job }, hand) {
        const size = yield* exec(`wc -lc ${path}; tail -n 3 ${path}`, 'how large is it, and how does it look');
        const large = Number(match(size.text, /(\d+)\s+\d+/)[0]) > 100;
        const found = large
          ? yield* exec(
              `grep -n 'job=${job} .*failed' ${path}`,
              'search for the job',
              'The log is too long to print whole. A search for the job is enough.',
            )
          : yield* exec(`cat ${path}`, 'short enough to print');
        const [at = '', code = ''] = match(found.text, /(\S+Z) job=\d+ .*code=(\d+)/);
        return hand.say('done', { job, at: at.replace(/^\d+:(?=\d{4}-)/, ''), code });
      },
    },
  ],
  check: ({ at, code }, { answers }) => ({
    'states time and code': !!answers[0]?.includes(at) && answers[0].includes(code),
  }),
});

import { use } from '../../sim/acts.ts';
import { jsonOf, Unreadable } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { CHORES, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const moveJob = scenario({
  id: 'schedule/move-job',
  family: 'schedule-and-message',
  skills: ['cron'],
  tools: ['cron'],
  words: {
    ask: {
      en: [
        'The {name} job should run at {hour} o’clock instead. The minute stays the same.',
        'Move {name} to hour {hour}, same minute as now.',
      ],
      zh: ['{name} 任务改到 {hour} 点运行，分钟不变。'],
      es: ['El trabajo {name} debe correr a las {hour}; los minutos no cambian.'],
      de: ['Der Auftrag {name} soll zur Stunde {hour} laufen, die Minute bleibt.'],
      fr: ['La tâche {name} doit tourner à {hour} h, même minute.'],
      ja: ['{name} ジョブを {hour} 時に変えてください。分はそのままで。'],
    },
    done: {
      en: ['`{full}` runs at `{now}` from now on (before: `{old}`).'],
      zh: ['`{full}` 已从 `{old}` 改为 `{now}`。'],
      es: ['`{full}` corre ahora con `{now}` (antes `{old}`).'],
      de: ['`{full}` läuft jetzt nach `{now}` (vorher `{old}`).'],
      fr: ['`{full}` suit maintenant `{now}` (avant `{old}`).'],
      ja: ['`{full}` を `{old}` から `{now}` に変えました。'],
    },
  },
  set(random) {
    const names = some(random, SERVICES, between(random, 2, 5));
    const jobs = names.map((name) => ({
      name: `${name}-${random.pick(['report', 'sync', 'scan'])}`,
      expr: `${between(random, 0, 59)} ${between(random, 0, 11)} * * ${random.pick(['*', '1-5', '0', '6'])}`,
      text: random.pick(CHORES).replaceAll('{service}', name),
    }));
    const at = random.below(jobs.length);
    const hour = String(between(random, 12, 23));
    const old = jobs[at]?.expr ?? '';
    return {
      world: { ...place(random), jobs },
      asked: { name: jobs[at]?.name ?? '', hour },
      truth: old.replace(/^(\d+) \d+/, `$1 ${hour}`),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ name, hour }, hand) {
        const find = (text: string) => {
          const listed = (jsonOf({ text, tool: 'cron', isError: false, callId: '' }).jobs ?? []) as unknown as {
            id: string;
            name: string;
            schedule: string;
          }[];
          const job = listed.find((candidate) => candidate.name === name);
          if (!job) throw new Unreadable(`no job ${name}`);
          return job;
        };
        const job = find((yield* use('cron', { action: 'list' }, 'how it is set now')).text);
        const [minute = '', , ...rest] = job.schedule.split(' ');
        const expr = [minute, hour, ...rest].join(' ');
        yield* use(
          'cron',
          { action: 'update', jobId: job.id, patch: { schedule: { kind: 'cron', expr } } },
          'change the hour only',
        );
        const now = find((yield* use('cron', { action: 'list' }, 'check')).text);
        return hand.say('done', { full: job.name, old: job.schedule, now: now.schedule });
      },
    },
  ],
  check: (wanted, { world }, { name }) => ({
    'only the hour changed': world.jobs.find((job) => job.name === name)?.schedule === wanted,
  }),
});

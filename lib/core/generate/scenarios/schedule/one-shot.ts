import { exec, use } from '../../sim/acts.ts';
import { jsonOf, lineOf, member } from '../../sim/observed.ts';
import { between, place, two } from '../../words/draw.ts';
import { GIVEN } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const oneShot = scenario({
  id: 'schedule/one-shot',
  family: 'schedule-and-message',
  skills: ['cron', 'dates'],
  tools: ['cron', 'exec'],
  words: {
    ask: {
      en: ['Remind me today at {time} UTC to call {who}. Once only.', 'One reminder, today {time} UTC: call {who}.'],
      zh: ['今天 {time}（UTC）提醒我给 {who} 打电话，只提醒一次。'],
      es: ['Recuérdame hoy a las {time} UTC llamar a {who}. Solo una vez.'],
      de: ['Erinnere mich heute um {time} UTC daran, {who} anzurufen. Nur einmal.'],
      fr: ['Rappelle-moi aujourd’hui à {time} UTC d’appeler {who}. Une seule fois.'],
      ja: ['今日の {time}（UTC）に {who} への電話を一度だけ知らせてください。'],
    },
    done: {
      en: ['Set for {at}: call {who} (job `{id}`).'],
      zh: ['已设在 {at}：给 {who} 打电话（任务 `{id}`）。'],
      es: ['Programado para {at}: llamar a {who} (trabajo `{id}`).'],
      de: ['Gesetzt für {at}: {who} anrufen (Auftrag `{id}`).'],
      fr: ['Prévu pour {at} : appeler {who} (tâche `{id}`).'],
      ja: ['{at} に設定しました：{who} に電話（ジョブ `{id}`）。'],
    },
  },
  set(random) {
    return {
      world: place(random),
      asked: { who: random.pick(GIVEN), time: `${between(random, 19, 23)}:${two(random.below(60))}` },
      truth: 0,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ who, time }, hand) {
        const today = lineOf(yield* exec('date -u +%F', 'date of today'));
        const job = {
          name: `call ${who}`,
          schedule: { kind: 'at', at: `${today}T${time}:00Z` },
          payload: { kind: 'systemEvent', text: `call ${who}` },
          sessionTarget: 'main',
        };
        const added = jsonOf(yield* use('cron', { action: 'add', job }, 'a single time, not a rule'));
        return hand.say('done', { who, at: member(added, 'schedule'), id: member(added, 'id') });
      },
    },
  ],
  check: (_, { world }, { time, who }) => ({
    'one job, today at that time':
      world.jobs.length === 1 &&
      world.jobs[0]?.schedule === `${new Date(world.clock.now()).toISOString().slice(0, 10)}T${time}:00Z`,
    'about the right person': !!world.jobs[0]?.payload.includes(who),
  }),
});

import { use } from '../../sim/acts.ts';
import { jsonOf, member } from '../../sim/observed.ts';
import { between, place, two } from '../../words/draw.ts';
import { PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const dailyJob = scenario({
  id: 'schedule/daily-job',
  family: 'schedule-and-message',
  skills: ['cron'],
  tools: ['cron', 'message'],
  words: {
    ask: {
      en: [
        'Every weekday at {time} remind me: "{text}". Time zone {zone}.',
        'Set up a reminder "{text}", Monday to Friday, {time} ({zone}).',
      ],
      zh: ['每个工作日 {time} 提醒我：“{text}”，时区 {zone}。'],
      es: ['De lunes a viernes a las {time} recuérdame: "{text}". Zona {zone}.'],
      de: ['Erinnere mich werktags um {time}: "{text}". Zeitzone {zone}.'],
      fr: ['Du lundi au vendredi à {time}, rappelle-moi : "{text}". Fuseau {zone}.'],
      ja: ['平日の {time} に「{text}」と知らせてください。タイムゾーンは {zone} です。'],
    },
    done: {
      en: ['Set: `{expr}` in {zone}, with the text "{text}". The job has the id `{id}`.'],
      zh: ['已设好：`{expr}`（{zone}），内容“{text}”，任务编号 `{id}`。'],
      es: ['Hecho: `{expr}` en {zone}, con el texto "{text}". El trabajo tiene el id `{id}`.'],
      de: ['Eingerichtet: `{expr}` in {zone}, mit dem Text "{text}". Der Auftrag hat die Kennung `{id}`.'],
      fr: ['C’est prêt : `{expr}` ({zone}), avec le texte "{text}". La tâche porte l’id `{id}`.'],
      ja: ['設定しました。`{expr}`（{zone}）、内容は「{text}」、ID は `{id}` です。'],
    },
  },
  set(random) {
    const [hour, minute] = [between(random, 6, 19), random.pick([0, 5, 15, 30, 45])];
    return {
      world: { ...place(random), jobs: [{ name: 'backup', expr: '0 3 * * *', text: 'run the backup' }] },
      asked: {
        time: `${hour}:${two(minute)}`,
        text: `${random.pick(['check the', 'feed the', 'water the', 'look at', 'restart'])} ${random.pick([...PRODUCTS, ...SERVICES])}`,
        zone: random.pick([
          'Europe/Berlin',
          'Asia/Tokyo',
          'America/Mexico_City',
          'UTC',
          'Asia/Shanghai',
          'Europe/Paris',
        ]),
      },
      truth: `${minute} ${hour} * * 1-5`,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ time, text, zone }, hand) {
        const [hour = '', minute = ''] = time.split(':');
        const job = {
          name: text,
          schedule: { kind: 'cron', expr: `${Number(minute)} ${hour} * * 1-5`, tz: zone },
          payload: { kind: 'systemEvent', text },
          sessionTarget: 'main',
        };
        const added = jsonOf(yield* use('cron', { action: 'add', job }, 'Monday to Friday is 1-5'));
        return hand.say('done', { expr: member(added, 'schedule'), id: member(added, 'id'), text, zone });
      },
    },
  ],
  check: (expr, { world }, { text }) => ({
    'one job with the right times and text':
      world.jobs.filter((job) => job.schedule === expr && job.payload === text).length === 1,
    'other jobs are left alone': world.jobs.length === 2,
  }),
});

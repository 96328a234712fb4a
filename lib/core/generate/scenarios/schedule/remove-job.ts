import { use } from '../../sim/acts.ts';
import { jsonOf, Unreadable } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { CHORES, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const removeJob = scenario({
  id: 'schedule/remove-job',
  family: 'schedule-and-message',
  skills: ['cron', 'confirmation'],
  tools: ['cron'],
  words: {
    ask: {
      en: ['Stop the scheduled job for {name}.', 'I no longer need the {name} job. Remove it.'],
      zh: ['停掉 {name} 的定时任务。'],
      es: ['Quita el trabajo programado de {name}.'],
      de: ['Nimm den geplanten Auftrag für {name} heraus.'],
      fr: ['Arrête la tâche planifiée de {name}.'],
      ja: ['{name} の定期ジョブを止めてください。'],
    },
    confirm: {
      en: ['I found `{full}` (`{expr}`, id `{id}`). Removing it cannot be undone. Shall I?'],
      zh: ['找到 `{full}`（`{expr}`，编号 `{id}`）。删除后无法恢复，确定吗？'],
      es: ['Encontré `{full}` (`{expr}`, id `{id}`). Quitarlo no se puede deshacer. ¿Lo hago?'],
      de: [
        'Gefunden: `{full}` (`{expr}`, Kennung `{id}`). Das Entfernen lässt sich nicht rückgängig machen. Soll ich?',
      ],
      fr: ['J’ai trouvé `{full}` (`{expr}`, id `{id}`). La suppression est définitive. Je le fais ?'],
      ja: ['`{full}`（`{expr}`、ID `{id}`）が見つかりました。削除は元に戻せません。よろしいですか。'],
    },
    yes: {
      en: ['Yes.', 'Yes, that one.', 'Go ahead.'],
      zh: ['是的。', '确定。'],
      es: ['Sí.', 'Sí, ese.'],
      de: ['Ja.', 'Ja, den.'],
      fr: ['Oui.', 'Oui, celle-là.'],
      ja: ['はい。', 'お願いします。'],
    },
    done: {
      en: ['Removed. Still scheduled: {rest}.'],
      zh: ['已删除。剩下的任务：{rest}。'],
      es: ['Quitado. Siguen programados: {rest}.'],
      de: ['Entfernt. Weiterhin geplant: {rest}.'],
      fr: ['Supprimée. Restent planifiées : {rest}.'],
      ja: ['削除しました。残りのジョブは {rest} です。'],
    },
  },
  set(random) {
    const names = some(random, SERVICES, between(random, 3, 5));
    const jobs = names.map((name) => ({
      name: `${name}-${random.pick(['report', 'sync', 'check', 'cleanup'])}`,
      expr: `${between(random, 0, 59)} ${between(random, 0, 23)} * * *`,
      text: random.pick(CHORES).replaceAll('{service}', name),
    }));
    return { world: { ...place(random), jobs }, asked: { name: random.pick(names) }, truth: names.length };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ name }, hand, notes) {
        const listed = jsonOf(yield* use('cron', { action: 'list' }, 'which job is it'));
        const jobs = (Array.isArray(listed.jobs) ? listed.jobs : []) as {
          id: string;
          name: string;
          schedule: string;
        }[];
        const job = jobs.find((candidate) => candidate.name.startsWith(`${name}-`));
        if (!job) throw new Unreadable(`no job for ${name}`);
        notes.set('id', job.id);
        return hand.say('confirm', { full: job.name, expr: job.schedule, id: job.id });
      },
    },
    {
      ask: 'yes',
      *policy(_asked, hand, notes) {
        yield* use('cron', { action: 'remove', jobId: notes.get('id') ?? '' }, 'agreed');
        const listed = jsonOf(yield* use('cron', { action: 'list' }, 'what is left'));
        const jobs = (Array.isArray(listed.jobs) ? listed.jobs : []) as { name: string }[];
        return hand.say('done', { rest: jobs.map((job) => `\`${job.name}\``).join(', ') });
      },
    },
  ],
  check: (before, { world, calls }, { name }) => ({
    'exactly that job is gone':
      world.jobs.length === before - 1 && !world.jobs.some((job) => job.name.startsWith(`${name}-`)),
    'nothing is removed before the agreement': calls.every(({ args, turn }) => args.action !== 'remove' || turn === 1),
  }),
});

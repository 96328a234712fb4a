import { exec, use } from '../../sim/acts.ts';
import { jsonOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly payload: string;
}

/** Every job is looked at; what goes is named before it goes. */
export const deadJobs = scenario({
  id: 'schedule/dead-jobs',
  family: 'schedule-and-message',
  skills: ['cron', 'confirmation', 'audit'],
  tools: ['cron', 'exec'],
  words: {
    ask: {
      en: [
        'Some of my scheduled jobs in {folder} run scripts that are gone. Find those jobs and remove them, but ask me first.',
        'Check every scheduled job: does its script in {folder} still exist? The dead ones should go, after I have seen the list.',
      ],
      zh: ['有些定时任务要运行的脚本（{folder}）已经不在了。找出来删掉，但先问我。'],
      es: [
        'Algunos trabajos programados usan scripts de {folder} que ya no existen. Búscalos y quítalos, pero pregúntame antes.',
      ],
      de: [
        'Manche geplanten Aufträge starten Skripte aus {folder}, die es nicht mehr gibt. Finde sie und entferne sie, aber frag mich vorher.',
      ],
      fr: [
        'Certaines tâches planifiées lancent des scripts de {folder} qui n’existent plus. Trouve-les et supprime-les, mais demande-moi d’abord.',
      ],
      ja: [
        '定期ジョブの中に、{folder} のもう無いスクリプトを動かすものがあります。見つけて削除してください。ただし先に確認してください。',
      ],
    },
    confirm: {
      en: ['I checked each job. The scripts of these are gone: {dead}. The others are fine. Shall I remove these?'],
      zh: ['我逐个检查了。脚本已不存在的有：{dead}。其余正常。要删除这些吗？'],
      es: ['Revisé cada uno. Ya no existe el script de: {dead}. Los demás están bien. ¿Quito esos?'],
      de: [
        'Ich habe jeden geprüft. Bei diesen fehlt das Skript: {dead}. Die übrigen sind in Ordnung. Soll ich diese entfernen?',
      ],
      fr: ['J’ai vérifié chaque tâche. Le script manque pour : {dead}. Les autres vont bien. Je supprime celles-là ?'],
      ja: ['一つずつ確認しました。スクリプトが無いのは {dead} です。他は問題ありません。これらを削除しますか。'],
    },
    yes: {
      en: ['Yes, those can go.', 'Right, remove them.'],
      zh: ['对，删掉。'],
      es: ['Sí, quítalos.'],
      de: ['Ja, weg damit.'],
      fr: ['Oui, supprime-les.'],
      ja: ['はい、削除してください。'],
    },
    done: {
      en: ['Removed: {dead}. Still scheduled: {rest}.'],
      zh: ['已删除：{dead}。仍在计划中：{rest}。'],
      es: ['Quitados: {dead}. Siguen programados: {rest}.'],
      de: ['Entfernt: {dead}. Weiter geplant: {rest}.'],
      fr: ['Supprimées : {dead}. Toujours planifiées : {rest}.'],
      ja: ['削除しました：{dead}。残っているのは {rest} です。'],
    },
  },
  set(random) {
    const folder = random.pick(['bin', 'jobs', 'scripts', 'ops/cron']);
    const names = some(random, SERVICES, between(random, 4, 8));
    const dead = some(random, names, between(random, 1, Math.min(3, names.length - 1)));
    return {
      world: {
        ...place(random),
        jobs: names.map((name) => ({
          name: `${name}-nightly`,
          expr: `${between(random, 0, 59)} ${between(random, 0, 6)} * * *`,
          text: `run ./${folder}/${name}.sh and report when it fails`,
        })),
        files: names
          .filter((name) => !dead.includes(name))
          .map(
            (name) =>
              [`${folder}/${name}.sh`, { text: `#!/bin/bash\necho ${name}\n`, mode: 'script' as const }] as const,
          ),
      },
      asked: { folder },
      truth: { dead: dead.map((name) => `${name}-nightly`), all: names.length },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy(_asked, hand, notes) {
        const jobs = jsonOf(yield* use('cron', { action: 'list' }, 'all of them')).jobs as unknown as Listed[];
        const dead: Listed[] = [];
        for (const job of jobs) {
          const script = /run (\S+) /.exec(job.payload)?.[1] ?? '';
          const found = yield* exec(`test -f ${script} && echo there || echo gone`, `script of ${job.name}`);
          if (found.text === 'gone') dead.push(job);
        }
        notes.set('ids', dead.map(({ id }) => id).join(' '));
        notes.set('dead', dead.map(({ name }) => `\`${name}\``).join(', '));
        return hand.say('confirm', { dead: notes.get('dead') ?? '' });
      },
    },
    {
      ask: 'yes',
      *policy(_asked, hand, notes) {
        for (const jobId of (notes.get('ids') ?? '').split(' '))
          yield* use('cron', { action: 'remove', jobId }, 'the person agreed');
        const left = jsonOf(yield* use('cron', { action: 'list' }, 'what is left')).jobs as unknown as Listed[];
        const rest = left.map(({ name }) => `\`${name}\``).join(', ');
        return hand.say('done', { dead: notes.get('dead') ?? '', rest });
      },
    },
  ],
  check: ({ dead, all }, { world, calls, answers }) => ({
    'exactly the dead jobs are gone':
      world.jobs.length === all - dead.length && dead.every((name) => !world.jobs.some((job) => job.name === name)),
    'names them before removing': dead.every((name) => answers[0]?.includes(name)),
    'nothing is removed before the agreement': calls.every(({ args, turn }) => args.action !== 'remove' || turn === 1),
  }),
});

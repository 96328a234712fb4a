import { exec, read } from '../../sim/acts.ts';
import { linesOf, match } from '../../sim/observed.ts';
import { between, day, person, place, some } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const ORDINALS = {
  en: ['first', 'second', 'third'],
  zh: ['第一个', '第二个', '第三个'],
  es: ['primero', 'segundo', 'tercero'],
  de: ['ersten', 'zweiten', 'dritten'],
  fr: ['premier', 'deuxième', 'troisième'],
  ja: ['一つ目', '二つ目', '三つ目'],
} as const;

export const referBack = scenario({
  id: 'turns/refer-back',
  family: 'multi-turn',
  skills: ['references', 'read'],
  tools: ['exec', 'read', 'ls'],
  words: {
    ask: {
      en: ['Which reports are there in {folder}? In order of name.', 'List the reports in {folder} by name.'],
      zh: ['{folder} 里有哪些报告？按名称排列。'],
      es: ['¿Qué informes hay en {folder}? Por orden de nombre.'],
      de: ['Welche Berichte liegen in {folder}? Nach Namen geordnet.'],
      fr: ['Quels rapports y a-t-il dans {folder} ? Par ordre de nom.'],
      ja: ['{folder} にはどんな報告書がありますか。名前順でお願いします。'],
    },
    list: {
      en: ['These:\n{rows}'],
      zh: ['有这些：\n{rows}'],
      es: ['Estos:\n{rows}'],
      de: ['Diese:\n{rows}'],
      fr: ['Ceux-ci :\n{rows}'],
      ja: ['次のとおりです。\n{rows}'],
    },
    next: {
      en: ['Who wrote the {ordinal} one, and when?', 'Open the {ordinal}: author and date?'],
      zh: ['{ordinal}是谁写的，什么时候？'],
      es: ['¿Quién escribió el {ordinal} y cuándo?'],
      de: ['Wer hat den {ordinal} geschrieben, und wann?'],
      fr: ['Qui a écrit le {ordinal}, et quand ?'],
      ja: ['{ordinal}は誰がいつ書きましたか。'],
    },
    done: {
      en: ['`{path}` was written by {author} on {date}.'],
      zh: ['`{path}` 是 {author} 在 {date} 写的。'],
      es: ['`{path}` lo escribió {author} el {date}.'],
      de: ['`{path}` stammt von {author}, {date}.'],
      fr: ['`{path}` a été écrit par {author} le {date}.'],
      ja: ['`{path}` は {author} が {date} に書きました。'],
    },
  },
  set(random, language) {
    const folder = random.pick(['reports', 'minutes', 'reviews', 'audits']);
    const reports = some(random, SERVICES, between(random, 3, 6))
      .sort()
      .map((name) => ({ name, author: person(random), date: day(random) }));
    const at = random.below(3);
    return {
      world: {
        ...place(random),
        files: reports.map(
          ({ name, author, date }) =>
            [
              `${folder}/${name}.md`,
              `# ${name}\n\nAuthor: ${author}\nDate: ${date}\n\nNo findings on ${random.pick(SERVICES)}.\n`,
            ] as const,
        ),
      },
      asked: { folder, ordinal: ORDINALS[language][at] ?? '', place: String(at) },
      truth: reports[at],
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder }, hand, notes) {
        const listing = yield* exec(`ls ${folder}`, 'list the files');
        notes.set('names', linesOf(listing).join(' '));
        return hand.say('list', {
          rows: linesOf(listing)
            .map((name) => `- \`${name}\``)
            .join('\n'),
        });
      },
    },
    {
      ask: 'next',
      *policy({ folder, place: at }, hand, notes) {
        const path = `${folder}/${(notes.get('names') ?? '').split(' ')[Number(at)]}`;
        const file = yield* read(path, 'the one that is meant');
        const [author = '', date = ''] = match(file.text, /Author: (.+)\nDate: (\S+)/);
        return hand.say('done', { path: path.slice(folder.length + 1), author, date });
      },
    },
  ],
  check: (report, { answers }) => ({
    'names author and date of the right one': [report?.name, report?.author, report?.date].every((text) =>
      answers[1]?.includes(text ?? '?'),
    ),
  }),
});

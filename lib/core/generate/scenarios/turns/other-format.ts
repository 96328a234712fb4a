import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, day, place, some } from '../../words/draw.ts';
import { SERVICES, USERS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const otherFormat = scenario({
  id: 'turns/other-format',
  family: 'multi-turn',
  skills: ['formatting'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'Who is on duty according to {path}? Give me a list.',
        'List the people on duty in {path} with their dates.',
      ],
      zh: ['根据 {path} 谁值班？给我一个列表。'],
      es: ['¿Quién está de guardia según {path}? Dame una lista.'],
      de: ['Wer hat laut {path} Dienst? Bitte als Liste.'],
      fr: ['Qui est de garde d’après {path} ? Donne-moi une liste.'],
      ja: ['{path} では誰が当番ですか。一覧でお願いします。'],
    },
    list: {
      en: ['On duty:\n{rows}'],
      zh: ['值班：\n{rows}'],
      es: ['De guardia:\n{rows}'],
      de: ['Dienst haben:\n{rows}'],
      fr: ['De garde :\n{rows}'],
      ja: ['当番は次のとおりです。\n{rows}'],
    },
    next: {
      en: ['As a table please, columns date and name.', 'Make that a Markdown table (date, name).'],
      zh: ['请改成表格，列为 date 和 name。'],
      es: ['En tabla, por favor, con columnas date y name.'],
      de: ['Bitte als Tabelle mit den Spalten date und name.'],
      fr: ['En tableau s’il te plaît, colonnes date et name.'],
      ja: ['date と name の表にしてください。'],
    },
    table: { en: ['{rows}'], zh: ['{rows}'], es: ['{rows}'], de: ['{rows}'], fr: ['{rows}'], ja: ['{rows}'] },
  },
  set(random) {
    const path = `duty/${random.pick(SERVICES)}.csv`;
    const names = some(random, USERS, between(random, 3, 6));
    const rows = names.map((name) => [day(random, 2026), name] as const);
    return {
      world: { ...place(random), files: [[path, `date,name\n${rows.map((row) => row.join(',')).join('\n')}\n`]] },
      asked: { path },
      truth: rows,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path }, hand, notes) {
        const rows = yield* exec(`tail -n +2 ${path} | sort`, 'sort by date');
        notes.set('rows', rows.text);
        return hand.say('list', {
          rows: linesOf(rows)
            .map((row) => `- ${row.replace(',', ': ')}`)
            .join('\n'),
        });
      },
    },
    {
      ask: 'next',
      // The data is known already: no second look is needed.
      reply(_asked, hand, notes) {
        const rows = (notes.get('rows') ?? '').split('\n').map((row) => `| ${row.replace(',', ' | ')} |`);
        return hand.say('table', { rows: ['| date | name |', '| --- | --- |', ...rows].join('\n') });
      },
    },
  ],
  check: (rows, { answers, calls }) => ({
    'the table has every row': rows.every(([date, name]) => answers[1]?.includes(`| ${date} | ${name} |`)),
    'nothing is looked up twice': calls.every(({ turn }) => turn === 0),
  }),
});

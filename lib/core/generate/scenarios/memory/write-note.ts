import { exec, write } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, clockTime, day, place } from '../../words/draw.ts';
import { GIVEN, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const writeNote = scenario({
  id: 'memory/write-note',
  family: 'memory',
  skills: ['memory', 'write'],
  tools: ['read', 'write', 'exec', 'memory_search'],
  words: {
    ask: {
      en: ['Remember this: {fact}. Put it into today’s memory file.', 'Note for later: {fact}.'],
      zh: ['记一下：{fact}。写进今天的记忆文件。'],
      es: ['Apunta esto: {fact}. En el archivo de memoria de hoy.'],
      de: ['Merk dir: {fact}. Bitte in die heutige Notizdatei.'],
      fr: ['Retiens ceci : {fact}. Dans le fichier mémoire du jour.'],
      ja: ['覚えておいてください：{fact}。今日のメモに書いてください。'],
    },
    done: {
      en: ['Noted in `{path}`: "{line}".'],
      zh: ['已记入 `{path}`：“{line}”。'],
      es: ['Anotado en `{path}`: «{line}».'],
      de: ['Notiert in `{path}`: „{line}“.'],
      fr: ['Noté dans `{path}` : « {line} ».'],
      ja: ['`{path}` に書きました：「{line}」。'],
    },
  },
  set(random) {
    const [name, item] = [random.pick(GIVEN), random.pick(PRODUCTS)];
    const facts = [
      `${name} wants the ${item} before ${day(random, 2026)}`,
      `the code of the ${item} box is ${between(random, 1000, 9999)}`,
      `${name} arrives at ${clockTime(random).slice(0, 5)} with the ${item}`,
      `order ${between(random, 2, 40)} more ${item}s through ${name}`,
    ];
    return {
      world: {
        ...place(random),
        files: [['MEMORY.md', '# Memory\n\n- notes of the day go to memory/DATE.md, one line each, as a list\n']],
      },
      asked: { fact: random.pick(facts) },
      truth: random.below(2) === 0,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ fact }, hand) {
        const today = lineOf(yield* exec('date +%F', 'date of today'));
        const path = `memory/${today}.md`;
        const old = yield* exec(`test -f ${path} && cat ${path} || echo 'no file yet'`, 'notes of today so far');
        if (old.text === 'no file yet') yield* write(path, `# ${today}\n\n- ${fact}\n`, 'start the file of the day');
        else yield* exec(`cat >> ${path} <<'NOTE'\n- ${fact}\nNOTE`, 'append');
        const back = yield* exec(`tail -n 1 ${path}; ls ${path}`, 'read it back');
        return hand.say('done', { path: lineOf(back, 1), line: lineOf(back).replace('- ', '') });
      },
    },
  ],
  check: async (_, { world, file }, { fact }) => ({
    'the fact is in the file of the day': !!(
      await file(`memory/${new Date(world.clock.now()).toISOString().slice(0, 10)}.md`)
    )?.includes(`- ${fact}\n`),
  }),
});

import { exec, recall, write } from '../../sim/acts.ts';
import { jsonOf, linesOf, match, member } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const STYLES = {
  numbered: (items: readonly string[]) => items.map((item, at) => `${at + 1}. ${item}`),
  dashes: (items: readonly string[]) => items.map((item) => `- ${item}`),
  boxes: (items: readonly string[]) => items.map((item) => `[ ] ${item}`),
} as const;
const NAMES = ['numbered', 'dashes', 'boxes'] as const;

export const usePreference = scenario({
  id: 'memory/use-preference',
  family: 'memory',
  skills: ['memory', 'write'],
  tools: ['memory_search', 'memory_get', 'exec', 'write'],
  words: {
    ask: {
      en: [
        'Turn {from} into a shopping list at {to}, sorted, in the form I like for lists.',
        'Make a list {to} out of {from}: sorted by name, my usual list style.',
      ],
      zh: ['把 {from} 整理成清单 {to}，排好序，用我喜欢的列表格式。'],
      es: ['Convierte {from} en una lista en {to}, ordenada, con mi formato de listas habitual.'],
      de: ['Mach aus {from} eine Liste {to}, sortiert, in meiner üblichen Listenform.'],
      fr: ['Fais de {from} une liste {to}, triée, dans mon format de liste habituel.'],
      ja: ['{from} を並べ替えて、私のいつもの形式でリスト {to} にしてください。'],
    },
    done: {
      en: ['`{to}` is written in your "{style}" style; it begins with `{first}`.'],
      zh: ['`{to}` 已按“{style}”格式写好，第一行是 `{first}`。'],
      es: ['`{to}` está escrita en tu estilo «{style}»; empieza con `{first}`.'],
      de: ['`{to}` ist in deiner Form „{style}“ geschrieben; sie beginnt mit `{first}`.'],
      fr: ['`{to}` est écrite dans ton style « {style} » ; elle commence par `{first}`.'],
      ja: ['`{to}` を「{style}」形式で書きました。最初の行は `{first}` です。'],
    },
  },
  set(random) {
    const style = random.pick(NAMES);
    const items = some(random, PRODUCTS, between(random, 4, 9));
    const [from, to] = [
      `notes/${random.pick(['camp', 'garden', 'workshop', 'trip'])}-${between(random, 1, 60)}.txt`,
      `lists/${random.pick(['buy', 'pack', 'get'])}-${between(random, 1, 60)}.md`,
    ];
    return {
      world: {
        ...place(random),
        files: [
          [from, `${items.join('\n')}\n`],
          ['MEMORY.md', `# Preferences\n\n- style for lists: ${style}\n\n# Other\n\n- tea, not coffee\n`],
        ],
      },
      asked: { from, to },
      truth: `${STYLES[style]([...items].sort()).join('\n')}\n`,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ from, to }, hand) {
        const hit = yield* recall('style for lists preferences', 'what form does the person like');
        const [style = 'dashes'] = match(member(jsonOf(hit), 'results.0.snippet'), /style for lists: (\w+)/);
        const items = linesOf(yield* exec(`sort ${from}`, 'sort the items'));
        yield* write(to, `${STYLES[style as keyof typeof STYLES](items).join('\n')}\n`, `in ${style} form`);
        const first = yield* exec(`head -n 1 ${to}`, 'read it back');
        return hand.say('done', { to, style, first: first.text });
      },
    },
  ],
  check: async (wanted, { file }, { to }) => ({ 'the list is in the preferred form': (await file(to)) === wanted }),
});

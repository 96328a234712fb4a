import { exec, together, use } from '../../sim/acts.ts';
import { jsonOf, lineOf, member } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

interface Done {
  readonly label: string;
  readonly status: string;
  readonly result: string;
}

/** Three parts given out at once; what does not come back is done here. */
export const threeParts = scenario({
  id: 'delegate/three-parts',
  family: 'delegate',
  skills: ['sub-agents', 'parallel', 'recovery'],
  tools: ['sessions_spawn', 'agents_wait', 'exec'],
  failure: 'sub-agent-failed',
  words: {
    ask: {
      en: [
        'Let three sub-agents count the files in {a}, {b} and {c} that mention {item}, one folder each, and give me each number and the total.',
        'How many files mention {item} in {a}, {b} and {c}? One sub-agent a folder, please; I want the three numbers and the sum.',
      ],
      zh: ['让三个子代理分别数 {a}、{b}、{c} 里提到 {item} 的文件数，每个目录一个。给我每个数字和总数。'],
      es: [
        'Que tres subagentes cuenten los archivos de {a}, {b} y {c} que mencionan {item}, una carpeta cada uno. Dame cada número y el total.',
      ],
      de: [
        'Lass drei Unteragenten zählen, wie viele Dateien in {a}, {b} und {c} {item} erwähnen, je ein Ordner. Ich brauche die drei Zahlen und die Summe.',
      ],
      fr: [
        'Fais compter par trois sous-agents les fichiers de {a}, {b} et {c} qui mentionnent {item}, un dossier chacun. Donne-moi chaque nombre et le total.',
      ],
      ja: [
        '三つのサブエージェントに {a}、{b}、{c} で {item} に触れているファイルを一つずつ数えさせ、それぞれの数と合計を教えてください。',
      ],
    },
    done: {
      en: ['{rows}\nTogether {sum}. The sub-agent for `{own}` did not come back, so I counted that folder myself.'],
      zh: ['{rows}\n合计 {sum}。`{own}` 的子代理没有返回，这个目录是我自己数的。'],
      es: ['{rows}\nEn total {sum}. El subagente de `{own}` no respondió, así que esa carpeta la conté yo.'],
      de: ['{rows}\nZusammen {sum}. Der Unteragent für `{own}` kam nicht zurück, den Ordner habe ich selbst gezählt.'],
      fr: ['{rows}\nEn tout {sum}. Le sous-agent de `{own}` n’est pas revenu, j’ai compté ce dossier moi-même.'],
      ja: ['{rows}\n合計 {sum} です。`{own}` のサブエージェントは戻らなかったため、自分で数えました。'],
    },
  },
  set(random) {
    const folders = some(random, FOLDERS, 3);
    const item = random.pick(PRODUCTS);
    const [lost = ''] = some(random, folders, 1);
    const counts = folders.map(() => between(random, 1, 9));
    const files = folders.flatMap((folder, at) =>
      times((counts[at] ?? 0) + between(random, 1, 5), (row) => {
        const goods = some(
          random,
          PRODUCTS.filter((name) => name !== item),
          between(random, 2, 5),
        );
        const mentions = row < (counts[at] ?? 0);
        return [`${folder}/list-${row + 1}.txt`, `${(mentions ? [...goods, item] : goods).join('\n')}\n`] as const;
      }),
    );
    const [a = '', b = '', c = ''] = folders;
    return {
      world: {
        ...place(random),
        files,
        children: folders.map((folder) => ({
          when: `folder ${folder} `,
          policy:
            folder === lost
              ? ('dies' as const)
              : function* () {
                  const found = yield* exec(`grep -lw '${item}' ${folder}/* | wc -l`, 'count the files');
                  return `COUNT: ${lineOf(found).trim()}`;
                },
        })),
      },
      asked: { a, b, c, item },
      truth: { counts: folders.map((folder, at) => [folder, counts[at] ?? 0] as const), lost },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ a, b, c, item }, hand) {
        const folders = [a, b, c];
        const spawned = yield* together(
          folders.map((folder) => ({
            tool: 'sessions_spawn',
            args: {
              task: `In the folder ${folder} of the workspace, count the files that mention the word "${item}". Answer with COUNT: and the number.`,
              label: folder,
              mode: 'run',
              collect: true,
            },
          })),
          'independent parts, so all at once',
        );
        const ids = spawned.map((one) => member(jsonOf(one), 'runId'));
        const done = jsonOf(yield* use('agents_wait', { ids, timeoutSeconds: 120 }, 'wait for all of them'))
          .completed as unknown as Done[];
        const found = new Map(
          done.flatMap(({ label, result }) => {
            const count = /COUNT: (\d+)/.exec(result)?.[1];
            return count ? [[label, count] as const] : [];
          }),
        );
        const own = folders.find((folder) => !found.has(folder)) ?? '';
        const mine = yield* exec(
          `grep -lw '${item}' ${own}/* | wc -l`,
          'count the files',
          `The report on ${own} is missing. It is quick enough to count here.`,
        );
        found.set(own, lineOf(mine).trim());
        const sum = yield* exec(`echo $((${folders.map((folder) => found.get(folder)).join(' + ')}))`, 'add them up');
        const rows = folders.map((folder) => `- \`${folder}\`: ${found.get(folder)}`).join('\n');
        return hand.say('done', { rows, sum: lineOf(sum), own });
      },
    },
  ],
  check: ({ counts, lost }, { answers, calls: made }) => ({
    'states every number': counts.every(([folder, count]) => answers[0]?.includes(`\`${folder}\`: ${count}`)),
    'states the sum': !!answers[0]?.includes(String(counts.reduce((sum, [, count]) => sum + count, 0))),
    'owns up to the lost report': !!answers[0]?.includes(`\`${lost}\``),
    'gives out each part once': made.filter(({ tool }) => tool === 'sessions_spawn').length === 3,
  }),
});

import { edit, exec, read } from '../../sim/acts.ts';
import { failedWith, lineOf, linesOf, match } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const LINKS = `#!/bin/bash
broken=0; seen=0
for link in $(grep -rhoE '\\]\\([^)]+\\.md\\)' README.md docs notes | tr -d '])(' ); do
  seen=$((seen + 1))
  [ -f "$link" ] || { echo "broken: $link in $(grep -rl "($link)" README.md docs notes | tr '\\n' ' ')"; broken=1; }
done
[ $broken = 0 ] && echo "ok: $seen links" || exit 1
`;

/** A document moves; whatever points at it has to follow, in places that were not thought of as well. */
export const moveDocument = scenario({
  id: 'change/move-document',
  family: 'change',
  skills: ['refactor', 'links', 'verification'],
  tools: ['exec', 'read', 'edit'],
  failure: 'non-zero-exit',
  words: {
    ask: {
      en: [
        'Move docs/{old}.md to docs/{fresh}.md and correct the links in README.md and docs. ./bin/links.sh must be happy afterwards.',
        'docs/{old}.md shall be called docs/{fresh}.md. Fix what links to it in README.md and docs, then run ./bin/links.sh.',
      ],
      zh: ['把 docs/{old}.md 改名为 docs/{fresh}.md，并修正 README.md 和 docs 里的链接。最后 ./bin/links.sh 要通过。'],
      es: [
        'Mueve docs/{old}.md a docs/{fresh}.md y corrige los enlaces en README.md y docs. Al final ./bin/links.sh debe pasar.',
      ],
      de: [
        'Benenne docs/{old}.md in docs/{fresh}.md um und korrigiere die Links in README.md und docs. Danach muss ./bin/links.sh zufrieden sein.',
      ],
      fr: [
        'Déplace docs/{old}.md vers docs/{fresh}.md et corrige les liens dans README.md et docs. À la fin, ./bin/links.sh doit passer.',
      ],
      ja: [
        'docs/{old}.md を docs/{fresh}.md に変更し、README.md と docs のリンクを直してください。最後に ./bin/links.sh が通るようにお願いします。',
      ],
    },
    done: {
      en: ['Moved. I corrected {files}; the last one was not on your list, but links.sh found it. It now says "{ok}".'],
      zh: ['已改名。修正了 {files}；最后一个不在你说的范围内，是 links.sh 发现的。现在输出“{ok}”。'],
      es: ['Movido. Corregí {files}; el último no estaba en tu lista, lo encontró links.sh. Ahora dice «{ok}».'],
      de: [
        'Umbenannt. Korrigiert habe ich {files}; das letzte hattest du nicht genannt, links.sh hat es gefunden. Jetzt heißt es „{ok}“.',
      ],
      fr: [
        'Déplacé. J’ai corrigé {files} ; le dernier n’était pas dans ta liste, links.sh l’a trouvé. Il répond maintenant « {ok} ».',
      ],
      ja: [
        '変更しました。直したのは {files} です。最後のものはご指定外でしたが、links.sh が見つけました。今は「{ok}」です。',
      ],
    },
  },
  set(random) {
    const [old = '', fresh = '', other = '', ...names] = some<string>(random, [...PRODUCTS, ...SERVICES], 9);
    const link = (name: string) => `[${name}](docs/${name}.md)`;
    const linking = names.slice(0, between(random, 2, 4));
    const body = (name: string, at: number) =>
      `# ${name}\n\nSee ${linking.includes(name) ? link(old) : link(other)} first.\n${at % 2 ? `Then ${link(other)}.\n` : ''}`;
    const files: (readonly [string, string])[] = [
      ['README.md', `# Read me\n\n- ${link(old)}\n- ${link(other)}\n`],
      ['notes/todo.md', `# Todo\n\n- shorten ${link(old)}\n`],
      [`docs/${old}.md`, `# ${old}\n\nHow the ${old} is used.\n`],
      [`docs/${other}.md`, `# ${other}\n\nNothing yet.\n`],
      ...names.slice(0, 5).map((name, at) => [`docs/${name}.md`, body(name, at)] as const),
    ];
    return {
      world: { ...place(random), files: [...files, ['bin/links.sh', { text: LINKS, mode: 'script' }]] },
      asked: { old, fresh },
      truth: files,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ old, fresh }, hand) {
        const found = linesOf(yield* exec(`grep -rl 'docs/${old}.md' README.md docs`, 'what links to it'));
        yield* exec(`mv docs/${old}.md docs/${fresh}.md`, 'move the document');
        const mended: string[] = [];
        const mend = function* (path: string) {
          const text = yield* read(path, 'the link in its place');
          const [whole = ''] = match(text.text, new RegExp(`(\\[[^\\]]+\\]\\(docs/${old}\\.md\\))`));
          yield* edit(path, whole, `[${fresh}](docs/${fresh}.md)`, 'the new name');
          mended.push(path);
        };
        for (const path of found) yield* mend(path);
        for (;;) {
          const run = yield* exec('./bin/links.sh', mended.length === found.length ? 'check all links' : 'check again');
          if (!failedWith(run)) {
            const files = mended.map((path) => `\`${path}\``).join(', ');
            return hand.say('done', { files, ok: lineOf(run) });
          }
          yield* mend(match(run.text, /broken: \S+ in (\S+)/)[0] ?? '');
        }
      },
    },
  ],
  check: async (files, { file, answers }, { old, fresh }) => ({
    'the document moved as it was':
      (await file(`docs/${old}.md`)) === undefined &&
      (await file(`docs/${fresh}.md`)) === files.find(([path]) => path === `docs/${old}.md`)?.[1],
    'every other text changed in its links alone': (
      await Promise.all(
        files
          .filter(([path]) => path !== `docs/${old}.md`)
          .map(
            async ([path, text]) =>
              (await file(path)) === text.replaceAll(`[${old}](docs/${old}.md)`, `[${fresh}](docs/${fresh}.md)`),
          ),
      )
    ).every(Boolean),
    'says what the check said': /ok: \d+ links/.test(answers[0] ?? ''),
  }),
});

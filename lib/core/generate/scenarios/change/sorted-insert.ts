import { edit, read } from '../../sim/acts.ts';
import { between, place, some } from '../../words/draw.ts';
import { PRODUCTS, SURNAMES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const sortedInsert = scenario({
  id: 'change/sorted-insert',
  family: 'change',
  skills: ['edit', 'lists'],
  tools: ['read', 'edit', 'write'],
  words: {
    ask: {
      en: [
        'Add {item} to {path}. The list is alphabetical, keep it that way.',
        'Put {item} into the list in {path}, at the right place of the alphabet.',
      ],
      zh: ['把 {item} 加到 {path}，列表按字母排序，请保持顺序。'],
      es: ['Añade {item} a {path}. La lista va por orden alfabético, mantenlo.'],
      de: ['Trag {item} in {path} ein. Die Liste ist alphabetisch und soll es bleiben.'],
      fr: ['Ajoute {item} à {path}. La liste est alphabétique, garde l’ordre.'],
      ja: ['{path} に {item} を追加してください。アルファベット順を保ってください。'],
    },
    done: {
      en: ['Added: `{item}` now stands right after `{before}` in `{path}`.'],
      zh: ['已添加：`{path}` 中 `{item}` 排在 `{before}` 后面。'],
      es: ['Añadido: `{item}` va justo después de `{before}` en `{path}`.'],
      de: ['Eingetragen: `{item}` steht in `{path}` direkt nach `{before}`.'],
      fr: ['Ajouté : `{item}` se trouve juste après `{before}` dans `{path}`.'],
      ja: ['追加しました。`{path}` では `{before}` の次が `{item}` です。'],
    },
    there: {
      en: ['`{item}` is already in `{path}`; I changed nothing.'],
      zh: ['`{item}` 已经在 `{path}` 里了，我没有改动。'],
      es: ['`{item}` ya está en `{path}`; no cambié nada.'],
      de: ['`{item}` steht schon in `{path}`; ich habe nichts geändert.'],
      fr: ['`{item}` est déjà dans `{path}` ; je n’ai rien changé.'],
      ja: ['`{item}` はすでに `{path}` にあります。変更していません。'],
    },
  },
  set(random) {
    const pool = random.below(2) ? PRODUCTS : SURNAMES;
    const drawn = some(random, pool, between(random, 7, 13));
    const list = [...drawn].sort();
    // Never the first of the alphabet: there is always a line to stand after.
    const item = random.pick(list.slice(1));
    const there = random.below(6) === 0;
    const before = there ? list : list.filter((name) => name !== item);
    const path = random.pick(['lists/items.txt', 'data/names.txt', 'config/allowed.txt', 'docs/index.txt']);
    return {
      world: { ...place(random), files: [[path, `${before.join('\n')}\n`]] },
      asked: { path, item },
      truth: `${list.join('\n')}\n`,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, item }, hand) {
        const list = (yield* read(path, 'see the list')).text.split('\n').filter(Boolean);
        if (list.includes(item)) return hand.say('there', { path, item });
        const before = list.filter((name) => name < item).at(-1) ?? '';
        const next = list[list.indexOf(before) + 1];
        const [old, fresh] = next
          ? [`${before}\n${next}\n`, `${before}\n${item}\n${next}\n`]
          : [`${before}\n`, `${before}\n${item}\n`];
        yield* edit(path, old, fresh, `after ${before}`);
        yield* read(path, 'read it back');
        return hand.say('done', { path, item, before });
      },
    },
  ],
  check: async (wanted, { file }, { path }) => ({ 'the list is sorted and complete': (await file(path)) === wanted }),
});

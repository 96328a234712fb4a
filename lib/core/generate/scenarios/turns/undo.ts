import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const undo = scenario({
  id: 'turns/undo',
  family: 'multi-turn',
  skills: ['mv', 'changed-mind'],
  tools: ['exec', 'ls'],
  words: {
    ask: {
      en: ['Move everything in {from} to {to}.', 'Please put all files of {from} into {to}.'],
      zh: ['把 {from} 里的所有文件移到 {to}。'],
      es: ['Mueve todo lo de {from} a {to}.'],
      de: ['Verschiebe alles aus {from} nach {to}.'],
      fr: ['Déplace tout ce qui est dans {from} vers {to}.'],
      ja: ['{from} の中身をすべて {to} に移してください。'],
    },
    moved: {
      en: ['Moved to `{to}`: {names}. It already held other files; those I did not touch.'],
      zh: ['已移到 `{to}`：{names}。那里原有的文件没有动。'],
      es: ['Movidos a `{to}`: {names}. Ya había otros archivos; no los toqué.'],
      de: ['Nach `{to}` verschoben: {names}. Dort lag schon etwas, das ist unberührt.'],
      fr: ['Déplacés dans `{to}` : {names}. Les fichiers déjà présents n’ont pas bougé.'],
      ja: ['`{to}` に移しました：{names}。元からあったファイルには触れていません。'],
    },
    back: {
      en: [
        'Forget it, put them back where they were.',
        'I changed my mind. Undo that, but leave the files that were in {to} before.',
      ],
      zh: ['算了，移回原处。'],
      es: ['Mejor no, devuélvelos a donde estaban.'],
      de: ['Doch nicht, leg sie wieder zurück.'],
      fr: ['Finalement non, remets-les où ils étaient.'],
      ja: ['やはりやめます。元の場所に戻してください。'],
    },
    done: {
      en: ['Back in `{from}`: {names}. `{to}` only has what it had before ({rest}).'],
      zh: ['已移回 `{from}`：{names}。`{to}` 里只剩原来的 {rest}。'],
      es: ['De vuelta en `{from}`: {names}. En `{to}` queda solo lo de antes ({rest}).'],
      de: ['Wieder in `{from}`: {names}. In `{to}` liegt nur noch, was vorher dort war ({rest}).'],
      fr: ['De retour dans `{from}` : {names}. `{to}` ne contient plus que ce qu’il avait ({rest}).'],
      ja: ['`{from}` に戻しました：{names}。`{to}` には元の {rest} だけがあります。'],
    },
  },
  set(random) {
    const [from = '', to = ''] = some(random, FOLDERS, 2);
    const names = some(random, PRODUCTS, between(random, 4, 9)).map((name) => `${name}.${random.pick(['txt', 'csv'])}`);
    const cut = names.length - between(random, 1, 2);
    const files = names.map(
      (name, at) => [`${at < cut ? from : to}/${name}`, `${name} ${random.below(99)}\n`] as const,
    );
    return { world: { ...place(random), files }, asked: { from, to }, truth: files };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ from, to }, hand, notes) {
        const names = linesOf(yield* exec(`ls ${from}`, 'list the folder'));
        const there = linesOf(yield* exec(`ls ${to}`, 'list the other folder'));
        yield* exec(`mv ${from}/* ${to}/ && ls ${to}`, 'move the files');
        notes.set('moved', names.join(' '));
        notes.set('rest', there.join(' '));
        return hand.say('moved', { to, names: names.map((name) => `\`${name}\``).join(', ') });
      },
    },
    {
      ask: 'back',
      *policy({ from, to }, hand, notes) {
        const moved = (notes.get('moved') ?? '').split(' ');
        yield* exec(
          `mv ${moved.map((name) => `${to}/${name}`).join(' ')} ${from}/`,
          'move them back',
          'Only what I moved may go back; the rest was there before.',
        );
        const lists = yield* exec(`ls ${from}; echo --; ls ${to}`, 'check both');
        const [back = '', rest = ''] = lists.text.split('\n--\n');
        const quoted = (text: string) =>
          text
            .split('\n')
            .map((name) => `\`${name}\``)
            .join(', ');
        return hand.say('done', { from, to, names: quoted(back), rest: quoted(rest) });
      },
    },
  ],
  check: async (files, { file }) => ({
    'everything is back': (await Promise.all(files.map(async ([path, text]) => (await file(path)) === text))).every(
      Boolean,
    ),
  }),
});

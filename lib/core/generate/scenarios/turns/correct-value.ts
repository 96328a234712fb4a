import { edit, exec, read } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, person, place } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const correctValue = scenario({
  id: 'turns/correct-value',
  family: 'multi-turn',
  skills: ['edit', 'corrections'],
  tools: ['read', 'edit', 'exec'],
  words: {
    ask: {
      en: ['In {path}, set the quantity of {item} to {wrong}.', '{path}: {item} should have quantity {wrong}.'],
      zh: ['把 {path} 里 {item} 的 quantity 改成 {wrong}。'],
      es: ['En {path}, pon la quantity de {item} en {wrong}.'],
      de: ['Setz in {path} die quantity von {item} auf {wrong}.'],
      fr: ['Dans {path}, mets la quantity de {item} à {wrong}.'],
      ja: ['{path} の {item} の quantity を {wrong} にしてください。'],
    },
    first: {
      en: ['Done, `{item}` is at {wrong} (was {old}).'],
      zh: ['已改，`{item}` 现在是 {wrong}（原为 {old}）。'],
      es: ['Listo, `{item}` está en {wrong} (antes {old}).'],
      de: ['Erledigt, `{item}` steht auf {wrong} (vorher {old}).'],
      fr: ['Fait, `{item}` est à {wrong} (avant {old}).'],
      ja: ['変更しました。`{item}` は {wrong} です（以前は {old}）。'],
    },
    fix: {
      en: ['No wait, I misread the slip. It is {right}.', 'Sorry, {right}, not {wrong}. Please correct it.'],
      zh: ['等等，我看错了，应该是 {right}。'],
      es: ['Perdón, leí mal: son {right}.'],
      de: ['Moment, ich habe mich verlesen: {right} muss es heißen.'],
      fr: ['Attends, j’ai mal lu : c’est {right}.'],
      ja: ['すみません、読み間違えました。{right} です。'],
    },
    done: {
      en: ['Corrected: `{item}` is {now} in `{path}`.', 'No problem; it reads {now} now (`{path}`).'],
      zh: ['已更正：`{path}` 里 `{item}` 是 {now}。'],
      es: ['Corregido: `{item}` vale {now} en `{path}`.'],
      de: ['Korrigiert: `{item}` steht in `{path}` auf {now}.'],
      fr: ['Corrigé : `{item}` est à {now} dans `{path}`.'],
      ja: ['訂正しました。`{path}` の `{item}` は {now} です。'],
    },
  },
  set(random) {
    const items = random.shuffle(PRODUCTS).slice(0, between(random, 3, 7));
    const counts = items.map((_, at) => 100 * (at + 1) + between(random, 1, 99));
    const item = random.pick(items);
    const right = String(between(random, 1000, 1900));
    const path = `${random.pick(FOLDERS)}/${random.pick(['delivery', 'order', 'packing'])}-${between(random, 100, 999)}.txt`;
    const text = (value: (name: string, at: number) => unknown) =>
      `${items.map((name, at) => `${name}: ${value(name, at)}`).join('\n')}\n`;
    return {
      world: { ...place(random), files: [[path, `signed ${person(random)}\n${text((_, at) => counts[at])}`]] },
      asked: { path, item, wrong: String(between(random, 2000, 2900)), right },
      truth: text((name, at) => (name === item ? right : counts[at])),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, item, wrong }, hand) {
        const file = yield* read(path, 'the list as it is');
        const [old = ''] = match(file.text, new RegExp(`${item}: (\\d+)`));
        yield* edit(path, `${item}: ${old}`, `${item}: ${wrong}`, 'as asked');
        return hand.say('first', { item, wrong, old });
      },
    },
    {
      ask: 'fix',
      *policy({ path, item, wrong, right }, hand) {
        yield* edit(path, `${item}: ${wrong}`, `${item}: ${right}`, 'the corrected figure');
        const back = yield* exec(`grep '^${item}:' ${path}`, 'read it back');
        return hand.say('done', { path, item, now: match(back.text, /: (\d+)/)[0] ?? '' });
      },
    },
  ],
  check: async (wanted, { file }, { path }) => ({
    'the corrected figure stands, the rest is untouched': !!(await file(path))?.endsWith(wanted),
  }),
});

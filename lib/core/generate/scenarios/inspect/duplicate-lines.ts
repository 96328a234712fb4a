import { exec } from '../../sim/acts.ts';
import { misplaced, runOn, withPlace } from '../../sim/find.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, chance, filePath, place, some, times } from '../../words/draw.ts';
import { GIVEN, SURNAMES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const duplicateLines = scenario({
  id: 'inspect/duplicate-lines',
  family: 'inspect',
  skills: ['sort', 'uniq'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: ['Is any address in {path} listed more than once? Which?', 'Find the duplicates in {path}, please.'],
      zh: ['{path} 里有没有重复的地址？是哪些？', '找出 {path} 里重复的行。'],
      es: ['¿Hay direcciones repetidas en {path}? ¿Cuáles?'],
      de: ['Steht in {path} eine Adresse mehrfach? Welche?'],
      fr: ['Y a-t-il des adresses en double dans {path} ? Lesquelles ?'],
      ja: ['{path} に重複しているアドレスはありますか。どれですか。'],
    },
    done: {
      en: ['Listed more than once: {names}.', 'Duplicates: {names}.'],
      zh: ['重复的有：{names}。'],
      es: ['Repetidas: {names}.'],
      de: ['Mehrfach vorhanden: {names}.'],
      fr: ['En double : {names}.'],
      ja: ['重複しているのは {names} です。'],
    },
    none: {
      en: ['No duplicates: all {total} lines differ.'],
      zh: ['没有重复，{total} 行都不同。'],
      es: ['No hay repetidas: las {total} líneas son distintas.'],
      de: ['Keine Dubletten: alle {total} Zeilen sind verschieden.'],
      fr: ['Aucun doublon : les {total} lignes sont toutes différentes.'],
      ja: ['重複はありません。{total} 行すべて異なります。'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['addresses', 'subscribers', 'guests', 'members']), 'txt');
    const all = times(between(random, 15, 40), (at) =>
      `${random.pick(GIVEN)}.${random.pick(SURNAMES)}${at}@mail.example.org`.toLowerCase(),
    );
    const twice = chance(random, 0.25) ? [] : some(random, all, between(random, 1, 4));
    const text = `${random.shuffle([...all, ...twice]).join('\n')}\n`;
    return {
      world: { ...place(random), files: [[chance(random, 0.2) ? misplaced(path, random) : path, text]] },
      asked: { path },
      truth: twice,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path: said }, hand) {
        const { path, result } = yield* runOn(said, (at) => `sort ${at} | uniq -d`, 'lines that occur more than once');
        if (result.text !== '(no output)') {
          const names = linesOf(result).map((line) => `\`${line}\``);
          return withPlace(hand, hand.say('done', { names: names.join(', ') }), said, path);
        }
        const count = yield* exec(`wc -l < ${path}`, 'count the lines');
        return withPlace(hand, hand.say('none', { total: count.text.trim() }), said, path);
      },
    },
  ],
  check: (twice, { answers }) => ({ 'names every duplicate': twice.every((line) => answers[0]?.includes(line)) }),
});

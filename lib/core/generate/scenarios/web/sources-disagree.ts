import { calls, together } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, day, place, some } from '../../words/draw.ts';
import { HOSTS, TOWNS } from '../../words/lexicon.ts';
import { article } from '../../words/pages.ts';
import { scenario } from '../scenario.ts';

export const sourcesDisagree = scenario({
  id: 'web/sources-disagree',
  family: 'web',
  skills: ['web', 'honesty'],
  tools: ['web_fetch', 'web_search'],
  words: {
    ask: {
      en: [
        'How many visitors did the {place} fair have? Check {a} and {b}.',
        'Visitors of the {place} fair, please, from {a} and {b}.',
      ],
      zh: ['{place} 的展会有多少访客？请核对 {a} 和 {b}。'],
      es: ['¿Cuántos visitantes tuvo la feria de {place}? Mira {a} y {b}.'],
      de: ['Wie viele Besucher hatte die Messe in {place}? Sieh auf {a} und {b} nach.'],
      fr: ['Combien de visiteurs à la foire de {place} ? Vérifie {a} et {b}.'],
      ja: ['{place} の見本市の来場者は何人ですか。{a} と {b} を確認してください。'],
    },
    differ: {
      en: [
        'The two disagree: {a} says {one} (as of {dateOne}), {b} says {two} (as of {dateTwo}). I would trust the later date, but cannot settle it from here.',
      ],
      zh: ['两处不一致：{a} 是 {one}（{dateOne}），{b} 是 {two}（{dateTwo}）。较新的可能更准，但我无法确定。'],
      es: [
        'No coinciden: {a} dice {one} ({dateOne}) y {b} dice {two} ({dateTwo}). Me fiaría de la fecha más reciente, pero no puedo confirmarlo.',
      ],
      de: [
        'Die Angaben widersprechen sich: {a} nennt {one} (Stand {dateOne}), {b} nennt {two} (Stand {dateTwo}). Ich würde der neueren trauen, klären kann ich es von hier nicht.',
      ],
      fr: [
        'Les deux se contredisent : {a} dit {one} ({dateOne}), {b} dit {two} ({dateTwo}). Je me fierais à la date la plus récente, sans pouvoir trancher.',
      ],
      ja: [
        '食い違いがあります。{a} は {one}（{dateOne} 時点）、{b} は {two}（{dateTwo} 時点）です。新しい方が確かと思いますが、断定はできません。',
      ],
    },
    agree: {
      en: ['{one}; both pages say so.'],
      zh: ['{one}，两个页面一致。'],
      es: ['{one}; ambas páginas coinciden.'],
      de: ['{one}; beide Seiten nennen dieselbe Zahl.'],
      fr: ['{one} ; les deux pages concordent.'],
      ja: ['{one} 人です。両方のページで一致しています。'],
    },
  },
  set(random) {
    const here = random.pick(TOWNS);
    const [a = '', b = ''] = some(random, HOSTS, 2).map(
      (host) => `https://${host}/fairs/${here.toLowerCase().replace(' ', '-')}-${between(random, 2, 99)}`,
    );
    const one = String(between(random, 1200, 90_000));
    const two = random.below(3) === 0 ? one : String(between(random, 1200, 90_000));
    const page = (url: string, count: string) => ({
      url,
      title: `${here} fair`,
      text: article(random, `${here} fair`, [`The ${here} fair had ${count} visitors (as of ${day(random, 2025)}).`]),
    });
    return {
      world: { ...place(random), web: [page(a, one), page(b, two)] },
      asked: { place: here, a, b },
      truth: { one, two },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ a, b }, hand) {
        const pages = yield* together([calls.fetch(a), calls.fetch(b)], 'both sources');
        const found = pages.map(({ text }) => match(text, /had (\d+) visitors \(as of (\S+)\)/));
        const [[one = '', dateOne = ''] = [], [two = '', dateTwo = ''] = []] = found;
        return one === two ? hand.say('agree', { one }) : hand.say('differ', { a, b, one, two, dateOne, dateTwo });
      },
    },
  ],
  check: ({ one, two }, { answers }) => ({
    'states both figures': !!answers[0]?.includes(one) && answers[0].includes(two),
  }),
});

import { exec } from '../../sim/acts.ts';
import { misplaced, runOn, withPlace } from '../../sim/find.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, chance, clockTime, place, some, times } from '../../words/draw.ts';
import { PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const accessLog = scenario({
  id: 'inspect/access-log',
  family: 'inspect',
  skills: ['awk', 'logs'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'Which path in {path} answered {status} most often, and how many times?',
        '{path}: find the page with the most {status} answers.',
      ],
      zh: ['{path} 里返回 {status} 最多的路径是哪个，多少次？'],
      es: ['¿Qué ruta de {path} respondió {status} más veces, y cuántas?'],
      de: ['Welcher Pfad in {path} hat am häufigsten mit {status} geantwortet, und wie oft?'],
      fr: ['Quel chemin de {path} a le plus souvent répondu {status}, et combien de fois ?'],
      ja: ['{path} で {status} を一番多く返したパスはどれで、何回ですか。'],
    },
    done: {
      en: ['`{page}`, {count} times.', 'Most {status} answers came from `{page}`: {count}.'],
      zh: ['是 `{page}`，{count} 次。'],
      es: ['`{page}`, {count} veces.'],
      de: ['`{page}`, {count}-mal.'],
      fr: ['`{page}`, {count} fois.'],
      ja: ['`{page}` で、{count} 回です。'],
    },
    none: {
      en: ['No line of `{path}` has status {status}.'],
      zh: ['`{path}` 里没有状态 {status} 的行。'],
      es: ['Ninguna línea de `{path}` tiene el estado {status}.'],
      de: ['In `{path}` gibt es keine Zeile mit Status {status}.'],
      fr: ['Aucune ligne de `{path}` n’a le statut {status}.'],
      ja: ['`{path}` にステータス {status} の行はありません。'],
    },
  },
  set(random) {
    const pages = some(random, PRODUCTS, 5).map((name) => `/${random.pick(['shop', 'api', 'img', 'help'])}/${name}`);
    const status = random.pick(['500', '502', '503', '404', '429']);
    const path = `logs/${random.pick(SERVICES)}-access.log`;
    const worst = random.pick(pages);
    const none = chance(random, 0.12);
    const lines = times(between(random, 40, 90), () => {
      const bad = !none && chance(random, 0.35);
      const page = bad && chance(random, 0.6) ? worst : random.pick(pages);
      return `198.51.100.${between(random, 2, 250)} [${clockTime(random)}] "GET ${page}" ${bad ? status : random.pick(['200', '304'])} ${between(random, 90, 9000)}`;
    });
    const hits = (page: string) => lines.filter((line) => line.includes(`"GET ${page}" ${status}`)).length;
    const counts = pages.map((page) => ({ page, count: hits(page) })).sort((a, b) => b.count - a.count);
    return {
      world: {
        ...place(random),
        files: [[chance(random, 0.2) ? misplaced(path, random) : path, `${lines.join('\n')}\n`]],
      },
      asked: { path, status },
      truth: { ...counts[0], tie: counts[0]?.count === counts[1]?.count },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path: said, status }, hand) {
        const { path } = yield* runOn(said, (at) => `head -n 2 ${at}`, 'see the format');
        const top = yield* exec(
          `awk '$5==${status} {print $4}' ${path} | tr -d '"' | sort | uniq -c | sort -rn | head -n 3`,
          `pages with ${status}`,
        );
        if (top.text === '(no output)') return withPlace(hand, hand.say('none', { path, status }), said, path);
        const [count = '', page = ''] = match(lineOf(top), /(\d+) (\S+)/);
        return withPlace(hand, hand.say('done', { page, count, status }), said, path);
      },
    },
  ],
  check: ({ page = '', count = 0, tie }, { answers }) => ({
    'names the worst page':
      tie || count === 0 || (!!answers[0]?.includes(`\`${page}\``) && answers[0].includes(String(count))),
  }),
});

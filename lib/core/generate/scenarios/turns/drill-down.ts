import { exec } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, filePath, place, some, times } from '../../words/draw.ts';
import { PRODUCTS, REGIONS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const drillDown = scenario({
  id: 'turns/drill-down',
  family: 'multi-turn',
  skills: ['awk', 'references'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: ['Which region returned the most goods in {path}?', '{path}: where do most returns come from?'],
      zh: ['{path} 里哪个 region 退货最多？'],
      es: ['¿Qué región devolvió más en {path}?'],
      de: ['Welche Region hat laut {path} am meisten zurückgeschickt?'],
      fr: ['Quelle région a le plus de retours dans {path} ?'],
      ja: ['{path} で返品が一番多い region はどこですか。'],
    },
    first: {
      en: ['`{region}`, with {total} returns.'],
      zh: ['`{region}`，退货 {total}。'],
      es: ['`{region}`, con {total} devoluciones.'],
      de: ['`{region}` mit {total} Rücksendungen.'],
      fr: ['`{region}`, avec {total} retours.'],
      ja: ['`{region}` で、{total} 件です。'],
    },
    next: {
      en: ['And which product is behind it there?', 'Within that region: which item most of all?'],
      zh: ['那里主要是哪种产品？'],
      es: ['¿Y qué producto es allí el principal?'],
      de: ['Und welches Produkt steckt dort vor allem dahinter?'],
      fr: ['Et quel produit y est surtout concerné ?'],
      ja: ['そこでは主にどの商品ですか。'],
    },
    done: {
      en: ['In `{region}` it is mostly `{item}`: {count}.'],
      zh: ['`{region}` 里主要是 `{item}`：{count}。'],
      es: ['En `{region}` es sobre todo `{item}`: {count}.'],
      de: ['In `{region}` ist es vor allem `{item}`: {count}.'],
      fr: ['Dans `{region}`, c’est surtout `{item}` : {count}.'],
      ja: ['`{region}` では主に `{item}` で、{count} 件です。'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['returns', 'complaints', 'refunds']), 'csv');
    const regions = some(random, REGIONS, 4);
    const items = some(random, PRODUCTS, 4);
    const rows = times(
      between(random, 25, 50),
      () => [random.pick(regions), random.pick(items), between(random, 1, 60)] as const,
    );
    const total = (region: string, item?: string) =>
      rows
        .filter(([at, what]) => at === region && (!item || what === item))
        .reduce((sum, [, , count]) => sum + count, 0);
    const region = [...regions].sort((a, b) => total(b) - total(a))[0] ?? '';
    const best = Math.max(...items.map((item) => total(region, item)));
    return {
      world: {
        ...place(random),
        files: [[path, `region,item,count\n${rows.map((row) => row.join(',')).join('\n')}\n`]],
      },
      asked: { path },
      truth: {
        regionTotal: String(total(region)),
        best: String(best),
        tie: regions.filter((at) => total(at) === total(region)).length > 1,
      },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path }, hand, notes) {
        const sums = yield* exec(
          `awk -F, 'NR>1 {s[$1]+=$3} END {for (k in s) print s[k], k}' ${path} | sort -rn | head -n 2`,
          'returns by region',
        );
        const [total = '', region = ''] = lineOf(sums).split(' ');
        notes.set('region', region);
        return hand.say('first', { region, total });
      },
    },
    {
      ask: 'next',
      *policy({ path }, hand, notes) {
        const region = notes.get('region') ?? '';
        const sums = yield* exec(
          `awk -F, '$1=="${region}" {s[$2]+=$3} END {for (k in s) print s[k], k}' ${path} | sort -rn | head -n 2`,
          `items in ${region}`,
        );
        const [count = '', item = ''] = lineOf(sums).split(' ');
        return hand.say('done', { region, item, count });
      },
    },
  ],
  check: ({ regionTotal, best, tie }, { answers }) => ({
    'states both figures': !!answers[0]?.includes(regionTotal) && (tie || !!answers[1]?.includes(best)),
  }),
});

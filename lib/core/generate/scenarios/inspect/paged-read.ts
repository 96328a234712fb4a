import { read } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, chance, place, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS, REGIONS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const pagedRead = scenario({
  id: 'inspect/paged-read',
  family: 'inspect',
  skills: ['paging'],
  tools: ['read'],
  failure: 'truncated-result',
  words: {
    ask: {
      en: [
        'Read {path} to the end: what does its last section, "{section}", set for {item}? The file is long, go page by page ({page} lines at a time).',
      ],
      zh: ['把 {path} 读到最后：最后一节“{section}”里 {item} 是多少？文件很长，每次读 {page} 行。'],
      es: [
        'Lee {path} hasta el final: ¿qué fija la última sección, «{section}», para {item}? Es largo, ve de {page} en {page} líneas.',
      ],
      de: [
        'Lies {path} bis zum Ende: Was legt der letzte Abschnitt „{section}“ für {item} fest? Die Datei ist lang, lies je {page} Zeilen.',
      ],
      fr: [
        'Lis {path} jusqu’au bout : que fixe la dernière section, « {section} », pour {item} ? Le fichier est long, lis {page} lignes à la fois.',
      ],
      ja: [
        '{path} を最後まで読んで、最後の節「{section}」の {item} の値を教えてください。長いので {page} 行ずつ読んでください。',
      ],
    },
    done: {
      en: ['In the section "{section}", {item} is set to {value}.'],
      zh: ['“{section}”一节里 {item} 是 {value}。'],
      es: ['En la sección «{section}», {item} vale {value}.'],
      de: ['Im Abschnitt „{section}“ steht {item} auf {value}.'],
      fr: ['Dans la section « {section} », {item} vaut {value}.'],
      ja: ['「{section}」の節では {item} は {value} です。'],
    },
  },
  set(random) {
    const path = `docs/stocktake-${between(random, 2020, 2026)}-${random.pick(FOLDERS)}.md`;
    const [section, item, value] = [
      `${random.pick(REGIONS)} desk`,
      random.pick(PRODUCTS),
      String(between(random, 1, 480)),
    ];
    const page = between(random, 12, 24);
    const body = times(page * between(random, 2, 6) + between(random, 3, 9), (at) =>
      at % 7 === 0
        ? `## ${random.pick(REGIONS)} ${random.pick(['hall', 'yard', 'gate'])} ${at}`
        : `- ${random.pick(PRODUCTS)}: ${between(random, 1, 480)}`,
    );
    const tail = [
      `## ${section}`,
      `- ${random.pick(PRODUCTS.filter((name) => name !== item))}: ${between(random, 1, 480)}`,
      `- ${item}: ${value}`,
    ];
    return {
      world: { ...place(random), files: [[path, [...body, ...tail].join('\n')]] },
      asked: { path, section, item, page: String(chance(random, 0.5) ? page : page + 6) },
      truth: value,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, section, item, page }, hand) {
        const limit = Number(page);
        let part = yield* read(path, 'the first page', { limit });
        let text = part.text;
        for (;;) {
          const next = /Use offset=(\d+) to continue/.exec(part.text)?.[1];
          if (!next) break;
          part = yield* read(path, `go on from line ${next}`, { offset: Number(next), limit });
          text = `${text}\n${part.text}`;
        }
        const [value = ''] = match(text.slice(text.lastIndexOf(`## ${section}`)), new RegExp(`- ${item}: (\\d+)`));
        return hand.say('done', { section, item, value });
      },
    },
  ],
  check: (value, { answers, calls }) => ({
    'states the value of the last section': !!answers[0]?.includes(value),
    'reads page by page': calls.length >= 2,
  }),
});

import { exec } from '../../sim/acts.ts';
import { misplaced, runOn, withPlace } from '../../sim/find.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, chance, place, some } from '../../words/draw.ts';
import { REGIONS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const FIELDS = ['replicas', 'port', 'memory_mb', 'timeout_ms', 'max_connections'] as const;

export const jsonLookup = scenario({
  id: 'inspect/json-lookup',
  family: 'inspect',
  skills: ['jq', 'json'],
  tools: ['read', 'exec'],
  words: {
    ask: {
      en: [
        'What is {field} of {service} in {zone}, according to {path}?',
        'Read {path} and tell me the {field} that {service} has in {zone}.',
      ],
      zh: ['按 {path}，{zone} 里 {service} 的 {field} 是多少？', '看 {path}，告诉我 {zone} 的 {service} 的 {field}。'],
      es: ['¿Qué {field} tiene {service} en {zone} según {path}?'],
      de: ['Welchen Wert hat {field} bei {service} in {zone} laut {path}?'],
      fr: ['D’après {path}, quel est le {field} de {service} dans {zone} ?'],
      ja: ['{path} では、{zone} の {service} の {field} はいくつですか。'],
    },
    done: {
      en: ['`{field}` of `{service}` in {zone} is {value}.', 'It is {value} (`{service}`, {zone}).'],
      zh: ['{zone} 的 `{service}` 的 `{field}` 是 {value}。'],
      es: ['`{field}` de `{service}` en {zone} vale {value}.'],
      de: ['`{field}` von `{service}` in {zone} ist {value}.'],
      fr: ['`{field}` de `{service}` dans {zone} vaut {value}.'],
      ja: ['{zone} の `{service}` の `{field}` は {value} です。'],
    },
    unset: {
      en: ['`{service}` in {zone} has no `{field}`; what it has is {keys}.'],
      zh: ['{zone} 的 `{service}` 没有设置 `{field}`；已有的是 {keys}。'],
      es: ['`{service}` en {zone} no tiene `{field}`; solo tiene {keys}.'],
      de: ['`{service}` in {zone} hat kein `{field}`; gesetzt ist {keys}.'],
      fr: ['`{service}` dans {zone} n’a pas de `{field}` ; il a {keys}.'],
      ja: ['{zone} の `{service}` に `{field}` はありません。あるのは {keys} です。'],
    },
  },
  set(random) {
    const zones = some(random, REGIONS, between(random, 2, 4));
    const services = some(random, SERVICES, between(random, 3, 5));
    const [zone = '', service = '', field = ''] = [random.pick(zones), random.pick(services), random.pick(FIELDS)];
    const unset = chance(random, 0.25);
    const entry = (at: string, name: string) =>
      Object.fromEntries(
        some(random, FIELDS, 4)
          .concat(field as (typeof FIELDS)[number])
          .filter((key) => !(unset && at === zone && name === service && key === field))
          .map((key) => [key, between(random, 2, 9000)]),
      );
    const tree = Object.fromEntries(
      zones.map((at) => [at, Object.fromEntries(services.map((name) => [name, entry(at, name)]))]),
    );
    const path = random.pick(['deploy/zones.json', 'infra/topology.json', 'config/fleet.json', 'ops/clusters.json']);
    return {
      world: {
        ...place(random),
        files: [
          [chance(random, 0.2) ? misplaced(path, random) : path, `${JSON.stringify({ zones: tree }, null, 2)}\n`],
        ],
      },
      asked: { path, zone, service, field },
      truth: unset ? '' : String(tree[zone]?.[service]?.[field] ?? ''),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path: said, zone, service, field }, hand) {
        const entry = `.zones.${zone}["${service}"]`;
        const { path, result } = yield* runOn(said, (at) => `jq '${entry}.${field}' ${at}`, `look up ${field}`);
        const value = lineOf(result);
        if (value !== 'null') return withPlace(hand, hand.say('done', { zone, service, field, value }), said, path);
        const keys = yield* exec(
          `jq -r '${entry} | keys[]' ${path}`,
          'list the keys that are set',
          'There is no such key. I look at what is set instead.',
        );
        const listed = keys.text.split('\n').map((key) => `\`${key}\``);
        return withPlace(hand, hand.say('unset', { zone, service, field, keys: listed.join(', ') }), said, path);
      },
    },
  ],
  check: (value, { answers }, { field }) => ({
    'states the value or that there is none': !!answers[0]?.includes(value || field),
  }),
});

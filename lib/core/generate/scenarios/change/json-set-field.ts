import { exec } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { REGIONS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const jsonSetField = scenario({
  id: 'change/json-set-field',
  family: 'change',
  skills: ['jq', 'json'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'Switch {flag} {to} for {service} in {path}. It is JSON, keep it valid.',
        'In {path}, {service} should have {flag} {to}. Check that the file is still valid JSON.',
      ],
      zh: ['把 {path} 里 {service} 的 {flag} 设为 {to}，保证仍是有效 JSON。'],
      es: ['En {path}, pon {flag} de {service} en {to}. Es JSON, que siga siendo válido.'],
      de: ['Stell {flag} bei {service} in {path} auf {to}. Es ist JSON und soll gültig bleiben.'],
      fr: ['Dans {path}, mets {flag} de {service} à {to}. C’est du JSON, il doit rester valide.'],
      ja: ['{path} の {service} の {flag} を {to} にしてください。有効な JSON のままにしてください。'],
    },
    done: {
      en: ['Done: `{flag}` of `{service}` is {now} (it was {old}), and `{path}` still parses.'],
      zh: ['好了：`{service}` 的 `{flag}` 从 {old} 变为 {now}，`{path}` 仍可解析。'],
      es: ['Hecho: `{flag}` de `{service}` es {now} (antes {old}) y `{path}` sigue siendo válido.'],
      de: ['Erledigt: `{flag}` von `{service}` ist {now} (vorher {old}), und `{path}` ist weiterhin gültig.'],
      fr: ['Fait : `{flag}` de `{service}` vaut {now} (avant {old}) et `{path}` reste valide.'],
      ja: ['`{service}` の `{flag}` は {old} から {now} になり、`{path}` も正しく読めます。'],
    },
  },
  set(random) {
    const path = random.pick(['flags.json', 'config/flags.json', 'settings/features.json', 'app/toggles.json']);
    const services = some(random, SERVICES, between(random, 3, 6));
    const flags = some(random, ['beta', 'dark_mode', 'fast_path', 'audit', 'dry_run', 'new_menu'], 3);
    const tree = Object.fromEntries(
      services.map((name) => [name, Object.fromEntries(flags.map((flag) => [flag, random.below(2) === 0]))]),
    );
    const [service, flag] = [random.pick(services), random.pick(flags)];
    const old = tree[service]?.[flag] ?? false;
    const wanted = { ...tree, [service]: { ...tree[service], [flag]: !old } };
    const region = random.pick(REGIONS);
    return {
      world: { ...place(random), files: [[path, `${JSON.stringify({ region, services: tree }, null, 2)}\n`]] },
      asked: { path, service, flag, to: String(!old) },
      truth: { region, services: wanted },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, service, flag, to }, hand) {
        const at = `.services["${service}"].${flag}`;
        const old = yield* exec(`jq '${at}' ${path}`, 'read the value');
        yield* exec(
          `jq '${at} = ${to}' ${path} > ${path}.tmp && mv ${path}.tmp ${path}`,
          'set it, through a temporary file',
        );
        const now = yield* exec(`jq -e '.' ${path} > /dev/null && jq '${at}' ${path}`, 'check that it still parses');
        return hand.say('done', { path, service, flag, old: lineOf(old), now: lineOf(now) });
      },
    },
  ],
  check: async (wanted, { file }, { path }) => ({
    'only the flag changed': JSON.stringify(JSON.parse((await file(path)) ?? '{}')) === JSON.stringify(wanted),
    'no temporary file is left': (await file(`${path}.tmp`)) === undefined,
  }),
});

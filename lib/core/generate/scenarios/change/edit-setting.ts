import { edit, exec, read, slip } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const KEYS = [
  'timeout_seconds',
  'max_retries',
  'pool_size',
  'batch_size',
  'cache_minutes',
  'workers',
  'queue_limit',
  'page_size',
] as const;

export const editSetting = scenario({
  id: 'change/edit-setting',
  family: 'change',
  skills: ['edit', 'yaml'],
  tools: ['read', 'edit', 'exec'],
  failure: 'edit-not-unique',
  words: {
    ask: {
      en: [
        'Set {key} of {service} to {value} in {path}. Leave the other services alone.',
        'In {path}, {service} should get {key} {value}; change nothing else.',
        'Please change {key} for {service} ({path}) to {value}.',
      ],
      zh: [
        '把 {path} 里 {service} 的 {key} 改成 {value}，其他服务不要动。',
        '{path} 中 {service} 的 {key} 请设为 {value}，别的不变。',
      ],
      es: [
        'Pon {key} de {service} en {value} en {path}. No toques los otros servicios.',
        'En {path}, cambia {key} de {service} a {value} y nada más.',
      ],
      de: [
        'Setze {key} von {service} in {path} auf {value}. Die anderen Dienste bleiben, wie sie sind.',
        'In {path} soll {service} bei {key} den Wert {value} bekommen, sonst nichts ändern.',
      ],
      fr: [
        'Mets {key} de {service} à {value} dans {path}. Ne touche pas aux autres services.',
        'Dans {path}, change {key} de {service} en {value}, et rien d’autre.',
      ],
      ja: [
        '{path} の {service} の {key} を {value} にしてください。他のサービスはそのままで。',
        '{path} で {service} だけ {key} を {value} に変更してください。',
      ],
    },
    done: {
      en: [
        'Done: `{key}` of `{service}` went from {old} to {value} in `{path}`; I read it back.',
        '`{path}` now has `{key}: {value}` under `{service}` (was {old}). The other services are unchanged.',
      ],
      zh: ['已改好：`{path}` 中 `{service}` 的 `{key}` 从 {old} 改为 {value}，已回读确认。'],
      es: ['Hecho: `{key}` de `{service}` pasó de {old} a {value} en `{path}`; lo he comprobado.'],
      de: ['Erledigt: `{key}` von `{service}` ging in `{path}` von {old} auf {value}; zur Kontrolle nachgelesen.'],
      fr: ['C’est fait : `{key}` de `{service}` est passé de {old} à {value} dans `{path}` ; relu pour vérifier.'],
      ja: ['変更しました。`{path}` の `{service}` の `{key}` は {old} から {value} になり、読み直して確認済みです。'],
    },
  },
  set(random) {
    const services = some(random, SERVICES, between(random, 3, 5));
    const keys = some(random, KEYS, between(random, 2, 4));
    const old = between(random, 2, 40);
    // The same line under two services makes a careless edit ambiguous.
    const blocks = services.map((name) => [
      `${name}:`,
      ...keys.map((key, at) => `  ${key}: ${at === 0 ? old : between(random, 1, 90)}`),
    ]);
    const service = random.pick(services);
    const path = random.pick([
      'config/services.yaml',
      'deploy/limits.yaml',
      'settings/runtime.yml',
      'conf/services.yml',
      `config/${random.pick(['staging', 'live', 'demo'])}.yaml`,
    ]);
    const text = `${blocks.flat().join('\n')}\n`;
    const key = keys[0] ?? 'workers';
    const value = String(old + between(random, 1, 60));
    const wanted = services.map((name, at) =>
      (blocks[at] ?? []).map((line) =>
        name === service && line.startsWith(`  ${key}:`) ? `  ${key}: ${value}` : line,
      ),
    );
    return {
      world: { ...place(random), files: [[path, text], ...times(2, (at) => [`notes/${at}.md`, 'scratch\n'] as const)] },
      asked: { path, service, key, value },
      truth: `${wanted.flat().join('\n')}\n`,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, service, key, value }, hand) {
        const file = yield* read(path, 'see the current value');
        const block = file.text.slice(file.text.indexOf(`${service}:`));
        const [old = ''] = match(block, new RegExp(`${key}: (\\d+)`));
        const line = `  ${key}: ${old}`;
        const context = block.slice(0, block.indexOf(line) + line.length);
        const careless = file.text.split(line).length > 2 && hand.random.below(2) === 0;
        if (careless)
          yield* slip('edit', { path, edits: [{ oldText: line, newText: `  ${key}: ${value}` }] }, `change ${key}`);
        const changed = context.replace(line, () => `  ${key}: ${value}`);
        yield* edit(path, context, changed, `the block of ${service} is unique`);
        const back = yield* exec(`grep -A 4 '^${service}:' ${path}`, 'read it back');
        lineOf(back);
        return hand.say('done', { path, service, key, value, old });
      },
    },
  ],
  check: async (wanted, { file }, { path }) => ({ 'only the asked value changed': (await file(path)) === wanted }),
});

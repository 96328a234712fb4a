import { exec } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const noJq = scenario({
  id: 'recover/no-jq',
  family: 'recover',
  skills: ['grep', 'json'],
  tools: ['exec', 'read'],
  failure: 'command-not-found',
  words: {
    ask: {
      en: ['Which version of {name} is pinned in {path}?', 'Look into {path}: what version does {name} have?'],
      zh: ['{path} 里 {name} 锁定的版本是多少？'],
      es: ['¿Qué versión de {name} está fijada en {path}?'],
      de: ['Auf welche Version ist {name} in {path} festgelegt?'],
      fr: ['Quelle version de {name} est fixée dans {path} ?'],
      ja: ['{path} で {name} はどのバージョンに固定されていますか。'],
    },
    done: {
      en: ['`{name}` is pinned to {version}. (There is no jq on this machine, so I used grep.)'],
      zh: ['`{name}` 锁定在 {version}。（这台机器没有 jq，我用 grep 查的。）'],
      es: ['`{name}` está fijado en {version}. (Aquí no hay jq, usé grep.)'],
      de: ['`{name}` ist auf {version} festgelegt. (jq gibt es hier nicht, daher grep.)'],
      fr: ['`{name}` est fixé à {version}. (Pas de jq sur cette machine, j’ai utilisé grep.)'],
      ja: ['`{name}` は {version} に固定されています。（jq が無いため grep を使いました。）'],
    },
  },
  set(random) {
    const names = some(random, SERVICES, between(random, 4, 8)).map((name) => `@acme-example/${name}`);
    const version = () => `${between(random, 0, 12)}.${between(random, 0, 40)}.${between(random, 0, 19)}`;
    const pins = names.map((name) => [name, version()] as const);
    const [name, pinned] = random.pick(pins);
    const path = random.pick(['package.json', 'web/package.json', 'tools/deps.json', 'app/pins.json']);
    return {
      world: {
        ...place(random),
        absent: ['jq'],
        files: [[path, `${JSON.stringify({ name: 'site', dependencies: Object.fromEntries(pins) }, null, 2)}\n`]],
      },
      asked: { path, name },
      truth: pinned,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path, name }, hand) {
        const first = yield* exec(`jq -r '.dependencies["${name}"]' ${path}`, 'read the version with jq');
        const line = /command not found/.test(first.text)
          ? yield* exec(
              `grep '"${name}"' ${path}`,
              'find the line with grep',
              'There is no jq on this machine. The line is simple enough for grep.',
            )
          : first;
        const [version = ''] = match(lineOf(line), /"([\d.]+)",?$/);
        return hand.say('done', { name, version });
      },
    },
  ],
  check: (version, { answers }) => ({ 'states the version': !!answers[0]?.includes(version) }),
});

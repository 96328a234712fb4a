import { edit, exec, read } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const CHECK = `#!/bin/bash
status=0
while IFS='=' read -r key value; do
  if ! [[ "$value" =~ ^[0-9]+$ ]]; then
    echo "FAIL $key: '$value' is not a number" >&2
    status=1
  fi
done < limits.conf
[ $status -eq 0 ] && echo "ok: $(wc -l < limits.conf) limits"
exit $status
`;

export const fixCheck = scenario({
  id: 'change/fix-check',
  family: 'change',
  skills: ['debugging', 'edit'],
  tools: ['exec', 'read', 'edit'],
  failure: 'failing-check',
  words: {
    ask: {
      en: [
        './check.sh fails. Find out why, repair limits.conf (not the script) and run it again. If a value is unclear: the note in LIMITS.md counts.',
        'Make ./check.sh pass by correcting limits.conf. The right values are in LIMITS.md.',
      ],
      zh: ['./check.sh 没通过。查明原因，修改 limits.conf（不要改脚本）再运行一次，正确的值在 LIMITS.md。'],
      es: [
        './check.sh falla. Averigua por qué, corrige limits.conf (no el script) y ejecútalo otra vez. Los valores buenos están en LIMITS.md.',
      ],
      de: [
        './check.sh schlägt fehl. Finde den Grund, korrigiere limits.conf (nicht das Skript) und lass es noch einmal laufen. Die richtigen Werte stehen in LIMITS.md.',
      ],
      fr: [
        './check.sh échoue. Trouve pourquoi, corrige limits.conf (pas le script) et relance. Les bonnes valeurs sont dans LIMITS.md.',
      ],
      ja: [
        './check.sh が失敗します。原因を調べ、limits.conf を直して（スクリプトはそのまま）もう一度実行してください。正しい値は LIMITS.md にあります。',
      ],
    },
    done: {
      en: [
        'It passes now ("{ok}"). The cause was `{key}` = `{wrong}`; by `LIMITS.md` it has to be {right}, so I changed that one line.',
      ],
      zh: ['现在通过了（“{ok}”）。原因是 `{key}` = `{wrong}`，按 `LIMITS.md` 应为 {right}，只改了这一行。'],
      es: [
        'Ya pasa («{ok}»). La causa era `{key}` = `{wrong}`; según `LIMITS.md` debe ser {right}, y solo cambié esa línea.',
      ],
      de: [
        'Jetzt läuft es durch („{ok}“). Ursache war `{key}` = `{wrong}`; laut `LIMITS.md` gehört dort {right} hin, nur diese Zeile habe ich geändert.',
      ],
      fr: [
        'Ça passe maintenant (« {ok} »). La cause était `{key}` = `{wrong}` ; d’après `LIMITS.md` ce doit être {right}, je n’ai changé que cette ligne.',
      ],
      ja: [
        '通るようになりました（「{ok}」）。原因は `{key}` = `{wrong}` で、`LIMITS.md` では {right} なので、その行だけ直しました。',
      ],
    },
  },
  set(random) {
    const keys = some(random, SERVICES, between(random, 4, 9)).map((name) => `${name}_max`);
    const values = keys.map(() => between(random, 3, 900));
    const at = random.below(keys.length);
    const right = values[at] ?? 1;
    const wrong = random.pick([`${right}x`, `o${right}`, `${right} `, 'many', `${right},5`]).trim();
    const conf = (broken: boolean) =>
      `${keys.map((key, index) => `${key}=${broken && index === at ? (wrong === String(right) ? 'many' : wrong) : values[index]}`).join('\n')}\n`;
    const doc = `# Limits\n\n${keys.map((key, index) => `- ${key}: ${values[index]}`).join('\n')}\n`;
    return {
      world: {
        ...place(random),
        files: [
          ['limits.conf', conf(true)],
          ['LIMITS.md', doc],
          ['check.sh', { text: CHECK, mode: 'script' }],
          ...times(1, () => ['README.md', `see LIMITS.md, kept by ${random.pick(SERVICES)}\n`] as const),
        ],
      },
      asked: {},
      truth: conf(false),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy(_asked, hand) {
        const failing = yield* exec('./check.sh', 'see how it fails');
        const [key = '', wrong = ''] = match(failing.text, /FAIL (\w+): '([^']*)'/);
        const doc = yield* read('LIMITS.md', `what ${key} should be`);
        const [right = ''] = match(doc.text, new RegExp(`- ${key}: (\\d+)`));
        yield* edit('limits.conf', `${key}=${wrong}`, `${key}=${right}`, 'correct the value, not the check');
        const passing = yield* exec('./check.sh', 'run it again');
        return hand.say('done', { key, wrong, right, ok: match(passing.text, /(ok: .+)/)[0] ?? '' });
      },
    },
  ],
  check: async (wanted, { file, calls }) => ({
    'the configuration is right': (await file('limits.conf')) === wanted,
    'the check itself is untouched': (await file('check.sh')) === CHECK,
    'the check was run again': calls.filter(({ args }) => args.command === './check.sh').length === 2,
  }),
});

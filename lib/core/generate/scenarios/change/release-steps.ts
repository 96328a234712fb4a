import { edit, exec, read, write } from '../../sim/acts.ts';
import { failedWith, lineOf, linesOf, match } from '../../sim/observed.ts';
import { between, day, place, some, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const CHANGES = [
  'faster start',
  'clearer errors',
  'fix for empty lists',
  'smaller images',
  'new export button',
  'safer login',
];

const PREFLIGHT = `#!/bin/bash
version=$(cat VERSION)
for file in package.json docs/install.md app/about.txt; do
  grep -q "$version" "$file" || { echo "FAIL $file does not name $version"; exit 1; }
done
grep -q "^## $version " CHANGELOG.md || { echo "FAIL CHANGELOG.md has no heading for $version"; exit 1; }
echo "ok: $version is ready"
`;

const CHECKLIST = `# Release

1. Set the new version in VERSION, package.json and docs/install.md.
2. In CHANGELOG.md turn the heading "Unreleased" into "VERSION (DATE)", date of today.
3. Run ./scripts/preflight.sh. It has to say ok.
4. Write the version into release/LATEST.
`;

/** A list of steps by which a check finds what the list forgot. */
export const releaseSteps = scenario({
  id: 'change/release-steps',
  family: 'change',
  skills: ['release', 'checklist', 'sed'],
  tools: ['read', 'edit', 'write', 'exec'],
  failure: 'non-zero-exit',
  words: {
    ask: {
      en: [
        'Prepare release {version} as RELEASE.md says, up to the end of the list.',
        'We go to {version} today. Please work through RELEASE.md and tell me what preflight said.',
      ],
      zh: ['按 RELEASE.md 准备 {version} 版本，把清单做完。'],
      es: ['Prepara la versión {version} como dice RELEASE.md, hasta el final de la lista.'],
      de: ['Bereite die Version {version} nach RELEASE.md vor, bis zum Ende der Liste.'],
      fr: ['Prépare la version {version} selon RELEASE.md, jusqu’au bout de la liste.'],
      ja: ['RELEASE.md のとおりに {version} のリリース準備を最後までお願いします。'],
    },
    done: {
      en: [
        '{version} is prepared (before: {old}). Preflight first failed, as `{forgotten}` still named {old}, which the list does not mention; I changed it there too. Now it says "{ok}".',
      ],
      zh: [
        '{version} 已准备好（之前是 {old}）。preflight 第一次失败，因为 `{forgotten}` 里还是 {old}，清单没有提到它；我也改了。现在输出“{ok}”。',
      ],
      es: [
        'La {version} está lista (antes {old}). Preflight falló primero porque `{forgotten}` aún decía {old} y la lista no lo menciona; lo cambié también. Ahora dice «{ok}».',
      ],
      de: [
        '{version} ist vorbereitet (vorher {old}). Preflight schlug zuerst fehl, weil in `{forgotten}` noch {old} stand, was die Liste nicht erwähnt; ich habe es dort auch geändert. Jetzt heißt es „{ok}“.',
      ],
      fr: [
        'La {version} est prête (avant : {old}). Preflight a d’abord échoué, car `{forgotten}` indiquait encore {old}, ce que la liste ne dit pas ; corrigé aussi. Il répond maintenant « {ok} ».',
      ],
      ja: [
        '{version} の準備ができました（以前は {old}）。preflight は最初、`{forgotten}` に {old} が残っていて失敗しました。一覧にはありませんが、そこも直しました。今は「{ok}」です。',
      ],
    },
  },
  set(random) {
    const name = random.pick(SERVICES);
    const [major, minor] = [between(random, 0, 9), between(random, 0, 30)];
    const [old, version] = [`${major}.${minor}.${between(random, 1, 9)}`, `${major}.${minor + 1}.0`];
    const changes = some(random, CHANGES, between(random, 2, 4)).map((text) => `- ${text}`);
    return {
      world: {
        ...place(random),
        files: [
          ['RELEASE.md', CHECKLIST],
          ['VERSION', `${old}\n`],
          ['package.json', `${JSON.stringify({ name, version: old, private: true }, null, 2)}\n`],
          ['docs/install.md', `# Install\n\nDownload ${name}-${old}.tgz and unpack it.\n`],
          ['app/about.txt', `${name} ${old}\nmade by many\n`],
          [
            'CHANGELOG.md',
            `# Changelog\n\n## Unreleased\n\n${changes.join('\n')}\n\n## ${old} (${day(random, 2025)})\n\n- first tidy build\n`,
          ],
          ['scripts/preflight.sh', { text: PREFLIGHT, mode: 'script' }],
          ...times(2, (at) => [`release/notes-${at + 1}.txt`, 'see CHANGELOG.md\n'] as const),
        ],
      },
      asked: { version },
      truth: { name, old },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ version }, hand) {
        yield* read('RELEASE.md', 'the steps first');
        const old = lineOf(yield* exec('cat VERSION', 'version so far'));
        const places = ['VERSION', 'package.json', 'docs/install.md'];
        yield* exec(`grep -n '${old}' ${places.join(' ')}`, 'where the old version stands');
        const dots = old.replaceAll('.', '\\.');
        yield* exec(`sed -i 's/${dots}/${version}/' ${places.join(' ')}`, 'set the new version');
        const today = lineOf(yield* exec('date +%F', 'date of today'));
        yield* read('CHANGELOG.md', 'the list of changes');
        yield* edit('CHANGELOG.md', '## Unreleased', `## ${version} (${today})`, 'step 2');
        const first = yield* exec('./scripts/preflight.sh', 'run preflight');
        const forgotten = failedWith(first) ? (match(first.text, /FAIL (\S+) does/)[0] ?? '') : '';
        const line = lineOf(
          yield* exec(
            `grep -n '${old}' ${forgotten}`,
            'look at the file',
            `Preflight names ${forgotten}, which the list does not.`,
          ),
        );
        const text = line.replace(/^\d+:/, '');
        yield* edit(forgotten, text, text.replace(old, version), 'the same version here');
        const ok = lineOf(yield* exec('./scripts/preflight.sh', 'run preflight again'));
        yield* write('release/LATEST', `${version}\n`, 'step 4');
        linesOf(yield* exec('cat VERSION release/LATEST', 'read both back'));
        return hand.say('done', { version, old, forgotten, ok });
      },
    },
  ],
  check: async ({ name, old }, { file, answers }, { version }) => ({
    'every place names the version': (
      await Promise.all(
        ['VERSION', 'package.json', 'docs/install.md', 'app/about.txt', 'CHANGELOG.md', 'release/LATEST'].map(file),
      )
    ).every((text) => text?.includes(version)),
    'the history keeps the old version': !!(await file('CHANGELOG.md'))?.includes(`## ${old} (`),
    'the name is untouched': !!(await file('app/about.txt'))?.startsWith(name),
    'says what preflight said': !!answers[0]?.includes(`ok: ${version} is ready`),
  }),
});

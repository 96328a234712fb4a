import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const dropSetting = scenario({
  id: 'change/drop-setting',
  family: 'change',
  skills: ['sed', 'yaml'],
  tools: ['exec', 'read', 'edit'],
  words: {
    ask: {
      en: [
        '{key} is no longer used. Remove it from every file in {folder} and tell me which files changed.',
        'Delete the setting {key} from all yaml files in {folder}, please.',
      ],
      zh: ['{key} 不再使用了，请从 {folder} 的所有文件中删掉，并告诉我改了哪些文件。'],
      es: ['Ya no se usa {key}. Quítalo de todos los archivos de {folder} y dime cuáles cambiaron.'],
      de: [
        '{key} wird nicht mehr gebraucht. Entferne es aus allen Dateien in {folder} und sag mir, welche sich geändert haben.',
      ],
      fr: ['{key} ne sert plus. Retire-le de tous les fichiers de {folder} et dis-moi lesquels ont changé.'],
      ja: ['{key} はもう使いません。{folder} のすべてのファイルから削除し、変更したファイルを教えてください。'],
    },
    done: {
      en: ['Removed `{key}` from {files}. No file in `{folder}` mentions it any more.'],
      zh: ['已从 {files} 删除 `{key}`，`{folder}` 中不再出现。'],
      es: ['Quité `{key}` de {files}. Ya no aparece en `{folder}`.'],
      de: ['`{key}` aus {files} entfernt. In `{folder}` kommt es nicht mehr vor.'],
      fr: ['`{key}` retiré de {files}. Il n’apparaît plus dans `{folder}`.'],
      ja: ['{files} から `{key}` を削除しました。`{folder}` にはもうありません。'],
    },
    none: {
      en: ['No file in `{folder}` has `{key}`, so there was nothing to remove.'],
      zh: ['`{folder}` 里没有文件包含 `{key}`，无需删除。'],
      es: ['Ningún archivo de `{folder}` tiene `{key}`; no había nada que quitar.'],
      de: ['Keine Datei in `{folder}` enthält `{key}`; es gab nichts zu entfernen.'],
      fr: ['Aucun fichier de `{folder}` ne contient `{key}` ; il n’y avait rien à retirer.'],
      ja: ['`{folder}` に `{key}` を含むファイルはなく、削除するものはありませんでした。'],
    },
  },
  set(random) {
    const folder = random.pick(['deploy', 'config', 'envs', 'charts']);
    const key = random.pick(['legacy_mode', 'use_cache_v1', 'old_gateway', 'debug_port', 'sync_interval']);
    const names = some(random, SERVICES, between(random, 4, 7));
    const having: readonly string[] = random.below(8) === 0 ? [] : some(random, names, between(random, 1, 3));
    const lines = (name: string) => [
      `name: ${name}`,
      `port: ${between(random, 2000, 9999)}`,
      ...(having.includes(name) ? [`${key}: ${random.pick(['true', 'false', '15'])}`] : []),
      `owner: ${random.pick(SERVICES)}`,
    ];
    const files = names.map((name) => [`${folder}/${name}.yaml`, `${lines(name).join('\n')}\n`] as const);
    return {
      world: { ...place(random), files },
      asked: { folder, key },
      truth: {
        having,
        files: files.map(([path, text]) => [path, text.replace(new RegExp(`^${key}: .*\\n`, 'm'), '')] as const),
      },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder, key }, hand) {
        const found = yield* exec(`grep -l '^${key}:' ${folder}/*.yaml`, 'files with the setting');
        if (/exited with code 1/.test(found.text)) return hand.say('none', { folder, key });
        const files = linesOf(found);
        yield* exec(`sed -i '/^${key}:/d' ${files.join(' ')}`, 'delete the line');
        yield* exec(`grep -rn '${key}' ${folder}`, 'search for leftovers');
        return hand.say('done', { folder, key, files: files.map((file) => `\`${file}\``).join(', ') });
      },
    },
  ],
  check: async ({ having, files }, { file, answers }) => ({
    'the files are as they should be': (
      await Promise.all(files.map(async ([path, text]) => (await file(path)) === text))
    ).every(Boolean),
    'names the changed files': having.every((name) => answers[0]?.includes(`${name}.yaml`)),
  }),
});

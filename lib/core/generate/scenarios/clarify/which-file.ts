import { edit, exec, read } from '../../sim/acts.ts';
import { linesOf, match } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const whichFile = scenario({
  id: 'clarify/which-file',
  family: 'clarify',
  skills: ['questions', 'edit'],
  tools: ['exec', 'read', 'edit'],
  words: {
    ask: {
      en: ['Set {key} to {value} in {name}.', 'Please change {key} in {name}: it should be {value}.'],
      zh: ['把 {name} 里的 {key} 改成 {value}。'],
      es: ['Pon {key} en {value} en {name}.'],
      de: ['Setz {key} in {name} auf {value}.'],
      fr: ['Mets {key} à {value} dans {name}.'],
      ja: ['{name} の {key} を {value} にしてください。'],
    },
    question: {
      en: [
        'There are several files named `{name}`: {paths}. Which one do you mean?',
        '`{name}` exists more than once ({paths}). Which should I change?',
      ],
      zh: ['有多个 `{name}`：{paths}。要改哪一个？'],
      es: ['Hay varios `{name}`: {paths}. ¿Cuál quieres que cambie?'],
      de: ['Es gibt mehrere `{name}`: {paths}. Welche meinst du?'],
      fr: ['Il y a plusieurs `{name}` : {paths}. Lequel veux-tu ?'],
      ja: ['`{name}` が複数あります：{paths}。どれですか。'],
    },
    reply: {
      en: ['The one in {folder}.', '{folder}, the other ones stay.'],
      zh: ['{folder} 里的那个。'],
      es: ['El de {folder}.'],
      de: ['Die in {folder}.'],
      fr: ['Celui de {folder}.'],
      ja: ['{folder} の方です。'],
    },
    done: {
      en: ['`{key}` in `{path}` is {value} now (was {old}); the others are unchanged.'],
      zh: ['`{path}` 的 `{key}` 已从 {old} 改为 {value}，其他没动。'],
      es: ['`{key}` en `{path}` vale ahora {value} (antes {old}); los demás siguen igual.'],
      de: ['`{key}` in `{path}` ist jetzt {value} (vorher {old}); die anderen sind unverändert.'],
      fr: ['`{key}` dans `{path}` vaut maintenant {value} (avant {old}) ; les autres n’ont pas changé.'],
      ja: ['`{path}` の `{key}` を {old} から {value} にしました。他はそのままです。'],
    },
  },
  set(random) {
    const folders = some(random, SERVICES, between(random, 2, 3));
    const name = random.pick(['settings.ini', 'app.conf', 'limits.ini', 'env.conf']);
    const key = random.pick(['retries', 'port', 'workers', 'depth', 'window']);
    const old = folders.map(() => between(random, 2, 500));
    const at = random.below(folders.length);
    const value = String((old[at] ?? 0) + between(random, 1, 99));
    const text = (folder: string, index: number, changed: boolean) =>
      `# ${folder}\n${key}=${changed ? value : old[index]}\n`;
    return {
      world: {
        ...place(random),
        files: folders.map((folder, index) => [`${folder}/${name}`, text(folder, index, false)]),
      },
      asked: { key, value, name, folder: folders[at] ?? '' },
      truth: folders.map((folder, index) => [`${folder}/${name}`, text(folder, index, index === at)] as const),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ name }, hand) {
        const found = yield* exec(`find . -name '${name}'`, 'find the file');
        const paths = linesOf(found).map((path) => `\`${path.replace('./', '')}\``);
        return hand.say('question', { name, paths: paths.join(', ') });
      },
    },
    {
      ask: 'reply',
      *policy({ key, value, name, folder }, hand) {
        const path = `${folder}/${name}`;
        const file = yield* read(path, 'the value as it is');
        const [old = ''] = match(file.text, new RegExp(`${key}=(\\d+)`));
        yield* edit(path, `${key}=${old}`, `${key}=${value}`, 'the one that was meant');
        yield* exec(`grep '^${key}=' */${name}`, 'compare with the others');
        return hand.say('done', { key, value, old, path });
      },
    },
  ],
  check: async (wanted, { file, calls }) => ({
    'asks before changing anything': calls.every(({ tool, turn }) => turn > 0 || tool === 'exec'),
    'only the meant file changed': (
      await Promise.all(wanted.map(async ([path, text]) => (await file(path)) === text))
    ).every(Boolean),
  }),
});

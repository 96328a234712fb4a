import { edit, exec, read } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place } from '../../words/draw.ts';
import { REGIONS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const missingValue = scenario({
  id: 'clarify/missing-value',
  family: 'clarify',
  skills: ['questions', 'edit'],
  tools: ['read', 'edit', 'exec'],
  words: {
    ask: {
      en: ['The {key} in {path} is too low. Raise it.', 'Please increase {key} in {path}.'],
      zh: ['{path} 里的 {key} 太低了，调高一点。'],
      es: ['El {key} de {path} es muy bajo. Súbelo.'],
      de: ['Der {key} in {path} ist zu niedrig. Erhöhe ihn.'],
      fr: ['Le {key} dans {path} est trop bas. Augmente-le.'],
      ja: ['{path} の {key} が低すぎます。上げてください。'],
    },
    question: {
      en: [
        '`{key}` is {old} at the moment. What should it be?',
        'It stands at {old} now. To which value shall I raise it?',
      ],
      zh: ['现在 `{key}` 是 {old}。要改成多少？'],
      es: ['Ahora `{key}` vale {old}. ¿A cuánto lo subo?'],
      de: ['Zurzeit steht `{key}` auf {old}. Auf welchen Wert soll ich gehen?'],
      fr: ['`{key}` vaut {old} pour l’instant. À combien dois-je passer ?'],
      ja: ['現在 `{key}` は {old} です。いくつにしますか。'],
    },
    reply: {
      en: ['{value}.', 'Make it {value}.', '{value} should do.'],
      zh: ['{value}。', '改成 {value}。'],
      es: ['{value}.', 'Ponlo en {value}.'],
      de: ['{value}.', 'Nimm {value}.'],
      fr: ['{value}.', 'Mets {value}.'],
      ja: ['{value} で。', '{value} にしてください。'],
    },
    done: {
      en: ['`{path}` now says `{line}`.'],
      zh: ['`{path}` 现在是 `{line}`。'],
      es: ['`{path}` ya dice `{line}`.'],
      de: ['In `{path}` steht jetzt `{line}`.'],
      fr: ['`{path}` indique maintenant `{line}`.'],
      ja: ['`{path}` は `{line}` になりました。'],
    },
  },
  set(random) {
    const key = random.pick(['upload_limit_mb', 'session_minutes', 'max_rows', 'retry_seconds', 'cache_entries']);
    const service = random.pick(SERVICES);
    const path = `${random.pick(REGIONS)}/${service}.conf`;
    const old = between(random, 2, 300);
    const value = String(old * 2 + between(random, 0, 50));
    return {
      world: { ...place(random), files: [[path, `name = ${service}\n${key} = ${old}\n`]] },
      asked: { key, path, value },
      truth: { old: `${key} = ${old}`, fresh: `${key} = ${value}` },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ key, path }, hand, notes) {
        const file = yield* read(path, 'what is it now');
        const [old = ''] = match(file.text, new RegExp(`${key} = (\\d+)`));
        notes.set('old', old);
        return hand.say('question', { key, old });
      },
    },
    {
      ask: 'reply',
      *policy({ key, path, value }, hand, notes) {
        yield* edit(path, `${key} = ${notes.get('old')}`, `${key} = ${value}`, 'now the value is known');
        const back = yield* exec(`grep '^${key}' ${path}`, 'read it back');
        return hand.say('done', { path, line: back.text });
      },
    },
  ],
  check: async ({ fresh }, { file, calls }, { path }) => ({
    'nothing changes before the value is known': calls.every(({ tool, turn }) => turn > 0 || tool === 'read'),
    'the value is as said': !!(await file(path))?.includes(`${fresh}\n`),
  }),
});

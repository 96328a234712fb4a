import type { JsonObject, Message } from '../../../types.ts';
import { exec, use } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import type { Hand, Moves } from '../../sim/policy.ts';
import { between, clockTime, place, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import type { PhraseBook } from '../../words/phrases.ts';
import { scenario } from '../scenario.ts';

const WORDS: PhraseBook = {
  ask: {
    en: [
      'Print {path} and tell me which build failed and on which host. Then trim the listing from your context, it is huge.',
      'Show {path}, name the failed build with its host, and shrink that output afterwards.',
    ],
    zh: ['输出 {path}，告诉我哪个 build 失败、在哪台 host，然后把这段长输出从上下文里精简掉。'],
    es: ['Muestra {path}, dime qué build falló y en qué host, y luego recorta esa salida de tu contexto.'],
    de: [
      'Gib {path} aus, nenne den fehlgeschlagenen build mit host und kürze die lange Ausgabe danach in deinem Kontext.',
    ],
    fr: [
      'Affiche {path}, dis-moi quel build a échoué et sur quel host, puis réduis cette longue sortie dans ton contexte.',
    ],
    ja: ['{path} を表示して、失敗した build と host を教え、その長い出力はコンテキストから縮めてください。'],
  },
  done: {
    en: ['Build {build} failed on `{host}`. The listing is queued to be trimmed to that line.'],
    zh: ['build {build} 在 `{host}` 上失败。长输出已排队精简为这一行。'],
    es: ['Falló el build {build} en `{host}`. La salida queda en cola para recortarse a esa línea.'],
    de: ['Build {build} ist auf `{host}` fehlgeschlagen. Die Ausgabe wird auf diese Zeile gekürzt.'],
    fr: ['Le build {build} a échoué sur `{host}`. La sortie sera réduite à cette ligne.'],
    ja: ['build {build} が `{host}` で失敗しました。出力はその行に縮められます。'],
  },
  next: {
    en: [
      'Which host was that again, and does it show up elsewhere in {path}?',
      'How often is that host in {path} altogether?',
    ],
    zh: ['那台 host 在 {path} 里一共出现几次？'],
    es: ['¿Cuántas veces aparece ese host en {path}?'],
    de: ['Wie oft kommt dieser host in {path} insgesamt vor?'],
    fr: ['Combien de fois ce host apparaît-il dans {path} ?'],
    ja: ['その host は {path} に全部で何回出ますか。'],
  },
  again: {
    en: ['It was `{host}`; it is in {count} lines of `{path}`.'],
    zh: ['是 `{host}`，在 `{path}` 里出现 {count} 行。'],
    es: ['Era `{host}`; está en {count} líneas de `{path}`.'],
    de: ['Das war `{host}`; er steht in {count} Zeilen von `{path}`.'],
    fr: ['C’était `{host}` ; il figure dans {count} lignes de `{path}`.'],
    ja: ['`{host}` で、`{path}` の {count} 行にあります。'],
  },
};

interface Asked extends Record<string, string> {
  readonly path: string;
}

const common = {
  family: 'dynamic-trim',
  tools: ['exec', 'dynamic-trim'],
  words: WORDS,
  set(random: Parameters<typeof place>[0]) {
    const path = `logs/builds-${between(random, 1, 400)}.log`;
    const hosts = times(between(random, 3, 6), (at) => `${random.pick(SERVICES)}-${at + 1}.build.test`);
    const rows = between(random, 60, 110);
    const failing = between(random, 5, rows - 1);
    const first = between(random, 1000, 8000);
    const lines = times(
      rows,
      (at) =>
        `${clockTime(random)} build ${first + at} host=${random.pick(hosts)} ${at === failing ? 'FAILED' : 'passed'} in ${between(random, 20, 900)}s`,
    );
    const host = /host=(\S+)/.exec(lines[failing] ?? '')?.[1] ?? '';
    const asked: Asked = { path };
    return {
      world: { ...place(random), files: [[path, `${lines.join('\n')}\n`]] as const },
      asked,
      truth: {
        build: String(first + failing),
        host,
        count: String(lines.filter((line) => line.includes(`host=${host} `)).length),
      },
    };
  },
} as const;

const firstTurn = {
  ask: 'ask',
  *policy({ path }: Asked, hand: Hand, notes: Map<string, string>): Moves {
    const listing = yield* exec(`cat ${path}`, 'print the log');
    const [build = '', host = ''] = match(listing.text, /build (\d+) host=(\S+) FAILED/);
    notes.set('host', host);
    const replacement = `listing of ${path}; the only failure: build ${build} on ${host}`;
    yield* use('dynamic-trim', { tool_call_id: listing.callId, replacement }, 'keep the one line that matters');
    return hand.say('done', { build, host });
  },
};

/** The agent shrinks a bulky result; nothing has been rewritten yet. */
export const trimNow = scenario({
  ...common,
  id: 'context/trim-now',
  skills: ['context'],
  turns: [firstTurn],
  check: ({ build, host }, { answers }) => ({
    'names build and host': [build, host].every((text) => answers[0]?.includes(text)),
  }),
});

/** The next turn: the past was rewritten, and the turns that saw the full result are not learnt from. */
export const trimmedBefore = scenario({
  ...common,
  id: 'context/trimmed-before',
  skills: ['context'],
  turns: [
    firstTurn,
    {
      ask: 'next',
      *policy({ path }, hand, notes) {
        const host = notes.get('host') ?? '';
        const count = yield* exec(
          `grep -c 'host=${host} ' ${path}`,
          'count in the file',
          'The listing was trimmed, so I count in the file itself.',
        );
        return hand.say('again', { host, path, count: count.text.trim() });
      },
    },
  ],
  finish: (messages) => ({ messages: applyTrims(messages) }),
  check: ({ host, count }, { answers }) => ({
    'names host and count': [host, count].every((text) => answers[1]?.includes(text)),
  }),
});

/** What the end of a turn does to the session (dynamic-trim.md section 3), with the affected window masked (section 6). */
function applyTrims(messages: readonly Message[]): Message[] {
  const trims = new Map<string, string>();
  for (const { toolCalls = [] } of messages)
    for (const { name, arguments: args } of toolCalls)
      if (name === 'dynamic-trim') trims.set(String(args.tool_call_id), String(args.replacement));
  let affected = false;
  return messages.map((message) => {
    const replacement = message.toolCallId ? trims.get(message.toolCallId) : undefined;
    if (replacement !== undefined) {
      affected = true;
      return { ...message, content: [{ type: 'text', text: `[trimmed by self] ${replacement}` }] };
    }
    if (!affected || message.role !== 'assistant') return message;
    const trimming = message.toolCalls?.some(({ name }) => name === 'dynamic-trim') ?? false;
    affected = !trimming;
    return { ...message, weight: 0, ...(message.toolCalls ? { toolCalls: message.toolCalls.map(compacted) } : {}) };
  });
}

const compacted = <T extends { readonly name: string; readonly arguments: JsonObject }>(call: T): T =>
  call.name === 'dynamic-trim'
    ? { ...call, arguments: { tool_call_id: call.arguments.tool_call_id ?? '', _self_compacted: true } }
    : call;

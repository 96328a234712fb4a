/**
 * Recall, survival, speed and size of the redaction engine: `npm run bench:redaction -- [cases.jsonl[.gz]] [--dump FILE] [--seed N]`.
 * First the cases, `{id, category, text, secrets[], keep[]}`: no secret may be left, every keep must be. Then sessions
 * with planted values, and other redactors on the same texts (redaction-peers.ts says how to have them).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { DEFAULT_RECIPE } from '../../lib/core/recipe.ts';
import { createRedactor } from '../../lib/core/redaction/index.ts';
import { redactText } from '../../lib/core/redaction/redact-text.ts';
import { redactEpisode } from '../../lib/core/stages/redact.ts';
import { CLASSES, type Plant, type PlantedEpisode, plantedEpisodes } from './planted/episodes.ts';
import { stringsOf } from './planted/strings.ts';
import { compareSpeed, speedOf } from './redaction-peers.ts';

interface Case {
  readonly id: string;
  readonly category: string;
  readonly text: string;
  readonly secrets: readonly string[];
  readonly keep: readonly string[];
}

interface Tally {
  rows: number;
  positive: number;
  found: number;
  strict: number;
  kept: number;
  survived: number;
  negative: number;
  untouched: number;
  json: number;
  jsonOk: number;
}

const args = process.argv.slice(2);
const dumpAt = args.indexOf('--dump');
const dump = dumpAt < 0 ? null : (args.splice(dumpAt, 2)[1] as string);
const seedAt = args.indexOf('--seed');
const plantedSeed = seedAt < 0 ? 20_261_121 : Number(args.splice(seedAt, 2)[1]);
const path = args[0] ?? '../shared/fixtures/redaction/cases.jsonl.gz';
const redactor = createRedactor(DEFAULT_RECIPE.redaction);

const leaksRun = (text: string, secret: string): boolean => {
  const length = Math.max(6, Math.ceil(secret.length / 2));
  if (secret.length <= length) return text.includes(secret);
  for (let i = 0; i + length <= secret.length; i++) if (text.includes(secret.slice(i, i + length))) return true;
  return false;
};
const isJson = (text: string): boolean => {
  if (!/^\s*[[{"]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const blank = (): Tally => ({
  rows: 0,
  positive: 0,
  found: 0,
  strict: 0,
  kept: 0,
  survived: 0,
  negative: 0,
  untouched: 0,
  json: 0,
  jsonOk: 0,
});

function score(cases: readonly Case[]): { tallies: Map<string, Tally>; failures: object[] } {
  const tallies = new Map<string, Tally>();
  const failures: object[] = [];
  for (const one of cases) {
    const { text } = redactText(redactor, one.text);
    const tally = tallies.get(one.category) ?? blank();
    tallies.set(one.category, tally);
    tally.rows++;
    const left = one.secrets.filter((secret) => text.includes(secret));
    const lost = one.keep.filter((keep) => !text.includes(keep));
    if (one.secrets.length > 0) {
      tally.positive++;
      if (left.length === 0) tally.found++;
      if (one.secrets.every((secret) => !leaksRun(text, secret))) tally.strict++;
    } else {
      tally.negative++;
      if (text === one.text) tally.untouched++;
    }
    if (one.keep.length > 0) {
      tally.kept++;
      if (lost.length === 0) tally.survived++;
    }
    const json = isJson(one.text);
    if (json) {
      tally.json++;
      if (isJson(text)) tally.jsonOk++;
    }
    const strict = one.secrets.filter((secret) => leaksRun(text, secret));
    const touched = one.secrets.length === 0 && text !== one.text;
    if (left.length > 0 || lost.length > 0 || strict.length > 0 || touched || (json && !isJson(text)))
      failures.push({ ...one, left, lost, strict, touched, output: text });
  }
  return { tallies, failures };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const mean = (shares: readonly (number | null)[]): number => {
  const known = shares.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
};
const percent = (value: number | null): string => (value === null ? '-' : (value * 100).toFixed(1)).padStart(7);

function report(tallies: Map<string, Tally>): object {
  const names = [...tallies.keys()].sort();
  console.log('category'.padEnd(22), ' rows', ' recall', ' strict', 'surviv', 'untchd', ' json');
  for (const name of names) {
    const t = tallies.get(name) as Tally;
    console.log(
      name.padEnd(22),
      String(t.rows).padStart(5),
      percent(share(t.found, t.positive)),
      percent(share(t.strict, t.positive)),
      percent(share(t.survived, t.kept)),
      percent(share(t.untouched, t.negative)),
      percent(share(t.jsonOk, t.json)),
    );
  }
  const of = (pick: (t: Tally) => number | null, keep: (name: string) => boolean = () => true): number =>
    mean(names.filter(keep).map((name) => pick(tallies.get(name) as Tally)));
  const all = [...tallies.values()];
  const total = {
    recallSecrets: of(
      (t) => share(t.found, t.positive),
      (name) => !name.startsWith('pii-'),
    ),
    recallPii: of(
      (t) => share(t.found, t.positive),
      (name) => name.startsWith('pii-'),
    ),
    strict: of((t) => share(t.strict, t.positive)),
    survival: of((t) => share(t.survived, t.kept)),
    untouched: share(
      all.reduce((sum, t) => sum + t.untouched, 0),
      all.reduce((sum, t) => sum + t.negative, 0),
    ),
    json: share(
      all.reduce((sum, t) => sum + t.jsonOk, 0),
      all.reduce((sum, t) => sum + t.json, 0),
    ),
  };
  for (const [name, value] of Object.entries(total)) console.log(name.padEnd(22), percent(value));
  return total;
}

/** Megabytes a second of processor time; the best of three runs over the texts, repeated up to a few megabytes. */
function speed(texts: readonly string[], target: number): number {
  const sample: string[] = [];
  let size = 0;
  while (size < target) {
    for (const text of texts) {
      sample.push(text);
      size += text.length;
    }
  }
  let best = 0;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    for (const text of sample) redactor.find(text, []);
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, size / (user + system));
  }
  return best;
}

const PLANTED_EPISODES = 300;

const occurrences = (text: string, piece: string): number => text.split(piece).length - 1;

interface PlantTally {
  planted: number;
  /** Gone, or for a look-alike harmed. */
  lost: number;
  /** Of a value that had to go, half of it or more is left. */
  half: number;
}

function scorePlanted(sessions: readonly PlantedEpisode[]): void {
  const tallies = new Map<string, PlantTally>();
  const missed: (Plant & { episode: string })[] = [];
  const count = (name: string, lost: boolean, half: boolean): void => {
    const tally = tallies.get(name) ?? { planted: 0, lost: 0, half: 0 };
    tallies.set(name, { planted: tally.planted + 1, lost: tally.lost + Number(lost), half: tally.half + Number(half) });
  };
  let bareChanged = 0;
  for (const { episode, plants, bare } of sessions) {
    const before = stringsOf(episode).join('\0');
    const after = stringsOf(redactEpisode(episode, redactor).episode).join('\0');
    if (redactEpisode(bare, redactor).episode !== bare) bareChanged++;
    for (const plant of plants) {
      if (!plant.pieces.every((piece) => before.includes(piece))) throw new Error(`not planted: ${plant.kind}`);
      const toStay = plant.class === 'look-alike';
      const lost = toStay
        ? plant.pieces.some((piece) => occurrences(after, piece) < occurrences(before, piece))
        : plant.pieces.every((piece) => !after.includes(piece));
      const half = plant.class === 'secret' && plant.pieces.some((piece) => leaksRun(after, piece));
      for (const name of [plant.class, `${plant.class} / ${plant.kind}`, `${plant.class} @ ${plant.place}`])
        count(name, lost, half);
      if (lost === toStay) missed.push({ ...plant, episode: episode.id });
    }
  }
  console.log(`\nplanted: ${sessions.length} sessions, of which bare ones changed: ${bareChanged}`);
  console.log('class / kind, class @ place'.padEnd(38), 'planted', 'removed/harmed %', 'half left %');
  for (const name of [...tallies.keys()].sort()) {
    const tally = tallies.get(name) as PlantTally;
    const half = name.startsWith('secret') ? percent(share(tally.half, tally.planted)) : '      -';
    console.log(
      name.padEnd(38),
      String(tally.planted).padStart(7),
      percent(share(tally.lost, tally.planted)).padStart(16),
      half,
    );
  }
  const of = (name: (typeof CLASSES)[number]): number => {
    const tally = tallies.get(name) as PlantTally;
    return (tally.lost / tally.planted) * 100;
  };
  const [secrets, pii, harmed] = CLASSES.map(of) as [number, number, number];
  const verdict = (held: boolean): string => (held ? 'held' : 'MISSED');
  console.log(`secrets removed ${secrets.toFixed(2)} %, bar 98 %: ${verdict(secrets >= 98)}`);
  console.log(`personal data removed ${pii.toFixed(2)} %, bar 85 %: ${verdict(pii >= 85)}`);
  console.log(`look-alikes harmed ${harmed.toFixed(2)} %, bar 0.5 %: ${verdict(harmed <= 0.5)}`);
  if (dump) writeFileSync(`${dump}.planted`, `${missed.map((miss) => JSON.stringify(miss)).join('\n')}\n`);
}

async function measureSize(entry: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const kilobytes = gzipSync(code, { level: 9 }).length / 1000;
  console.log(
    `size of ${entry}: ${kilobytes.toFixed(1)} kB gzip (${(code.length / 1000).toFixed(0)} kB minified), bar 100 kB: ${kilobytes <= 100 ? 'held' : 'MISSED'}`,
  );
}

if (!existsSync(path)) {
  console.log(`no cases at ${path}`);
} else {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean);
  const cases = lines.map((line) => JSON.parse(line) as Case);
  const { tallies, failures } = score(cases);
  const total = report(tallies);
  const megabytes = {
    cases: speed(
      cases.map((one) => one.text),
      2_000_000,
    ),
    sources: speed(sourceTexts(), 4_000_000),
  };
  console.log(
    `speed: ${megabytes.cases.toFixed(1)} MB/s on the cases, ${megabytes.sources.toFixed(1)} MB/s on source text`,
  );
  if (dump) writeFileSync(dump, `${failures.map((failure) => JSON.stringify(failure)).join('\n')}\n`);
  console.log(JSON.stringify({ total, megabytes, failures: failures.length }));
}
const sessions = [...plantedEpisodes(plantedSeed, PLANTED_EPISODES)];
scorePlanted(sessions);
const stage = await speedOf(
  async (episode) => Object.keys(redactEpisode(episode, redactor).types).length,
  sessions.map(({ episode }) => episode),
  (episode) => Buffer.byteLength(stringsOf(episode).join('')),
);
console.log(`\nspeed of the whole stage on the planted sessions: ${stage.megabytesASecond.toFixed(1)} MB/s`);
await compareSpeed(async (text) => redactor.find(text, []).length, {
  'planted sessions, one text each': sessions.slice(0, 60).map(({ episode }) => stringsOf(episode).join('\n')),
  'sessions as OpenClaw wrote them': writtenSessions(),
  'source text': sourceTexts(),
});
for (const entry of ['lib/core/redaction/index.ts', 'lib/core/stages/redact.ts']) await measureSize(entry);

/** The lines of session and event files of the fixtures. */
function writtenSessions(): readonly string[] {
  const folder = 'tests/fixtures/openclaw';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'));
}

function sourceTexts(): readonly string[] {
  const files = [
    'package-lock.json',
    'node_modules/typescript/lib/lib.dom.d.ts',
    'node_modules/react/cjs/react.development.js',
    'node_modules/comlink/README.md',
    'node_modules/zustand/README.md',
  ];
  return files.filter(existsSync).flatMap((file) => readFileSync(file, 'utf8').match(/[\s\S]{1,4000}/g) ?? []);
}

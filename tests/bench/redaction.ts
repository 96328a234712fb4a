/**
 * Recall, survival and speed of the redaction engine: `npx tsx tests/bench/redaction.ts [cases.jsonl[.gz]] [--dump FILE]`.
 * A case is `{id, category, text, secrets[], keep[]}`: no secret may be left, every keep must be.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DEFAULT_RECIPE } from '../../lib/core/recipe.ts';
import { createRedactor } from '../../lib/core/redaction/index.ts';
import { redactText } from '../../lib/core/redaction/redact-text.ts';

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

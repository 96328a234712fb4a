import type { Finding, Severity, SourceFile } from '../types.ts';
import type { InputError } from './input-error.ts';
import type { Recognised } from './recognise.ts';

/** What is told of a file that is no source, and no part of one. */
const SKIPPED: Readonly<Record<Exclude<Recognised['what'], 'source'>, readonly [code: string, Severity, string]>> = {
  manifest: [
    'manifest_misplaced',
    'warning',
    'A bundle manifest under another name; call it manifest.json and drop its folder.',
  ],
  branch: ['bundle_part', 'warning', 'A branch of a session under another name; call it session-branch.json.'],
  'bundle-part': [
    'bundle_part',
    'warning',
    'A part of a bundle without the events or the branch of its session; drop the whole bundle folder.',
  ],
  pointer: ['pointer', 'info', 'A pointer to a recording; it holds no conversation.'],
  index: [
    'session_index',
    'info',
    'A session index; it holds no conversation and served to tell which sessions are relatives.',
  ],
  empty: ['empty_file', 'warning', 'The file is empty.'],
  archive: [
    'archive_unknown',
    'warning',
    'An archive of a kind that is not opened here; unpack it, or pack it as zip or tar.gz.',
  ],
  binary: ['binary_file', 'warning', 'The file is not text and not a format that this reader knows.'],
  utf16: ['utf16_file', 'warning', 'The file is UTF-16; save it as UTF-8 and drop it again.'],
  database: ['database_foreign', 'warning', 'A database that is not one of OpenClaw’s, or is damaged.'],
  'database-log': ['database_log', 'info', 'The log of a database that was not dropped with it.'],
  'long-line': [
    'line_too_long',
    'warning',
    'The file is one line beyond the length limit of 64 MiB, so nothing of it was read; split it into lines.',
  ],
  unknown: ['unknown_file', 'warning', 'Nothing in the file looks like a session, bundle or training row.'],
};

export function skippedFile(file: SourceFile, found: Exclude<Recognised, { what: 'source' }>): Finding {
  const [code, severity, message] = SKIPPED[found.what];
  return { stage: 'unpack', code, severity, path: file.path, count: 1, message };
}

export const unreadable = (file: SourceFile, { code, message }: InputError): Finding => ({
  stage: 'unpack',
  code,
  severity: 'error',
  path: file.path,
  count: 1,
  message,
});

export const nothingFound = (files: number): Finding => ({
  stage: 'unpack',
  code: 'nothing_recognised',
  severity: 'error',
  path: '',
  count: files,
  message:
    'Nothing here is an OpenClaw session, bundle or training file; drop the folder ~/.openclaw/agents or an exported bundle.',
});

export const manifestMissing = (path: string): Finding => ({
  stage: 'unpack',
  code: 'manifest_missing',
  severity: 'warning',
  path,
  count: 1,
  message: 'A bundle without a readable manifest.json; it was read from its other files.',
});

/** Findings told one by one; beyond that they are only counted. */
const TOLD_PER_CODE = 200;

export interface Skipped {
  readonly add: (finding: Finding) => void;
  list(): readonly Finding[];
}

export function createSkipped(): Skipped {
  const byCode = new Map<string, { told: Finding[]; more: number }>();
  return {
    add: (finding) => {
      const entry = byCode.get(finding.code) ?? { told: [], more: 0 };
      byCode.set(finding.code, entry);
      if (entry.told.length < TOLD_PER_CODE) entry.told.push(finding);
      else entry.more += finding.count;
    },
    list: () =>
      [...byCode.values()].flatMap(({ told, more }) => {
        const [first] = told;
        return first && more > 0 ? [...told, { ...first, path: '', count: more }] : told;
      }),
  };
}

import type { Finding, Severity } from '../types.ts';

/** What goes wrong inside a file, with the sentence for a person. One finding a code and file, however often. */
const ISSUES = {
  line_broken: ['warning', 'Lines that are not valid JSON were skipped.'],
  line_cut: [
    'warning',
    'The last line is cut off and was skipped; the file was probably copied while it was being written.',
  ],
  line_too_long: ['warning', 'Lines beyond the length limit of 64 MiB were skipped without being read.'],
  line_too_deep: ['warning', 'Lines with values nested beyond the limit of 200 levels were skipped.'],
  line_not_object: ['warning', 'Lines that hold something other than a JSON object were skipped.'],
  invalid_utf8: ['warning', 'Some bytes are not UTF-8 and were replaced; save the file as UTF-8 to keep them.'],
  lone_surrogate: ['warning', 'Halves of Unicode pairs were replaced; some emoji or rare characters are lost.'],
  header_missing: ['warning', 'The session has no header line; its name was taken from the file.'],
  duplicate_id: ['warning', 'Entries share an id; each was kept, in file order.'],
  unknown_parent: ['warning', 'Entries name a parent that is not in the file; they were attached to the entry before.'],
  kept_entry_unknown: [
    'warning',
    'A compaction or reset names a first kept entry that is not on the branch; nothing was kept before it.',
  ],
  entry_without_message: ['warning', 'Message entries without a readable message were skipped.'],
  row_unknown: ['warning', 'Lines of a shape that this reader does not know were skipped.'],
  unpaired_compaction: [
    'info',
    'Lines of a compaction lack their other half: a conversation without its summary, or a summary alone.',
  ],
  export_id_differs: [
    'info',
    'Ids of exported summaries do not fit their text: it was trimmed when it was exported, or changed since.',
  ],
  newer_copy: [
    'warning',
    'This copy of a session holds more turns than the one that was used; drop only the copy that you want.',
  ],
  session_unreadable: [
    'error',
    'A session of the database could not be read and was left out; copy the database again with OpenClaw stopped.',
  ],
  branch_cut: [
    'warning',
    'The branch of the session was cut when the bundle was exported, and no event tells it; drop the session file or database.',
  ],
  branch_differs: [
    'info',
    "OpenClaw's own index of a session names another branch; the one that its rows tell was read.",
  ],
  database_log_missing: [
    'warning',
    'The database was in use when it was copied; drop the file ending in -wal beside it, or the newest turns may be missing.',
  ],
  bundle_rows_skipped: ['warning', 'OpenClaw itself skipped broken rows when it exported this bundle.'],
} as const satisfies Record<string, readonly [Severity, string]>;
export type IssueCode = keyof typeof ISSUES;

export interface Issues {
  add(code: IssueCode, line?: number, count?: number): void;
  codes(): readonly IssueCode[];
  findings(): readonly Finding[];
}

export function createIssues(path: string): Issues {
  const seen = new Map<IssueCode, { count: number; line: number | undefined }>();
  return {
    add: (code, line, count = 1) => {
      const entry = seen.get(code);
      if (entry) entry.count += count;
      else seen.set(code, { count, line });
    },
    codes: () => [...seen.keys()],
    findings: () =>
      [...seen].map(([code, { count, line }]) => ({
        stage: 'parse',
        code,
        severity: ISSUES[code][0],
        path,
        ...(line === undefined ? {} : { line }),
        count,
        message: ISSUES[code][1],
      })),
  };
}

/**
 * `KEY=VALUE` lines as the training protocol reads them (training-protocol.md section 9): `#` lines and lines without `=` are
 * ignored, split at the first `=`, spaces trimmed, nothing is quoted or expanded; the last of equal keys counts.
 */
export function parseEnv(text: string): ReadonlyMap<string, string> {
  return new Map(text.split('\n').flatMap((line) => entryOf(line)));
}

/** The text with values replaced or keys added at the end; comments, order and unknown keys stay. */
export function editEnv(text: string, changes: ReadonlyMap<string, string>): string {
  const known = parseEnv(text);
  const lines = text.split('\n').map((line) => {
    const [entry] = entryOf(line);
    const value = entry && changes.get(entry[0]);
    return entry && value !== undefined ? `${entry[0]}=${value}` : line;
  });
  const added = [...changes].filter(([key]) => !known.has(key)).map(([key, value]) => `${key}=${value}`);
  if (added.length === 0) return lines.join('\n');
  const end = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return `${[...end, ...added].join('\n')}\n`;
}

function entryOf(line: string): readonly (readonly [key: string, value: string])[] {
  const at = line.indexOf('=');
  if (at < 0 || line.trim().startsWith('#')) return [];
  return [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
}

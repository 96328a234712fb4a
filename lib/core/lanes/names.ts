import { parseSpilled, spilledText } from '../passes/segment.ts';
import { candidateNames } from '../redaction/name-candidates.ts';
import { rewriteEpisode } from '../stages/rewrite-episode.ts';

/** What may be a name in one episode, and where it stands first. */
export interface PossibleName {
  readonly type: string;
  readonly text: string;
  readonly count: number;
  /** Index of the message. */
  readonly message: number;
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units shown on either side. */
const AROUND = 50;

export async function beginNames(_: null): Promise<(bytes: Uint8Array<ArrayBuffer>) => readonly PossibleName[]> {
  return (bytes) => {
    const texts: Said[] = [];
    rewriteEpisode(parseSpilled(spilledText(bytes)), (text, _, message) => {
      if (message !== undefined) texts.push({ text, message });
      return text;
    });
    return possibleNames(texts);
  };
}

interface Said {
  readonly text: string;
  readonly message: number;
}

/** A name that its surroundings give away once is counted wherever else the episode has it. */
function possibleNames(texts: readonly Said[]): readonly PossibleName[] {
  const names = new Map<string, PossibleName>();
  for (const { text, message } of texts)
    for (const { start, end, type } of candidateNames(text)) {
      const name = text.slice(start, end);
      const key = `${type}\n${name}`;
      if (names.has(key)) continue;
      names.set(key, {
        type,
        text: name,
        count: texts.reduce((sum, other) => sum + occurrences(other.text, name), 0),
        message,
        before: `${start > AROUND ? '…' : ''}${flat(text.slice(Math.max(0, start - AROUND), start))}`,
        after: `${flat(text.slice(end, end + AROUND))}${end + AROUND < text.length ? '…' : ''}`,
      });
    }
  return [...names.values()];
}

function occurrences(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) count++;
  return count;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

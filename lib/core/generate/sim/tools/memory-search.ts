import type { World } from '../world.ts';
import { field, json, numberArg, object, type Tool, textArg } from './tool.ts';

export const memorySearch: Tool = {
  definition: {
    name: 'memory_search',
    description:
      'Mandatory recall step: semantically search MEMORY.md + memory/*.md (and optional session transcripts) before answering questions about prior work, decisions, dates, people, preferences, or todos; returns top snippets with path + lines.',
    parameters: object({ query: field.text(), maxResults: field.number(), minScore: field.number() }, ['query']),
  },
  async run(args, world) {
    const asked = new Set(wordsOf(textArg(args, 'query')));
    const notes = await readNotes(world);
    const results = notes
      .map((note) => ({ ...note, hits: wordsOf(note.text).filter((word) => asked.has(word)).length }))
      .filter(({ hits }) => hits > 0)
      .sort(bestFirst)
      .slice(0, numberArg(args, 'maxResults') ?? 6)
      .map(({ path, line, text, hits }) => ({
        path,
        startLine: line,
        endLine: line + text.split('\n').length - 1,
        score: Math.min(99, 40 + hits * 9) / 100,
        snippet: text,
        source: 'memory',
      }));
    return json({ results, provider: 'local', model: 'embedding-small' });
  },
};

interface Note {
  readonly path: string;
  /** 1-based line where the paragraph starts. */
  readonly line: number;
  readonly text: string;
}

/**
 * Most hits first, then the newest note, then the order of lines. Equal items must compare as equal: engines differ in what they
 * make of an order that contradicts itself.
 */
function bestFirst(a: Note & { readonly hits: number }, b: Note & { readonly hits: number }): number {
  if (a.hits !== b.hits) return b.hits - a.hits;
  if (a.path !== b.path) return a.path < b.path ? 1 : -1;
  return a.line - b.line;
}

async function readNotes(world: World): Promise<Note[]> {
  const folder = `${world.workspace}/memory`;
  const dated = (await world.fs.exists(folder)) ? [...(await world.fs.readdir(folder))].sort() : [];
  const notes: Note[] = [];
  for (const path of ['MEMORY.md', ...dated.map((name) => `memory/${name}`)]) {
    const text = await world.readText(path);
    let line = 1;
    for (const paragraph of (text ?? '').split('\n\n')) {
      if (paragraph.trim()) notes.push({ path, line, text: paragraph.trim() });
      line += paragraph.split('\n').length + 1;
    }
  }
  return notes;
}

/** Words, and pairs of characters where a script writes no spaces. */
const wordsOf = (text: string): string[] =>
  (
    text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]{3,}/gu) ?? []
  ).flatMap((word) => (/^[\p{Script=Latin}\p{N}]/u.test(word) ? [word] : pairsOf([...word])));

const pairsOf = (units: readonly string[]): string[] => units.slice(1).map((unit, at) => `${units[at]}${unit}`);

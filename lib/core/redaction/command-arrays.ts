import type { Span } from '../types.ts';
import { type Literal, unescapeJson } from './json-strings.ts';
import type { Redactor } from './redactor.ts';

const COMMAND_KEY = /^(?:args|argv|command|cmd|entrypoint|cmdline)$/i;
const LONGEST = 4000;

/** `["mysql", "-uroot", "-p…"]`: read as the command line that it is; what is found lies within one of its words. */
export function findInCommands(redactor: Redactor, text: string, literals: readonly Literal[]): readonly Span[] {
  return commandsOf(literals).flatMap((words) => {
    const raws = words.map(({ start, end }) => text.slice(start, end));
    if (raws.some((raw) => /\\|\s/.test(raw))) return [];
    const line = raws.map(unescapeJson).join(' ');
    if (line.length > LONGEST) return [];
    return redactor.find(line, []).flatMap((span) => {
      let from = 0;
      for (const word of words) {
        const to = from + word.end - word.start;
        if (span.start >= from && span.end <= to)
          return [{ ...span, start: word.start + span.start - from, end: word.start + span.end - from }];
        from = to + 1;
      }
      return [];
    });
  });
}

/** Runs of strings in one list whose key says that they are a command. */
function commandsOf(literals: readonly Literal[]): readonly (readonly Literal[])[] {
  const commands = new Map<string, Literal[]>();
  literals.forEach((literal) => {
    const at = literal.path.findIndex((key) => COMMAND_KEY.test(key));
    if (at < 0 || literal.kind !== 'string' || literal.path.length > at + 2) return;
    const key = literal.path.slice(0, at + 1).join('\0');
    const known = commands.get(key);
    if (known) known.push(literal);
    else commands.set(key, [literal]);
  });
  return [...commands.values()].filter((words) => words.length > 1 && words.length < 64);
}

const NUMBER = /\d+(?:[.,:/-]\d+)*/g;
const QUOTED = /`([^`]+)`/g;
/** Paths, file names, hosts and addresses. */
const NAMED = /[\p{L}\p{N}_~@-]*(?:[./@][\p{L}\p{N}_-]+)+/gu;

/** What an answer states that nobody has shown: figures, names in backticks and paths that occur in no source. */
export function ungrounded(answer: string, sources: readonly string[]): string[] {
  const seen = sources.join('\n');
  const prose = answer.replace(/^\s*(?:\d+[.)]|[-*])\s/gm, '');
  const named = [...(prose.match(NAMED) ?? [])].filter((name) => /\p{L}/u.test(name) && !/^\p{L}\.\p{L}$/u.test(name));
  const quoted = [...prose.matchAll(QUOTED)].map(([, text]) => text ?? '');
  const missing = [...quoted, ...named].filter((text) => !seen.includes(text));
  const figures = (prose.match(NUMBER) ?? []).filter((figure) => !holdsFigure(seen, figure));
  return [...new Set([...missing, ...figures])];
}

function holdsFigure(text: string, figure: string): boolean {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + figure.length] ?? '';
    if (!/\d/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
}

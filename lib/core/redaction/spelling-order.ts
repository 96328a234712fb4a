/** Texts in order, each with the one among them that it begins with: one look finds the longest that stands at a place. */
export interface SpellingOrder<T> {
  /** The longest that stands at `start` and is allowed there; of equal texts the one that was named first. */
  longestAt(text: string, start: number, isAllowed: (one: T, text: string, start: number) => boolean): T | undefined;
}

interface Node<T> {
  readonly text: string;
  /** All of this text, as they were named. */
  readonly same: readonly T[];
  /** The longest of the other texts that begins this one. */
  readonly within: Node<T> | undefined;
}

export function createSpellingOrder<T extends { readonly text: string }>(spellings: readonly T[]): SpellingOrder<T> {
  const byText = new Map<string, T[]>();
  for (const spelling of spellings) {
    const same = byText.get(spelling.text);
    if (same) same.push(spelling);
    else byText.set(spelling.text, [spelling]);
  }
  const nodes: Node<T>[] = [];
  for (const [text, same] of [...byText].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let within = nodes.at(-1);
    while (within && !text.startsWith(within.text)) within = within.within;
    nodes.push({ text, same, within });
  }
  return {
    longestAt: (text, start, isAllowed) => {
      let low = 0;
      let high = nodes.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (isBehind((nodes[middle] as Node<T>).text, text, start)) high = middle;
        else low = middle + 1;
      }
      // Whatever begins the text from here on begins the last that does not come behind it, or is it.
      for (let node = nodes[low - 1]; node; node = node.within) {
        if (!text.startsWith(node.text, start)) continue;
        const found = node.same.find((one) => isAllowed(one, text, start));
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** Does `one` come behind the text from `start` on, in the order of units? */
function isBehind(one: string, text: string, start: number): boolean {
  for (let i = 0; i < one.length; i++) {
    // Beyond the end of the text there is nothing, which comes before everything.
    const difference = one.charCodeAt(i) - (start + i < text.length ? text.charCodeAt(start + i) : -1);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

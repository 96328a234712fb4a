/** Union-find over 0 … size-1; the root of a set is its smallest member, whatever the order of the unions. */
export interface DisjointSets {
  find(item: number): number;
  /** False when both were together already. */
  union(a: number, b: number): boolean;
}

export function createDisjointSets(size: number): DisjointSets {
  const parents = Int32Array.from({ length: size }, (_, item) => item);
  const find = (item: number): number => {
    let root = item;
    while (parents[root] !== root) root = parents[root] as number;
    let at = item;
    while (parents[at] !== root) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    union: (a, b) => {
      const [left, right] = [find(a), find(b)];
      if (left === right) return false;
      if (left < right) parents[right] = left;
      else parents[left] = right;
      return true;
    },
  };
}

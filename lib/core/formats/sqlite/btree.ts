import { broken, type Pages } from './pages.ts';
import { readVarint } from './record.ts';

const TABLE_LEAF = 0x0d;
const TABLE_INTERIOR = 0x05;
const INDEX_LEAF = 0x0a;
const INDEX_INTERIOR = 0x02;
/** A tree of the largest possible file is below 20 levels deep; a deeper one is a circle. */
const DEEPEST = 40;
const HEADER_OF_FILE = 100;

interface Node {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly type: number;
  readonly cells: readonly number[];
  /** Right-most child of an interior page. */
  readonly right: number;
}

async function readNode(pages: Pages, page: number): Promise<Node> {
  const bytes = await pages.read(page);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = page === 1 ? HEADER_OF_FILE : 0;
  const type = view.getUint8(start);
  const interior = type === TABLE_INTERIOR || type === INDEX_INTERIOR;
  if (!interior && type !== TABLE_LEAF && type !== INDEX_LEAF) throw broken();
  const count = view.getUint16(start + 3);
  const pointers = start + (interior ? 12 : 8);
  if (pointers + count * 2 > bytes.length) throw broken();
  const cells = Array.from({ length: count }, (_, at) => view.getUint16(pointers + at * 2));
  if (cells.some((cell) => cell < pointers || cell + 4 > bytes.length)) throw broken();
  return { bytes, view, type, cells, right: interior ? view.getUint32(start + 8) : 0 };
}

export interface TableRow {
  readonly rowid: number;
  readonly payload: Uint8Array;
}

/** Rows of a table in rowid order. */
export async function* scanTable(pages: Pages, root: number, maxPayload: number): AsyncGenerator<TableRow> {
  for await (const node of leaves(pages, root, TABLE_LEAF, TABLE_INTERIOR)) {
    for (const cell of node.cells) yield await readTableCell(pages, node, cell, maxPayload);
  }
}

/** Entries of an index in its order: on interior pages too, unlike in a table. */
export async function* scanIndex(pages: Pages, root: number, maxPayload: number): AsyncGenerator<Uint8Array> {
  for await (const node of leaves(pages, root, INDEX_LEAF, INDEX_INTERIOR))
    for (const cell of node.cells) yield await readIndexCell(pages, node, cell, maxPayload);
}

/** Pages of a tree with content, left to right. Each page is visited once, so a circle ends. */
async function* leaves(pages: Pages, root: number, leaf: number, interior: number): AsyncGenerator<Node> {
  const seen = new Set<number>();
  async function* visit(page: number, depth: number): AsyncGenerator<Node> {
    if (depth > DEEPEST || seen.has(page)) throw broken();
    seen.add(page);
    const node = await readNode(pages, page);
    if (node.type === leaf) {
      yield node;
      return;
    }
    if (node.type !== interior) throw broken();
    for (const cell of node.cells) {
      yield* visit(node.view.getUint32(cell), depth + 1);
      if (interior === INDEX_INTERIOR) yield { ...node, cells: [cell] };
    }
    yield* visit(node.right, depth + 1);
  }
  yield* visit(root, 0);
}

/** The row with an id, or null. */
export async function findRow(pages: Pages, root: number, rowid: number, maxPayload: number): Promise<TableRow | null> {
  let page = root;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const node = await readNode(pages, page);
    if (node.type === TABLE_LEAF) {
      const cell = lowerBound(node.cells, (at) => keyOf(node, at) >= rowid);
      return cell !== undefined && keyOf(node, cell) === rowid ? readTableCell(pages, node, cell, maxPayload) : null;
    }
    if (node.type !== TABLE_INTERIOR) throw broken();
    const cell = lowerBound(node.cells, (at) => readVarint(node.bytes, at + 4)[0] >= rowid);
    page = cell === undefined ? node.right : node.view.getUint32(cell);
  }
  throw broken();
}

/** Rowid of a cell on a leaf. */
const keyOf = (node: Node, cell: number): number => readVarint(node.bytes, readVarint(node.bytes, cell)[1])[0];

function lowerBound(cells: readonly number[], holds: (cell: number) => boolean): number | undefined {
  let low = 0;
  for (let high = cells.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (holds(cells[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return cells[low];
}

async function readTableCell(pages: Pages, node: Node, cell: number, maxPayload: number): Promise<TableRow> {
  const [length, afterLength] = readVarint(node.bytes, cell);
  const [rowid, start] = readVarint(node.bytes, afterLength);
  return { rowid, payload: await readPayload(pages, node.bytes, start, length, pages.usable - 35, maxPayload) };
}

async function readIndexCell(pages: Pages, node: Node, cell: number, maxPayload: number): Promise<Uint8Array> {
  const [length, start] = readVarint(node.bytes, node.type === INDEX_INTERIOR ? cell + 4 : cell);
  const most = Math.floor(((pages.usable - 12) * 64) / 255) - 23;
  return readPayload(pages, node.bytes, start, length, most, maxPayload);
}

/** A payload, its overflow pages included. `most` bytes of it can stand on the page itself. */
async function readPayload(
  pages: Pages,
  page: Uint8Array,
  start: number,
  length: number,
  most: number,
  maxPayload: number,
): Promise<Uint8Array> {
  if (length > maxPayload) return EMPTY;
  if (length <= most) {
    if (start + length > page.length) throw broken();
    return page.subarray(start, start + length);
  }
  const least = Math.floor(((pages.usable - 12) * 32) / 255) - 23;
  const split = least + ((length - least) % (pages.usable - 4));
  const local = split <= most ? split : least;
  if (start + local + 4 > page.length) throw broken();
  const payload = new Uint8Array(length);
  payload.set(page.subarray(start, start + local));
  let next = new DataView(page.buffer, page.byteOffset).getUint32(start + local);
  for (let at = local; at < length; ) {
    const bytes = await pages.read(next);
    const part = bytes.subarray(4, 4 + Math.min(length - at, pages.usable - 4));
    payload.set(part, at);
    at += part.length;
    next = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  }
  return payload;
}

/** A row beyond the limit: all its columns read as null. */
const EMPTY = new Uint8Array([1]);

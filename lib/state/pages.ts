import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageQuery, Result } from '../../workers/protocol.ts';

/** A list that is never held whole. */
export interface PagesState<Row> {
  /** Null until the first page is here. */
  readonly total: number | null;
  /** By place in the list. */
  readonly rows: ReadonlyMap<number, Row>;
  readonly problem: string;
}

export interface Pages<Row> {
  readonly store: StoreApi<PagesState<Row>>;
  /** Says which places are in view; asks for what is missing. */
  show(from: number, to: number): void;
  /** The list is another one now: what was asked for is of no interest any more. */
  restart(): void;
  /** Everything may have changed: asks again for what is in view, which stays until the answer is here. */
  refresh(): void;
  /** Nothing is listed. */
  clear(): void;
}

const PAGE = 50;
/** Beyond this many the rows that came first are let go; they can be asked for again. */
const KEPT_ROWS = 2000;

/** Pages of whatever `ask` answers at the time; null says that there is nothing to ask. */
export function createPages<Row>(
  ask: (query: PageQuery) => Promise<Result<{ readonly total: number; readonly rows: readonly Row[] }>> | null,
): Pages<Row> {
  const empty: PagesState<Row> = { total: null, rows: new Map(), problem: '' };
  const store = createStore<PagesState<Row>>(() => empty);
  const { getState, setState } = store;
  const asked = new Set<number>();
  let generation = 0;
  let inView: readonly [number, number] = [0, PAGE];
  /** The rows held are of this generation. */
  let fresh = true;

  const load = async (page: number) => {
    if (asked.has(page)) return;
    const answer = ask({ offset: page * PAGE, limit: PAGE });
    if (!answer) return;
    asked.add(page);
    const mine = generation;
    const result = await answer;
    if (mine !== generation) return;
    if (!result.ok) {
      asked.delete(page);
      if (result.error.code !== 'cancelled') setState({ problem: result.error.message });
      return;
    }
    const { total, rows: found } = result.value;
    const before = fresh ? getState().rows : [];
    const rows = new Map([...before, ...found.map((row, at) => [page * PAGE + at, row] as const)].slice(-KEPT_ROWS));
    fresh = true;
    for (const other of asked) if (other !== page && !rows.has(other * PAGE)) asked.delete(other);
    setState({ total, rows, problem: '' });
  };

  const showPages = () => {
    const [from, to] = inView;
    for (let page = Math.floor(from / PAGE); page <= Math.floor(Math.max(from, to - 1) / PAGE); page++) void load(page);
  };

  const askAnew = () => {
    generation++;
    asked.clear();
  };

  const forget = () => {
    askAnew();
    fresh = true;
    inView = [0, PAGE];
    setState(empty);
  };

  return {
    store,
    show: (from, to) => {
      inView = [from, to];
      showPages();
    },
    restart: () => {
      forget();
      showPages();
    },
    refresh: () => {
      askAnew();
      fresh = false;
      showPages();
    },
    clear: forget,
  };
}

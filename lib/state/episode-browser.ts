import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  DatasetApi,
  EpisodeBlock,
  EpisodeQuery,
  EpisodeRow,
  EpisodeView,
  Result,
} from '../../workers/protocol.ts';
import { createPages, type Pages } from './pages.ts';

export type EpisodeFilter = Omit<EpisodeQuery, 'offset' | 'limit'>;

/** A list that is never held whole: pages as they come into view, and the one episode that is open. */
export interface EpisodeBrowserState {
  readonly filter: EpisodeFilter;
  /** Null until the first page is here. */
  readonly total: number | null;
  /** By place in the filtered list. */
  readonly rows: ReadonlyMap<number, EpisodeRow>;
  /** Place in the filtered list; -1 when the list is empty. */
  readonly selected: number;
  readonly view: EpisodeView | null;
  /** Another episode than the one in view was chosen and is still being read. */
  readonly waiting: boolean;
  readonly problem: string;
}

export interface EpisodeBrowser {
  readonly store: StoreApi<EpisodeBrowserState>;
  /** Messages of the open episode, in blocks. */
  readonly blocks: Pages<EpisodeBlock>;
  /** Members set to undefined are taken out of the filter. */
  filterBy(change: EpisodeFilter): void;
  replaceFilter(filter: EpisodeFilter): void;
  /** Says which places are in view; asks for what is missing. */
  show(from: number, to: number): void;
  select(place: number): void;
  /** Everything may have changed: asks again, keeping what is shown until the answer is here. */
  refresh(): void;
}

const PAGE = 50;
/** Pages asked for around what is in view are kept; the rest can be asked for again. */
const KEPT_ROWS = 2000;

const EMPTY: EpisodeBrowserState = {
  filter: {},
  total: null,
  rows: new Map(),
  selected: 0,
  view: null,
  waiting: false,
  problem: '',
};

/** Findings a message: enough for few messages, few enough for short ones. */
const FINDINGS = 500;

type Api = Pick<DatasetApi, 'episodes' | 'episode' | 'episodeFindings' | 'episodeBlocks'>;

export function createEpisodeBrowser(api: Api): EpisodeBrowser {
  const store = createStore<EpisodeBrowserState>(() => EMPTY);
  const { getState, setState } = store;
  const asked = new Set<number>();
  let generation = 0;
  let inView: readonly [number, number] = [0, PAGE];
  let fresh = false;

  const blocks = createPages<EpisodeBlock>((query) => {
    const { view } = getState();
    return view && api.episodeBlocks(view.row.ordinal, query);
  });

  /** The view with all its findings: they are walked through, so none may be missing. */
  const openEpisode = async (ordinal: number): Promise<Result<EpisodeView>> => {
    const opened = await api.episode(ordinal);
    if (!opened.ok) return opened;
    const findings = [...opened.value.findings];
    while (findings.length < opened.value.findingsTotal) {
      const more = await api.episodeFindings(ordinal, { offset: findings.length, limit: FINDINGS });
      if (!more.ok) return more;
      if (more.value.length === 0) break;
      findings.push(...more.value);
    }
    return { ok: true, value: { ...opened.value, findings } };
  };

  const loadPage = async (page: number) => {
    if (asked.has(page)) return;
    asked.add(page);
    const mine = generation;
    const result = await api.episodes({ ...getState().filter, offset: page * PAGE, limit: PAGE });
    if (mine !== generation) return;
    if (!result.ok) {
      asked.delete(page);
      return setState({ waiting: false, problem: result.error.message });
    }
    const { total, rows } = result.value;
    const kept = fresh ? [...getState().rows].slice(-KEPT_ROWS) : [];
    const selected = total === 0 ? -1 : Math.min(Math.max(getState().selected, 0), total - 1);
    setState({
      total,
      rows: new Map([...kept, ...rows.map((row, index) => [page * PAGE + index, row] as const)]),
      selected,
      problem: '',
    });
    forgetDropped();
    if (!fresh) {
      fresh = true;
      void loadPage(Math.floor(Math.max(selected, 0) / PAGE));
    }
    void loadView(mine);
  };

  /** A page whose rows were let go may be asked for again. */
  const forgetDropped = () => {
    const { rows } = getState();
    for (const page of asked) if (!rows.has(page * PAGE) && rows.size >= KEPT_ROWS) asked.delete(page);
  };

  let viewed = '';
  const loadView = async (mine: number) => {
    const { rows, selected } = getState();
    const row = rows.get(selected);
    if (!row) {
      if (selected < 0) setState({ view: null, waiting: false });
      else setState(({ view }) => ({ waiting: view !== null }));
      return;
    }
    const wanted = `${mine}/${row.ordinal}`;
    if (wanted === viewed) return;
    viewed = wanted;
    const shown = getState().view;
    setState({ waiting: shown !== null && shown.row.id !== row.id });
    const result = await openEpisode(row.ordinal);
    if (viewed !== wanted) return;
    if (!result.ok) {
      if (result.error.code !== 'cancelled')
        return setState({ view: null, waiting: false, problem: result.error.message });
      // Replaced while it was read: what is shown stays until it is asked for anew.
      viewed = '';
      return;
    }
    const same = getState().view?.row.id === result.value.row.id;
    setState({ view: result.value, waiting: false, problem: '' });
    if (same) blocks.refresh();
    else blocks.restart();
  };

  const showPages = () => {
    const [from, to] = inView;
    for (let page = Math.floor(from / PAGE); page <= Math.floor(Math.max(from, to - 1) / PAGE); page++)
      void loadPage(page);
  };

  const askAgain = () => {
    generation++;
    fresh = false;
    asked.clear();
    showPages();
  };

  return {
    store,
    blocks,
    filterBy: (change) => {
      const entries = Object.entries({ ...getState().filter, ...change }).filter(
        ([, value]) => value !== undefined && value !== '',
      );
      setState({ filter: Object.fromEntries(entries) as EpisodeFilter, selected: 0 });
      inView = [0, PAGE];
      askAgain();
    },
    replaceFilter: (filter) => {
      setState({ filter, selected: 0 });
      inView = [0, PAGE];
      askAgain();
    },
    show: (from, to) => {
      inView = [from, to];
      if (generation > 0) showPages();
    },
    select: (place) => {
      const { total } = getState();
      if (!total) return;
      const selected = Math.min(Math.max(place, 0), total - 1);
      setState({ selected });
      void loadPage(Math.floor(selected / PAGE));
      void loadView(generation);
    },
    refresh: askAgain,
  };
}

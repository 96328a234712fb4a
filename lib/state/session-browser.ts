import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  DatasetApi,
  SessionListRow,
  SessionOverview,
  TimelineEntry,
  TimelineKind,
} from '../../workers/protocol.ts';
import { createPages, type Pages } from './pages.ts';

export const SESSION_TABS = [
  { id: 'timeline', label: 'Timeline' },
  { id: 'conversation', label: 'Conversation' },
  { id: 'prompt', label: 'Prompt' },
  { id: 'tools', label: 'Tools' },
  { id: 'runs', label: 'Runs and usage' },
  { id: 'provenance', label: 'Provenance' },
] as const;
export type SessionTab = (typeof SESSION_TABS)[number]['id'];

export interface TimelineFilter {
  /** Empty for all. */
  readonly kinds: readonly TimelineKind[];
  readonly damaged: boolean;
}

export interface SessionBrowserState {
  /** The source whose sessions are listed; null for none. `index` is that of its row. */
  readonly source: { readonly index: number; readonly path: string } | null;
  /** Place of the session in the list. */
  readonly selected: number;
  /** The session that is open or being opened; `''` for none. */
  readonly session: string;
  /** Null until it is open. */
  readonly overview: SessionOverview | null;
  readonly problem: string;
  /** The person is in the session, not in the list: keys move there, and a narrow page shows it. */
  readonly reading: boolean;
  readonly tab: SessionTab;
  readonly filter: TimelineFilter;
  /** Place in the filtered timeline. */
  readonly place: number;
  /** Indexes of the entries whose text is shown whole. */
  readonly opened: ReadonlySet<number>;
}

export interface SessionBrowser {
  readonly store: StoreApi<SessionBrowserState>;
  readonly sessions: Pages<SessionListRow>;
  readonly timeline: Pages<TimelineEntry>;
  choose(source: SessionBrowserState['source']): void;
  /** Opens the session at a place of the list; an older one that is still being opened is given up. */
  select(place: number): void;
  /** Opens a session of a source where its damage is, whatever was shown before. */
  openDamage(source: NonNullable<SessionBrowserState['source']>, sessionId: string, tab: SessionTab): void;
  read(reading: boolean): void;
  showTab(tab: SessionTab): void;
  filterBy(change: Partial<TimelineFilter>): void;
  moveTo(place: number): void;
  toggle(index: number): void;
  /** Shows an entry by its index in the whole timeline, which takes the filter off. */
  goTo(index: number): void;
  /** Files or recipe have changed: the source may stand elsewhere, its sessions may read otherwise. */
  refresh(sources: readonly { readonly index: number; readonly path: string }[]): Promise<void>;
}

type Api = Pick<DatasetApi, 'sessions' | 'session' | 'timeline'>;

const ALL: TimelineFilter = { kinds: [], damaged: false };
const CLOSED = { session: '', overview: null, problem: '', filter: ALL, place: 0, opened: new Set<number>() } as const;
const EMPTY: SessionBrowserState = { source: null, selected: 0, reading: false, tab: 'timeline', ...CLOSED };

/** The sessions of one source, and the one that is open with its timeline. */
export function createSessionBrowser(api: Api): SessionBrowser {
  const store = createStore<SessionBrowserState>(() => EMPTY);
  const { getState, setState } = store;
  /** The list is on its way: what stands at the selected place is opened when it is here. */
  let awaited = false;
  let openings = 0;

  const sessions = createPages<SessionListRow>((query) => {
    const { source } = getState();
    return source && api.sessions(source.index, query);
  });
  const timeline = createPages<TimelineEntry>((query) => {
    const { source, overview, filter } = getState();
    if (!source || !overview) return null;
    const { kinds, damaged } = filter;
    const asked = api.timeline(source.index, overview.id, {
      ...query,
      ...(kinds.length > 0 ? { kinds } : {}),
      damaged,
    });
    return asked.then((result) =>
      result.ok ? { ok: true, value: { total: result.value.total, rows: result.value.entries } } : result,
    );
  });

  /** Returns whether the session is open; an older one that was still being opened is given up. */
  const load = async (id: string): Promise<boolean> => {
    const { source } = getState();
    if (!source) return false;
    const mine = ++openings;
    const result = await api.session(source.index, id);
    if (mine !== openings) return false;
    if (result.ok) setState({ overview: result.value, problem: '' });
    else setState({ overview: null, problem: result.error.code === 'cancelled' ? '' : result.error.message });
    return result.ok;
  };

  const open = async (session: string, filter: TimelineFilter = ALL) => {
    setState({ ...CLOSED, session, filter });
    timeline.clear();
    if (!(await load(session))) return;
    // What is wrong with the whole of a session stands at no entry; its provenance tells it.
    if (filter.damaged && getState().overview?.damagedEntries === 0) setState({ filter: ALL, tab: 'provenance' });
    timeline.restart();
  };

  sessions.store.subscribe(({ rows, total }) => {
    const { selected, session } = getState();
    const last = Math.max((total ?? 1) - 1, 0);
    const row = rows.get(Math.min(selected, last));
    if (awaited && row) {
      awaited = false;
      void open(row.id);
    } else if (session !== '' && row?.id !== session) {
      const [place] = [...rows].find(([, { id }]) => id === session) ?? [selected];
      if (place !== selected) setState({ selected: place });
    }
  });

  const enter = (source: SessionBrowserState['source']) => {
    openings++;
    setState({ ...EMPTY, source });
    timeline.clear();
    if (source) sessions.restart();
    else sessions.clear();
  };

  return {
    store,
    sessions,
    timeline,
    choose: (source) => {
      awaited = source !== null;
      enter(source);
    },
    select: (wish) => {
      const { total, rows } = sessions.store.getState();
      if (!total) return;
      const selected = Math.min(Math.max(wish, 0), total - 1);
      setState({ selected });
      const row = rows.get(selected);
      if (row && row.id !== getState().session) void open(row.id);
      if (row) return;
      awaited = true;
      sessions.show(selected, selected + 1);
    },
    openDamage: (source, sessionId, tab) => {
      awaited = false;
      enter(source);
      setState({ reading: true, tab });
      void open(sessionId, { kinds: [], damaged: tab === 'timeline' });
    },
    read: (reading) => setState({ reading }),
    showTab: (tab) => setState({ tab, reading: true }),
    filterBy: (change) => {
      setState(({ filter }) => ({ filter: { ...filter, ...change }, place: 0, reading: true }));
      timeline.restart();
    },
    moveTo: (place) => {
      const { total } = timeline.store.getState();
      if (total) setState({ place: Math.min(Math.max(place, 0), total - 1), reading: true });
    },
    toggle: (index) =>
      setState(({ opened }) => ({
        opened: opened.has(index) ? new Set([...opened].filter((one) => one !== index)) : new Set([...opened, index]),
      })),
    goTo: (place) => {
      const { filter } = getState();
      setState({ filter: ALL, place, reading: true });
      if (filter.kinds.length > 0 || filter.damaged) timeline.restart();
    },
    refresh: async (rows) => {
      const { source, session } = getState();
      if (!source) return;
      const found = rows.find(({ path }) => path === source.path);
      if (!found) return enter(null);
      setState({ source: { index: found.index, path: found.path } });
      sessions.refresh();
      if (session !== '' && (await load(session))) timeline.refresh();
    },
  };
}

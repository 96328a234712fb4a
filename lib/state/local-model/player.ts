import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Limits, ModelApi, PlayEvent, TryRow } from '../../../workers/model-protocol.ts';
import type { PlayedShelf } from '../../storage/played-shelf.ts';
import { plural } from '../figures.ts';
import { readAddress } from './address.ts';
import { foldEvents } from './fold-events.ts';
import { type Choice, FIRST_STATE, type Patience, type PlayerState } from './player-state.ts';
import { type Browser, type Connection, createWire } from './wire.ts';

/** Milliseconds that the list of models may take: nothing is computed for it. */
const CONNECT_MS = 10_000;

export interface PlayerHost {
  readonly api: ModelApi;
  readonly browser: Browser;
  readonly shelf: PlayedShelf;
  save(name: string, blob: Blob): void;
  /** One a page, so that what it hands over again replaces what it handed over before. */
  readonly id: string;
}

export interface ModelPlayer {
  readonly store: StoreApi<PlayerState>;
  load(): Promise<void>;
  setAddress(address: string): void;
  setKey(key: string): void;
  setModel(model: string): void;
  choose(change: Partial<Choice>): void;
  allow(change: Partial<Patience>): void;
  connect(): Promise<void>;
  play(): Promise<void>;
  cancel(): Promise<void>;
  show(row: TryRow | null): Promise<void>;
  download(): Promise<void>;
  handOver(): Promise<void>;
  clear(): Promise<void>;
}

export function createModelPlayer({ api, browser, shelf, save, id }: PlayerHost): ModelPlayer {
  const store = createStore<PlayerState>(() => FIRST_STATE);
  const { getState, setState } = store;

  const baseOf = () => {
    const read = readAddress(getState().address);
    return 'base' in read ? read.base : null;
  };
  /** As it was when the person pressed Connect: what is typed later waits for the next time. */
  let connection: Connection = { base: '', key: '' };
  const wire = createWire(() => connection, browser);
  const limits = (): Limits => {
    const { first, between, total } = getState().patience;
    return { connectMs: CONNECT_MS, firstMs: first * 1000, betweenMs: between * 1000, totalMs: total * 1000 };
  };
  const announce = (announcement: string) => setState({ announcement });
  /** Some servers repeat a key in their own words. */
  const cover = (text: string) => (connection.key === '' ? text : text.replaceAll(connection.key, '•••'));
  const trouble = ({ code, message }: { code: string; message: string }) => ({ code, detail: cover(message) });
  const covered = (event: PlayEvent): PlayEvent =>
    event.type === 'verdict' ? { ...event, row: { ...event.row, detail: cover(event.row.detail) } } : event;
  /** Another address or key: what was known of the server is not true of it. What went wrong stays to be read until the next attempt. */
  const forgetServer = { server: 'unknown', models: [] } as const;

  const rowsToHandOn = async () => {
    const result = await api.rows();
    if (result.ok && result.value.count > 0) {
      const { model } = getState();
      const name = (model.split(/[\\/]/).at(-1) ?? '').replace(/[^\w.-]+/g, '-') || 'model';
      return { ...result.value, name, fileName: `played-by-${name}-${id.slice(0, 6)}-${result.value.count}.jsonl` };
    }
    announce(result.ok ? 'Nothing was kept yet' : result.error.message);
    return null;
  };

  return {
    store,
    load: async () => {
      const result = await api.families();
      if (result.ok) setState({ families: result.value });
      else setState({ trouble: trouble(result.error) });
    },
    setAddress: (address) => setState({ address, ...forgetServer }),
    setKey: (key) => setState({ key, ...forgetServer }),
    setModel: (model) => setState({ model }),
    choose: (change) => setState(({ choice }) => ({ choice: { ...choice, ...change } })),
    allow: (change) => setState(({ patience }) => ({ patience: { ...patience, ...change } })),
    connect: async () => {
      const base = baseOf();
      if (base === null || getState().playing) return;
      const asked = { base, key: getState().key.trim() };
      connection = asked;
      setState({ server: 'asking', trouble: null });
      const result = await api.models(wire, limits());
      // Another address or key was typed meanwhile.
      if (connection !== asked || getState().server !== 'asking') return;
      if (!result.ok) {
        setState({ server: 'failed', models: [], trouble: trouble(result.error) });
        return announce('Not connected');
      }
      const { models, tookMs } = result.value;
      const model = models.includes(getState().model) ? getState().model : (models[0] ?? '');
      setState({ server: 'ready', models, tookMs, model });
      announce(`Connected: ${plural(models.length, 'model')}`);
    },
    play: async () => {
      const { model, choice, playing, server } = getState();
      if (playing || server !== 'ready' || model === '') return;
      setState({ playing: true, trouble: null, live: null, shown: null });
      announce('Playing');
      const result = await api.play({ ...choice, model }, limits(), wire, (events) =>
        setState((state) => foldEvents(state, events.map(covered))),
      );
      setState({ playing: false, live: null });
      const { kept } = getState().counts;
      if (result.ok) announce(`Done: ${plural(kept, 'episode')} kept`);
      else if (result.error.code === 'cancelled') announce(`Cancelled: ${plural(kept, 'episode')} kept`);
      else {
        setState({ trouble: trouble(result.error) });
        announce('Playing stopped');
      }
    },
    cancel: () => api.cancel(),
    show: async (row) => {
      setState({ shown: row, shownMessages: [] });
      if (!row) return;
      const result = await api.transcript(row.number);
      if (getState().shown === row && result.ok) setState({ shownMessages: result.value });
    },
    download: async () => {
      const played = await rowsToHandOn();
      if (!played) return;
      save(played.fileName, played.rows);
      setState({ safe: played.count });
      announce(`${plural(played.count, 'episode')} downloaded`);
    },
    handOver: async () => {
      const played = await rowsToHandOn();
      if (!played) return;
      const { fileName, count, name } = played;
      const put = await shelf.put({ id, fileName, model: name, count, rows: await played.rows.text() });
      if (put) setState({ safe: count });
      announce(
        put
          ? `${plural(count, 'episode')} handed to the builder: add them under Sources`
          : 'This browser keeps nothing for this page: download the episodes instead',
      );
    },
    clear: async () => {
      await api.clear();
      const { live, tries, tallies, counts, shown, shownMessages, safe } = FIRST_STATE;
      setState({ live, tries, tallies, counts, shown, shownMessages, safe });
      announce('Everything played so far is discarded');
    },
  };
}

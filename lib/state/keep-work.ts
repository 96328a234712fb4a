import { browsers, damageWatch, sessionBrowser, vault, view, workspace } from './app.ts';
import { type DropHandle, reopen } from './handles.ts';
import { readSample, SAMPLE_NAME } from './sample.ts';
import { readHistory, saveWork } from './saved-work.ts';
import { isStep, type StepId } from './view.ts';

const SAVE_AFTER_MS = 400;

let handles: readonly DropHandle[] = [];

/** Remembers what was dropped by its handles, so that the next visit can open it again. */
export async function keepHandles(taken: Promise<readonly DropHandle[]>): Promise<void> {
  const fresh = await taken;
  if (fresh.length === 0) return;
  const names = new Set(fresh.map(({ name }) => name));
  handles = [...handles.filter(({ name }) => !names.has(name)), ...fresh];
  await vault.saveHandles(handles);
}

async function* both<T>(first: AsyncIterable<T>, second: AsyncIterable<T> | null): AsyncGenerator<T> {
  yield* first;
  if (second) yield* second;
}

/** Opens what an earlier visit had, after asking the person's leave. */
export async function openAgain(): Promise<void> {
  const { missing } = workspace.store.getState();
  const wanted = handles.filter(({ name }) => missing.some((drop) => drop.name === name));
  const sample = missing.some(({ name }) => name === SAMPLE_NAME);
  await workspace.addFiles(both(reopen(wanted), sample ? readSample() : null));
}

/** Loads what an earlier visit left, then keeps it up to date. Returns how to stop. */
export function keepWork(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops: (() => void)[] = [];
  const save = () => {
    clearTimeout(timer);
    const write = () => void vault.save(saveWork(workspace.store.getState(), view.getState().shortcuts));
    timer = setTimeout(write, SAVE_AFTER_MS);
  };
  const start = async () => {
    const saved = await vault.load();
    if (stopped) return;
    const history = saved && readHistory(saved.history);
    const untouched = workspace.store.getState().history.past.length === 0;
    if (saved && history && untouched) workspace.restore(history, saved.drops);
    if (saved) view.setState({ shortcuts: saved.shortcuts });
    stops.push(
      workspace.store.subscribe((now, before) => {
        if (now.history !== before.history || now.drops !== before.drops || now.missing !== before.missing) save();
      }),
      view.subscribe((now, before) => {
        if (now.shortcuts !== before.shortcuts) save();
      }),
    );
    handles = (await vault.loadHandles()) as readonly DropHandle[];
    if (!stopped) view.setState({ reopenable: [SAMPLE_NAME, ...handles.map(({ name }) => name)] });
  };
  void start();
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

/** Lists follow the workspace, each when it is looked at: no large episode or session is fetched for a step that nobody sees. */
export function keepListsFresh(): () => void {
  const sources = () => workspace.store.getState().summary?.sources.filter(({ origin }) => origin === 'real') ?? [];
  const lists: ReadonlyMap<StepId, () => unknown> = new Map<StepId, () => unknown>([
    ['sources', () => sessionBrowser.refresh(sources())],
    ['redact', browsers.redact.refresh],
    ['curate', browsers.curate.refresh],
  ]);
  const old = new Set<StepId>();
  const freshen = () => {
    const { step } = view.getState();
    if (old.delete(step)) lists.get(step)?.();
  };
  const stopLooking = view.subscribe(freshen);
  const stop = workspace.store.subscribe((now, before) => {
    if (now.revision === before.revision) return;
    for (const step of lists.keys()) old.add(step);
    freshen();
    void damageWatch.refresh(sources());
  });
  return () => {
    stopLooking();
    stop();
  };
}

/** The step stands in the address, so that Back goes to the step before and not off the page. */
export function keepStepInAddress(): () => void {
  const read = () => {
    const id = location.hash.slice(1);
    view.setState({ step: isStep(id) ? id : 'sources' });
  };
  if (location.hash) read();
  const stop = view.subscribe((now, before) => {
    const hash = `#${now.step}`;
    if (now.step !== before.step && location.hash !== hash) history.pushState(history.state, '', hash);
  });
  window.addEventListener('popstate', read);
  return () => {
    stop();
    window.removeEventListener('popstate', read);
  };
}

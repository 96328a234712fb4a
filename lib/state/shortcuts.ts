import { browsers, decideAt, goTo, redo, sessionBrowser, undo, view, walk, workspace } from './app.ts';
import { agreeWithFinding, foundAt, leaveFinding } from './redaction-edits.ts';
import { toggleStanding } from './review.ts';
import { recipeOf } from './workspace-state.ts';

export const SHORTCUTS = [
  { keys: 'j', does: 'next episode, source, session or entry' },
  { keys: 'k', does: 'previous one' },
  { keys: 'Enter', does: 'open what is chosen' },
  { keys: 'Esc', does: 'leave the session, then the source; close the finding' },
  { keys: 'x', does: 'exclude the episode, or put it back' },
  { keys: 'n', does: 'next finding, in Redact' },
  { keys: 'p', does: 'previous finding' },
  { keys: 'a', does: 'agree: the value is replaced everywhere' },
  { keys: 'l', does: 'leave the value as it is everywhere' },
  { keys: 'u', does: 'undo' },
  { keys: '/', does: 'search' },
  { keys: '?', does: 'this help' },
] as const;

/** The id of the search field of a step that has one. */
export const SEARCH_ID = 'episode-search';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function currentBrowser() {
  const { step } = view.getState();
  return step === 'redact' || step === 'curate' ? browsers[step] : null;
}

function moveBy(delta: number) {
  if (view.getState().step === 'sources') return moveInSources(delta);
  const browser = currentBrowser();
  browser?.select(browser.store.getState().selected + delta);
}

/** In the table, in the list of sessions or in the timeline: wherever the person is. */
function moveInSources(delta: number) {
  const { source, reading, selected, place, tab } = sessionBrowser.store.getState();
  if (source && reading && tab === 'timeline') return sessionBrowser.moveTo(place + delta);
  if (source) return sessionBrowser.select(selected + delta);
  const last = (workspace.store.getState().summary?.sources.length ?? 0) - 1;
  view.setState(({ sourcePlace }) => ({ sourcePlace: Math.min(Math.max(sourcePlace + delta, 0), last) }));
}

/** One level up: from the session to the list, from the list to the table. */
function leaveSession(): boolean {
  const { source, reading } = sessionBrowser.store.getState();
  if (view.getState().step !== 'sources' || !source) return false;
  if (reading) sessionBrowser.read(false);
  else sessionBrowser.choose(null);
  return true;
}

function closeFinding(): boolean {
  const episode = reviewed();
  if (!episode || walk.store.getState().episodeId !== episode.row.id) return false;
  walk.close();
  return true;
}

export function toggleSelected(): void {
  const browser = currentBrowser();
  if (!browser) return;
  const { rows, selected } = browser.store.getState();
  const row = rows.get(selected);
  if (row) workspace.edit(toggleStanding(row, recipeOf(workspace.store.getState()).review));
}

/** The episode that is open in Redact, for walking through its findings. */
function reviewed() {
  const { step, redactTab } = view.getState();
  const { view: episode, waiting } = browsers.redact.store.getState();
  return step === 'redact' && redactTab === 'episodes' && !waiting ? episode : null;
}

function walkBy(delta: 1 | -1) {
  const episode = reviewed();
  if (episode) walk.move(episode, delta);
}

function decide(make: typeof agreeWithFinding) {
  const episode = reviewed();
  const place = episode?.findings[walk.at(episode)];
  if (!episode || !place) return;
  decideAt(episode, place, make(foundAt(place), 'value'));
}

function search() {
  if (view.getState().step !== 'curate') goTo('curate');
  requestAnimationFrame(() => document.getElementById(SEARCH_ID)?.focus());
}

const PLAIN = new Map<string, () => void>([
  ['j', () => moveBy(1)],
  ['k', () => moveBy(-1)],
  ['x', toggleSelected],
  ['n', () => walkBy(1)],
  ['p', () => walkBy(-1)],
  ['a', () => decide(agreeWithFinding)],
  ['l', () => decide(leaveFinding)],
  ['u', undo],
  ['/', search],
  ['?', () => view.setState({ dialog: 'keys' })],
]);

/** Single keys act only outside fields and dialogs, and only while they are switched on. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || isTyping(event.target) || view.getState().dialog !== 'none') return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
    return;
  }
  if (event.key === 'Escape' && (leaveSession() || closeFinding())) {
    event.preventDefault();
    return;
  }
  if (command || event.altKey || !view.getState().shortcuts) return;
  const action = PLAIN.get(event.key);
  if (!action) return;
  event.preventDefault();
  action();
}

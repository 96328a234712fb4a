import { browsers, goTo, view, walk, workspace } from './app.ts';
import { findingsOf } from './finding-walk.ts';
import { agreeWithFinding, leaveFinding } from './redaction-edits.ts';
import { toggleStanding } from './review.ts';
import { recipeOf } from './workspace-state.ts';

export const SHORTCUTS = [
  { keys: 'j', does: 'next episode' },
  { keys: 'k', does: 'previous episode' },
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
  const browser = currentBrowser();
  browser?.select(browser.store.getState().selected + delta);
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
  return step === 'redact' && redactTab === 'episodes' ? browsers.redact.store.getState().view : null;
}

function walkBy(delta: 1 | -1) {
  const episode = reviewed();
  if (episode) walk.move(episode, delta);
}

function decide(make: typeof agreeWithFinding) {
  const episode = reviewed();
  const place = episode && findingsOf(episode)[walk.at(episode)];
  if (!episode || !place) return;
  const { episodeId, message, mark } = place;
  workspace.edit(make({ type: mark.type, value: mark.value, episodeId, message }, 'value'));
  walk.goOn(episode);
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
  ['u', () => workspace.undo()],
  ['/', search],
  ['?', () => view.setState({ dialog: 'keys' })],
]);

/** Single keys act only outside fields and dialogs, and only while they are switched on. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || isTyping(event.target) || view.getState().dialog !== 'none') return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    if (event.shiftKey) workspace.redo();
    else workspace.undo();
    return;
  }
  if (command || event.altKey || !view.getState().shortcuts) return;
  const action = PLAIN.get(event.key);
  if (!action) return;
  event.preventDefault();
  action();
}

import { browsers, goTo, view, workspace } from './app.ts';
import { toggleStanding } from './review.ts';
import { recipeOf } from './workspace-state.ts';

export const SHORTCUTS = [
  { keys: 'j', does: 'next episode' },
  { keys: 'k', does: 'previous episode' },
  { keys: 'x', does: 'exclude the episode, or put it back' },
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

function search() {
  if (view.getState().step !== 'curate') goTo('curate');
  requestAnimationFrame(() => document.getElementById(SEARCH_ID)?.focus());
}

const PLAIN = new Map<string, () => void>([
  ['j', () => moveBy(1)],
  ['k', () => moveBy(-1)],
  ['x', toggleSelected],
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

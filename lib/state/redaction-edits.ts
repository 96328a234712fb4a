import type { FindingPlace, TextMark } from '../../workers/protocol.ts';
import type { FindingDecision, NameDecisions, Recipe, RedactionChoice } from '../core/recipe.ts';
import type { Edit } from './recipe-edits.ts';

/** How far a decision reaches. */
export type Reach = 'here' | 'value' | 'type';

/** A finding as the page knows it: its value only by a mark. */
export interface Found {
  readonly type: string;
  readonly value: string;
  readonly episodeId: string;
  readonly message: number;
}

export const foundAt = ({ episodeId, message, mark: { type, value } }: FindingPlace): Found => ({
  type,
  value,
  episodeId,
  message,
});

const saltOf = (mark: string): string => mark.slice(0, mark.lastIndexOf('.'));

/** What the person has said about it by now; what the page shows may be from before. */
export function standingNow(place: FindingPlace, { rejected, accepted, off }: RedactionChoice): TextMark['standing'] {
  const found = foundAt(place);
  const ofType = ({ type, value }: FindingDecision) => value === '' && type === found.type;
  if (off.includes(found.type) || rejected.some((decision) => about(decision, found))) return 'left';
  if (accepted.some((decision) => about(decision, found) || ofType(decision))) return 'accepted';
  // Marks of another salt cannot be compared here: then the last answer stands.
  const comparable = [...rejected, ...accepted].every(
    ({ value }) => value === '' || saltOf(value) === saltOf(found.value),
  );
  return comparable ? 'open' : place.mark.standing;
}

export const isDecided = (place: FindingPlace, redaction: RedactionChoice): boolean =>
  standingNow(place, redaction) !== 'open';

const edit = (label: string, change: (redaction: RedactionChoice) => Partial<RedactionChoice>): Edit => ({
  label,
  apply: (recipe: Recipe) => ({ ...recipe, redaction: { ...recipe.redaction, ...change(recipe.redaction) } }),
});

const decisionOf = ({ type, value, episodeId, message }: Found, reach: Reach): FindingDecision =>
  reach === 'here'
    ? { type, value, episodeId, message }
    : { type, value: reach === 'value' ? value : '', episodeId: '', message: -1 };

const same = (a: FindingDecision, b: FindingDecision): boolean =>
  a.type === b.type && a.value === b.value && a.episodeId === b.episodeId && a.message === b.message;

/** Whatever was said about this finding before, at any reach. */
const about = (decision: FindingDecision, found: Found): boolean =>
  decision.value === found.value &&
  (decision.episodeId === '' || (decision.episodeId === found.episodeId && decision.message === found.message));

const without = (list: readonly FindingDecision[], found: Found) => list.filter((item) => !about(item, found));
const withOne = (list: readonly FindingDecision[], one: FindingDecision) =>
  list.some((item) => same(item, one)) ? list : [...list, one];
const withText = (list: readonly string[], text: string) => (list.includes(text) ? list : [...list, text]);

const WHERE: Readonly<Record<Reach, string>> = { here: 'in one message', value: 'of one value', type: 'of the type' };

/** The value stays as it stands. */
export const leaveFinding = (found: Found, reach: Reach): Edit =>
  edit(`leave ${found.type} ${WHERE[reach]}`, (redaction) =>
    reach === 'type'
      ? { off: withText(redaction.off, found.type) }
      : {
          rejected: withOne(without(redaction.rejected, found), decisionOf(found, reach)),
          accepted: without(redaction.accepted, found),
        },
  );

/** The person agrees that it goes; nothing changes but that it is known to have been looked at. */
export const agreeWithFinding = (found: Found, reach: Reach): Edit =>
  edit(`agree with ${found.type} ${WHERE[reach]}`, (redaction) => ({
    accepted: withOne(redaction.accepted, decisionOf(found, reach)),
    rejected: without(redaction.rejected, found),
    off: redaction.off.filter((type) => type !== found.type),
  }));

export const takeBackFinding = (found: Found): Edit =>
  edit(`take back a decision about ${found.type}`, (redaction) => ({
    rejected: without(redaction.rejected, found),
    accepted: without(redaction.accepted, found).filter(({ type, value }) => value !== '' || type !== found.type),
  }));

export const takeBackDecision = (list: 'rejected' | 'accepted', decision: FindingDecision): Edit =>
  edit(`take back a decision about ${decision.type}`, (redaction) => ({
    [list]: redaction[list].filter((item) => !same(item, decision)),
  }));

export const hideWord = (text: string): Edit =>
  edit('replace a word of your own', ({ words }) => ({ words: withText(words, text) }));

/** Another stretch of text goes than the rules say: a wider one swallows the finding, a narrower one stands in its stead. */
export const reshapeFinding = (found: Found, before: string, wanted: string): Edit =>
  edit(`change what is replaced of ${found.type}`, (redaction) => ({
    words: withText(redaction.words, wanted),
    ...(wanted.includes(before)
      ? {}
      : { rejected: withOne(without(redaction.rejected, found), decisionOf(found, 'value')) }),
  }));

export interface Name {
  readonly type: string;
  readonly text: string;
  readonly mark: string;
}

const nameEdit = (label: string, change: (names: NameDecisions) => Partial<NameDecisions>): Edit =>
  edit(label, ({ names }) => ({ names: { ...names, ...change(names) } }));

const notThis =
  ({ type, text }: Pick<Name, 'type' | 'text'>) =>
  (other: { readonly type: string; readonly text: string }) =>
    other.type !== type || other.text !== text;

export const hideName = (name: Name): Edit =>
  nameEdit('replace a name', ({ hidden, left }) => ({
    hidden: [...hidden.filter(notThis(name)), { type: name.type, text: name.text }],
    left: left.filter((mark) => mark !== name.mark),
  }));

export const leaveNames = (names: readonly Name[]): Edit =>
  nameEdit(names.length === 1 ? 'leave a name' : `leave ${names.length} names`, ({ left }) => ({
    left: [...new Set([...left, ...names.map(({ mark }) => mark)])],
  }));

export const undecideName = (name: Name): Edit =>
  nameEdit('decide about a name later', ({ hidden, left }) => ({
    hidden: hidden.filter(notThis(name)),
    left: left.filter((mark) => mark !== name.mark),
  }));

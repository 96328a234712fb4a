import { type Literal, unescapeJson } from './json-strings.ts';
import { isPersonalKey } from './personal-keys.ts';

/** What a key says about the values beside its own; bits. */
const ROLE = {
  /** Names the value: `{"name": "DB_PASSWORD", "value": …}`. */
  name: 1,
  /** Says of what kind it is: `{"type": "passport", "number": …}`. */
  label: 2,
  /** Says by what messenger: `{"channel": "telegram", "to": …}`. */
  messenger: 4,
  /** Holds what a name or a label is about. */
  value: 8,
  /** The same, but for labels only. */
  number: 16,
  /** Holds who or where in a messenger. */
  address: 32,
} as const;

const ROLES: readonly (readonly [RegExp, number])[] = [
  [/^(?:name|key|header|field|variable)$/, ROLE.name],
  [
    /^(?:name|key|field(?:_?name)?|type|kind|label|system|title|category|attribute|medium|property|column|question|(?:id|document|doc|identifier|contact|phone|number)_?type)$/,
    ROLE.label,
  ],
  [
    /^(?:last_?)?(?:channel|provider|surface|platform|messaging_?product|service|transport|network|messenger|app|via|source|integration)$|^_$/,
    ROLE.messenger,
  ],
  [/^(?:value|val|content|default)$/, ROLE.value],
  [
    /^(?:text|number|no|num|new|old|data|answer|response|identifier|raw|formatted|(?:value|id|phone)_?(?:number|no|num|string)|doc(?:ument)?_?(?:number|no|num|id))$/,
    ROLE.number,
  ],
  [
    /^(?:last_?)?(?:to|from|target|recipient|sender|peer|user|chat|group|owner|address|destination|conversation)(?:_?ids?)?$/,
    ROLE.address,
  ],
];

const MESSENGERS =
  /^(?:telegram|whatsapp|signal|viber|wechat|imessage|zalo|line|discord|(?:input)?peer(?:user|chat|channel))$/i;
/** As the rules know the ids of messengers. */
const CHAT_ID = 'chat_id';
const LONGEST = 96;

const KNOWN = new Map<string, number>();
const KNOWN_AT_MOST = 8192;

function rolesOf(key: string): number {
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const spelled = key.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const roles = ROLES.reduce((sum, [pattern, role]) => (pattern.test(spelled) ? sum | role : sum), 0);
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(key, roles);
  return roles;
}

/** The key of a value is what a sibling says it is: of the literals from `from` on, for the object whose keys lie at `depth`. */
export function renamePairs(text: string, literals: Literal[], from: number, depth: number): void {
  let name: string | undefined;
  let label: string | undefined;
  let messenger = false;
  for (let i = from; i < literals.length; i++) {
    const literal = literals[i] as Literal;
    if (literal.kind !== 'string' || literal.path.length !== depth + 1) continue;
    const roles = rolesOf(literal.path[depth] as string);
    if ((roles & (ROLE.name | ROLE.label | ROLE.messenger)) === 0) continue;
    const said = literal.end - literal.start > LONGEST ? '' : unescapeJson(text.slice(literal.start, literal.end));
    if (roles & ROLE.name) name ??= said;
    if (roles & ROLE.label) label ??= labelOf(said);
    if (roles & ROLE.messenger) messenger ||= MESSENGERS.test(said);
  }
  if (!name && label === undefined && !messenger) return;
  for (let i = from; i < literals.length; i++) {
    const literal = literals[i] as Literal;
    if (literal.kind === 'key' || literal.path.length !== depth + 1) continue;
    const roles = rolesOf(literal.path[depth] as string);
    const key =
      label !== undefined && roles & (ROLE.value | ROLE.number)
        ? label
        : name && roles & ROLE.value
          ? name
          : messenger && roles & ROLE.address
            ? CHAT_ID
            : undefined;
    if (key !== undefined) literals[i] = { ...literal, path: [...literal.path.slice(0, depth), key] };
  }
}

/** `passport`, `Home Phone`, `http://…/us-ssn`: the name of something personal. */
function labelOf(said: string): string | undefined {
  const last = said.slice(Math.max(said.lastIndexOf('/'), said.lastIndexOf(':'), said.lastIndexOf('#')) + 1);
  return last !== '' && isPersonalKey(last) ? last : undefined;
}

import { ALNUM, ALPHA, DIGIT, flagsAt, Units } from './chars.ts';
import { beginsUnit, looksRandom } from './randomness.ts';

/** How a value stands in the text; decides how much benefit of the doubt a plain word gets. */
export type Manner = 'quoted' | 'config' | 'code' | 'prose';

/** Things that stand where a secret would be put. */
const TEMPLATE =
  /^(?:\$[A-Za-z_{([]|\$\d|\{\{|\{%|#\{|<[%?=]?[^<>]*>?$|%[A-Za-z_]\w*%?$|%\(|@\{|@[A-Z]\w*$|@[a-z][\w.-]*@$|\[\[|\{[A-Za-z_$][\w.$ -]*\}$|__\w+__$|%%\w+%%$|@@\w+@@$|:[a-z_]+$|\$\$)/;
const MASKED = /^(?:[*•●xX#.…_-]{3,}|(?:[\w-]{0,12}?)(?:\*{3,}|…|\.{3})[\w-]{0,6})$/;
const SAID_MASKED =
  /^[[<({]?(?:redacted|masked|hidden|removed|filtered|sensitive|scrubbed|omitted|censored)[\w -]{0,24}[\])}>]?$/i;
const REFERENCE =
  /^(?:process\.env|import\.meta|os\.(?:environ|getenv)|(?:get)?env[.([]|ENV\[|var\.|local\.|data\.|module\.|secrets?\.|vars\.|self\.|this\.|args?\.|config\.|settings\.|params\.|props\.|req(?:uest)?\.|ctx\.|op:\/\/|vault:|ssm:|arn:|file:\/\/|sm:\/\/|keyring:|env:|ref\+|secret:\/\/|aws-sm:|encrypted:|ENC\[|!vault|!ref|!secret)/i;
const STANDS_FOR =
  /^(?:your|my|the|some|a|an|insert|enter|replace|add|put|use|set|paste|example|sample|dummy|fake|foo|bar|placeholder|redacted|masked|hidden|removed|changeme|change|todo|tbd|xxx+|yyy+|zzz+)(?:$|[-_ .:/]|with\b|me\b|here\b)|[-_ ](?:here|goes|placeholder|redacted|example)$/i;
/** `yourApiKey`, `exampleToken`. */
const STANDS_FOR_HUMP = /^(?:your|my|the|some|insert|enter|replace|example|sample|dummy|fake|placeholder)[A-Z][a-z]/;
const NOTHING = new Set(
  `null nil none undefined nan true false yes no on off n/a na unset empty string str text number int integer float bool boolean object array any unknown void
  optional required default auto inherit public private static const let var new return function async await class type password passwd pwd pass passphrase passcode
  secret secrets token tokens key keys apikey credential credentials auth authorization authentication bearer basic digest oauth oauth2 jwt cookie cookies session user username
  login name email value values data input output field label visible hidden disabled enabled invalid valid missing expired revoked wrong incorrect correct
  passwort kennwort contraseña contrasena senha parola hasło heslo salasana lösenord wachtwoord пароль motdepasse
  include same-origin omit sameorigin cross-origin
  me you it this that here there see below above them and or not is are was be to of in for with from
  xxx test example sample demo placeholder redacted masked changeme todo tbd read write admin-only monthly daily weekly utf8 utf-8 sha256 sha1 md5 base64 hex hs256 rs256 es256 ascii latin1
  manual automatic plaintext plain rotate rotated reset update delete create insert select header headers query body form json yaml xml html`
    .split(/\s+/)
    .filter(Boolean),
);
const LONGEST_NOTHING = Math.max(...[...NOTHING].map((word) => word.length));
const IDENTIFIER = /^[A-Za-z_$]\w*\$?(?:(?:\.|\?\.|::|->)[A-Za-z_$]\w*\$?)*$/;
const CALL = /^[\w$.:]*[\w$]\(/;
const WORD_UNIT = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;

const PART =
  /\$\{[^}]*\}|\{\{[^}]*\}\}|\$\([^)]*\)|#\{[^}]*\}|<[A-Za-z][^<>]*>|%\([^)]*\)s|\{[A-Za-z_][\w.]*(?:![rsa])?(?::[^{}]*)?\}/g;

const TEMPLATE_START = new Units(/[${#<%@[_:]/);
const REFERENCE_SIGN = new Units(/[.:[(+!]/);
const PART_SIGN = new Units(/[${#<%]/);

/** Something is filled in here later; what stands beside it is no secret of its own. */
export function isTemplate(value: string): boolean {
  if (TEMPLATE_START.at(value, 0) && TEMPLATE.test(value)) return true;
  if (REFERENCE_SIGN.within(value) && REFERENCE.test(value)) return true;
  if (!PART_SIGN.within(value)) return false;
  const rest = value.replace(PART, '');
  return rest.length < value.length && !looksRandom(rest);
}

const MASK_START = new Units(/[*•●xX#.…_-]/);
const MASK_SIGN = new Units(/[*….]/);
const SAID_START = new Units(/[[<({rmhfsoc]/i);

/** Already masked by somebody: stars, dots, an ellipsis. */
export const isMasked = (value: string): boolean =>
  ((MASK_START.at(value, 0) || MASK_SIGN.within(value)) && MASKED.test(value)) ||
  (value.length < LONGEST_SAID && SAID_START.at(value, 0) && SAID_MASKED.test(value));

/** Units of the longest way to say that something is masked, and more. */
const LONGEST_SAID = 48;
/** Longer values are nobody's "your-key-here". */
const LONGEST_STAND_IN = 64;

/** Says that a secret belongs here, and is none. */
export function isStandIn(value: string): boolean {
  if (isMasked(value) || /abcdefghijklmnop|ABCDEFGHIJKLMNOP|x{4,}|X{4,}|\*{3,}|\.{3}$|…/.test(value)) return true;
  if (value.length > LONGEST_STAND_IN) return false;
  if (value.length <= LONGEST_NOTHING && NOTHING.has(value.toLowerCase())) return true;
  if ((value.length < 2 || value[0] === value[1]) && /^(.)\1*$/.test(value)) return true;
  return (STANDS_FOR.test(value) || STANDS_FOR_HUMP.test(value)) && !/\d{2,}[^\w]*$/.test(value) && !looksRandom(value);
}

/** Filled in later, masked already, or a word that says where a secret belongs: nothing to hide. */
export const isOpen = (value: string): boolean => isTemplate(value) || isStandIn(value);

/** A name in a program: `timeObserverToken`, `X25519.KeyPair`, `var.db_password`. */
export function isIdentifier(value: string): boolean {
  if (!IDENTIFIER.test(value)) return false;
  if (/^[\w$]+$/.test(value)) return isName(value);
  return value.split(/\.|\?\.|::|->/).every(isName);
}

const isName = (piece: string): boolean => wordy(piece) && !/\d{3,}$/.test(piece) && !looksRandom(piece);

/** Put together from words: the digits are few or make numbers of their own. */
function wordy(piece: string): boolean {
  let words = 0;
  let letters = 0;
  let numbers = 0;
  for (let i = 0; i < piece.length; i++) {
    const flags = flagsAt(piece, i);
    if ((flags & ALPHA) !== 0) letters++;
    if ((flags & ALNUM) === 0 || !beginsUnit(piece, i)) continue;
    if ((flags & DIGIT) !== 0) numbers++;
    else words++;
  }
  return words > 0 && letters / words >= 2 && numbers <= 2;
}

/** Says nothing but the name again: `RAW_PASSWORD = 'rawPassword'`. */
export function repeats(value: string, name: string): boolean {
  if (!/^[A-Za-z_.-]+$/.test(value)) return false;
  const words = value.match(WORD_UNIT) ?? [];
  return words.length > 1 && words.every((word) => name.toLowerCase().includes(word.toLowerCase()));
}

export const isExpression = (value: string): boolean =>
  CALL.test(value) || isIdentifier(value) || /^(?:[[({]|[!~&|]|\d+[-+*/]\d+$)/.test(value);

/** A regular expression, a piece of a program, a span of time, a chord of keys, a range of versions, a rule of a style sheet, the key of a session. */
export const WRITTEN =
  /^\d+\.(?:second|minute|hour|day|week|month|year)s?\b|^(?:ctrl|control|cmd|command|alt|option|shift|meta|super|mod)[+-]|\(\?[:=!<]|\[\^?(?:0-9|[aA]-[zZ]|\\[dwsx]|%s)|\{\d+,\d*\}|[=!]==|\)\)?[;{]|^[~^<>=]{1,2}v?\d+(?:\.|$)|^url\(|^[a-z-]+\{|^--[a-z]|^agent:\w|^[)\]}]/;
/** Sentences in scripts that have no spaces between words. */
const UNSPACED = /(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af].*){3}/;

const HAS_MIX = /[A-Za-z].*\d|\d.*[A-Za-z]|[^\w\s].*\w|\w.*[^\w\s.,;:]/;

/** A value that a strong name (password, token, api key) may well have. */
export function isPlausible(value: string, manner: Manner, word: boolean): boolean {
  if (value.length < 4 || value.length > 4096) return false;
  if (isOpen(value) || WRITTEN.test(value) || UNSPACED.test(value)) return false;
  if (
    /^(?:string|number|boolean|bytes?|any|unknown|object|void|never|str|int|[A-Z][a-z]\w*)(?:\[\]|<[\w<>, ]*>)+\??$|^(?:string|number|boolean|null|undefined)(?: ?\|.*)?$/.test(
      value,
    )
  )
    return false;
  if (/^\d+(?:\.\d+)?$/.test(value) && value.length < (word ? 6 : 12)) return false;
  if (/^[\d.,:]+[smhdkKMG%]?$/.test(value) && value.length < 8) return false;
  if (isPlace(value)) return false;
  if (manner === 'code' && isExpression(value)) return false;
  if (/^#[0-9a-f]{3,8}$|^0x[0-9a-f]{1,16}$|^(?:\\x[0-9a-f]{2})+$|^[A-Za-z]\w*(?:::\w+)+$/i.test(value)) return false;
  if (word && isDrawnPhrase(value)) return true;
  if (/\s/.test(value)) return manner === 'quoted' && isPassphrase(value);
  if (HAS_MIX.test(value)) {
    if (/^[A-Za-z]+(?:[-_.][A-Za-z]+)*[.,;:!?]?$/.test(value) && !looksRandom(value))
      return word && manner !== 'prose' && manner !== 'code' && value.length >= 8 && !isLabel(value);
    return value.length >= (word ? 4 : 6);
  }
  if (looksRandom(value)) return true;
  if (/[a-z][A-Z]|[A-Z]{2}[a-z]/.test(value) && manner !== 'code' && manner !== 'prose')
    return value.length >= 8 && word;
  return word && (manner === 'quoted' || manner === 'config') && value.length >= 6 && !isLabel(value);
}

/** `Passwort vergessen?`, `Enter password`: words for people. */
const isLabel = (value: string): boolean =>
  /pass|kenn|secret|token|senha|contrase|clave|mot|пароль|хас|slap|login|forgot|confirm|repeat|enter|invalid|required|reset|change|show|hide|strong|weak|incorrect|wrong/i.test(
    value,
  ) &&
  /^[A-Z]?[a-z]+(?:[-_.]?[A-Z][a-z]+|[-_.][a-z]+)*$/.test(value) &&
  !/^(?:root|my|the|super|admin|top|test|db)/i.test(value);

/** Several words that are no sentence: `correct horse battery staple`. */
const isPassphrase = (value: string): boolean =>
  value.length <= 120 &&
  /\d/.test(value) &&
  /[A-Za-z]/.test(value) &&
  /[^\w\s]/.test(value) &&
  value.split(/\s+/).length <= 4;

const SENTENCE =
  /(?:^|[ -])(?:the|is|are|was|your|you|my|our|must|to|for|and|or|of|in|not|no|be|enter|with|has|have|this|that|please|from|password|passwords|passphrase|token|key|secret|required|invalid|incorrect|forgot|reset|confirm|change|set|new|old|use|on|at|by|as|it|if|when|will|can|match|should|cannot|failed|missing|expired)(?:$|[ -])/;

/** Four words or more, drawn from a list: `meadow teapot willow ember`; or an application password of WordPress. */
export const isDrawnPhrase = (value: string): boolean =>
  /^(?=.*\d)[A-Za-z\d]{4}(?: [A-Za-z\d]{4}){5}$/.test(value) ||
  (/^[a-z]{3,10}(?:[ ][a-z]{3,10}){3,9}$|^[a-z]{3,10}(?:-[a-z]{3,10}){3,9}$/.test(value) && !SENTENCE.test(value));

const WORDS = /^[\p{L}\d][\p{L}\d,.'’&-]*(?: [\p{L}\d&][\p{L}\d,.'’-]*){2,9}[!?.]?$/u;
const ABOUT_PASSWORDS =
  /pass|kenn|secret|token|senha|contrase|clave|пароль|слап|salasana|login|forgot|confirm|repeat|invalid|reset|zeichen|character|caract|tegn|optional|should|least|more|digit|letter/;

/**
 * Several words that somebody made a password of: `le petit canard bleu nage 33`. A sentence for people speaks about
 * one, so there is a number at the end, or the name says that it is a phrase.
 */
export function isPhrase(value: string, named: boolean): boolean {
  const lower = value.toLowerCase();
  if (value.length > 100 || !WORDS.test(value) || ABOUT_PASSWORDS.test(lower)) return false;
  const numbered = /\d[!?.]?$/.test(value);
  if (!(named && numbered) && SENTENCE.test(lower)) return false;
  return numbered || (named && (/\d/.test(value) || value === lower));
}

/** A path, a bare address or a host: where a secret lies, not the secret. */
const VERSIONED = /^@?[a-z][a-z_./-]*[-@:]v?\d+(?:\.\d+){1,3}(?:[-.+][a-z]\w*)*$/i;
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*:\/\/[^@\s]*$|[a-z]{3,}:\/[^@\s]*$|~\/|[A-Za-z]:\\|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|local|internal|example|test|json|ya?ml|pem|crt|cer|key|txt|md|ts|js|py|go|rs|env|conf|toml|ini|lock|p12|jks|html?)(?::\d+)?(?:\/[\w./-]*)?$)/i;
const PATH = /^\.{0,2}\/([\w.@-]+)(?:\/|$)/;

const PLACE_SIGN = new Units(/[.:/~]/);

export function isPlace(value: string): boolean {
  if (!PLACE_SIGN.within(value)) return false;
  if (VERSIONED.test(value) || ADDRESS.test(value)) return true;
  const first = PATH.exec(value)?.[1];
  return first !== undefined && !value.split('/').some((piece) => piece.length >= 10 && looksRandom(piece));
}

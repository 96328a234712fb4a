import { indexWithin, isWordAt } from './chars.ts';
import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, RANK, type Scan } from './scan.ts';
import { isIdentifier, isPlace, isStandIn, isTemplate } from './values.ts';

/** Farther than this from its name a word is no longer what is named. UTF-16 units. */
const REACH = 140;
const MOST_WORDS = 9;

/** Words and signs that lead straight to the value, in the languages that people write to agents in. */
const LINK = new Set(
  'is was are be to = : := => -> - – — → ➜ / | , are: is: was: equals lautet ist war ist: es son es: est sont est: é é: è è: jest to: är är: er er: on on: is, это — теперь stał wynosi bylo byl je jsou fue eran era hint now set changed'.split(
    ' ',
  ),
);
/** Words that may stand between a name and its link. */
const FILLER = new Set(
  "the a an my our your his her their this that for of at in on with from by as here there's it's its login account user username server box db database wifi wi-fi vpn ssh ftp admin root prod production staging dev test new old temporary temp current default first last one-time initial real actual and or key keys value string please use used using try has have been will be you need we i und für der die das den dem vom zum zur im mein dein unser neue del de la el los las para mi tu su nuevo nueva du des le les pour mon ton notre nouveau do da dos minha meu per il lo mio nuova dla do na moje mitt nya voor van het mijn nieuwe för til min nye к от для на мой наш новый provided currently still follows below again temporarily just only also supplied given received".split(
    ' ',
  ),
);
const WORD = /[ \t\u00a0\u3000]{0,40}([^\s\u3000]{1,300})/y;
const WRAP_START = /^[("'`“”«»„*_[{<【「（]+/;
const WRAP_END = /[.,;:!?)"'`“”«»*_\]}>】」。，；、！？：）]+$/;

const hasMix = (word: string): boolean => /\d/.test(word) && /\p{L}/u.test(word);

/** Numbers, versions, sizes, dates, names of things: words with digits that nobody hides. */
const THING =
  /^(?:v?\d+(?:[.,:/x-]\d+)*(?:%|st|nd|rd|th|k|kb|mb|gb|tb|ms|s|m|h|d|x|px|am|pm|tokens?|chars?|bits?|bytes?)?(?:-[a-z]+)?|#\d+|0x[0-9a-f]{1,8}|[A-Z]{1,6}-\d+|(?:sha|md|utf|base|oauth|http|ipv|ed|rs|es|hs|ps|aes|des|mp|gpt|claude|gemini|llama|qwen|o|v|p|q|s|ec|k|x|py|python|node|web|h|rfc|tls|ssl|php|es|win|arm|amd|i|vp|av|ch|step|phase|level|line|page|part|rev|r|us|eu|ap|sa|ca|af|me|usw|use)-?\d+(?:[.-]\w+)*|[a-z]+-(?:east|west|north|south|central)-?\d\w?)$/i;

/** Something that nobody would write as a word. */
function isSecretWord(word: string, kind: NameClass): boolean {
  if (word.length < 5 || word.length > 256 || (word.length < 12 && !/[\d!#$%^*?+~]/.test(word))) return false;
  if (isTemplate(word) || isStandIn(word) || isPlace(word)) return false;
  if (
    THING.test(word) ||
    /^(?:https?|ftp|file):|^[\w.+-]+@[\w-]+\.[\w.-]+$|^[@$%&:]|^--?\w|^[a-z]+:[a-z]+|::|\w\(/i.test(word)
  )
    return false;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z0-9]+)+$|[=<>[\]{}]/.test(word) && !looksRandom(word))
    return false;
  if (word.includes('.') && word.split('.').every((piece) => isIdentifier(piece) || piece === '')) return false;
  if (hasMix(word)) return !isIdentifier(word) || looksRandom(word) || /\d{2,}$|^\d|[a-z]\d+[a-z]/i.test(word);
  if (kind.word && /[^\w\s.,-]/.test(word) && /\p{L}{3}/u.test(word) && !/['’/&…]/.test(word))
    return /[!#$%^*?+~]/.test(word);
  return word.length >= 12 && looksRandom(word);
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function unwrapped(text: string, start: number, end: number): Piece {
  const raw = text.slice(start, end);
  const lead = WRAP_START.exec(raw)?.[0].length ?? 0;
  const tail = WRAP_END.exec(raw.slice(lead))?.[0].length ?? 0;
  // a password may end in a sign; what closes a sentence or a quote does not belong to it
  const sign = /[!?*_]$/.test(raw) && lead === 0 && tail === 1 ? 0 : tail;
  return { start: start + lead, end: end - sign };
}

/** `the password for the box is hunter2`: a sentence goes from the name to the value. */
export function readProse(scan: Scan, start: number, end: number, kind: NameClass): void {
  const open = /[\s:=：,—–"'`*|(~\p{L}-]/u.test(scan.text[end] ?? ' ');
  if (!open || !readForward(scan, end, kind)) readBackward(scan, start, kind);
}

function readForward(scan: Scan, end: number, kind: NameClass): boolean {
  const { text } = scan;
  const limit = Math.min(text.length, end + REACH);
  let at = end;
  let linked = true;
  for (let count = 0; count < MOST_WORDS && at < limit; count++) {
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (!match) return false;
    const raw = match[1] as string;
    const wordStart = at + match[0].length - raw.length;
    at += match[0].length;
    if (/<[A-Z_]+\d+>/.test(raw)) return true;
    const piece = unwrapped(text, wordStart, at);
    const word = text.slice(piece.start, piece.end);
    const user = /^[\p{L}.-]{1,32}:(?=[^/\s])/u.exec(word)?.[0].length ?? 0;
    const secret = word.slice(user);
    if (linked && kind.type === 'CODE' && CODE_WORD.test(word)) {
      const more = /^\d{3}$/.test(word) ? /^[ -]\d{3}\b/.exec(text.slice(piece.end, piece.end + 5))?.[0].length : 0;
      if (more === undefined) return false;
      addHit(scan, piece.start, piece.end + more, 'prose', 'CODE', RANK.context);
      return true;
    }
    if (isSecretWord(secret, kind) && (linked || (secret.length >= 10 && looksRandom(secret)))) {
      addHit(scan, piece.start + user, piece.end, 'prose', kind.type, RANK.context);
      return true;
    }
    const plain = word.toLowerCase();
    if (LINK.has(raw.toLowerCase()) || LINK.has(plain) || /[:：=]$/.test(raw)) linked = true;
    else if (!FILLER.has(plain) && plain !== '' && !/^\d{1,2}$/.test(plain))
      linked = count === 0 ? linked && kind.type === 'SECRET' : false;
    if (/[.!?;。]$/.test(raw) && raw.length > 1) return false;
    if (!/^[\p{L}'’:=.,/|–—→➜>*_`"()-]*$|^\d{1,2}$/u.test(raw)) return false;
  }
  return false;
}

/** A PIN or a code that came by message. */
const CODE_WORD = /^(?:\d{3,8}|[A-Z0-9]{3,5}-[A-Z0-9]{3,5})$/;

/** Leads from a value to the name behind it. */
const AS_NAME =
  /["'`]?[ \t]+(?:as|for|\(|is|=>|->|—|-)[ \t]?(?:the|a|an|my|our|your|her|his|their|its)?[ \t]?(?:[a-z]{2,12}[ \t]){0,2}$/i;
const AS_REACH = 40;
const SPACE_OR_QUOTE = /[\s"'`]/;

/** `use hunter2 as the password`, `it is hunter2 (the db password)`. */
function readBackward(scan: Scan, start: number, kind: NameClass): void {
  const { text } = scan;
  const from = Math.max(0, start - AS_REACH);
  const match = AS_NAME.exec(text.slice(from, start));
  if (!match) return;
  const wordEnd = from + match.index;
  let wordStart = wordEnd;
  while (wordStart > 0 && wordEnd - wordStart < REACH && !SPACE_OR_QUOTE.test(text[wordStart - 1] as string))
    wordStart--;
  const piece = unwrapped(text, wordStart, wordEnd);
  const word = text.slice(piece.start, piece.end);
  if (isSecretWord(word, kind) && (looksRandom(word) || /\d/.test(word)))
    addHit(scan, piece.start, piece.end, 'prose', kind.type, RANK.context);
}

const WORDS = [
  'mot de passe',
  'mdp',
  'contraseña',
  'contrasena',
  'clave',
  'senha',
  'parola',
  "parola d'ordine",
  'wachtwoord',
  'hasło',
  'hasło to',
  'пароль',
  'пароля',
  'ключ',
  'токен',
  '密码',
  '密碼',
  '口令',
  '密钥',
  '密鑰',
  '令牌',
  'パスワード',
  'トークン',
  '暗証番号',
  '비밀번호',
  '암호',
  '토큰',
  'şifre',
  'lösenord',
  'salasana',
  'adgangskode',
  'kodeord',
  'passord',
  'heslo',
  'jelszó',
  'كلمة المرور',
  'كلمة السر',
  'סיסמה',
  'סיסמא',
  'पासवर्ड',
  'mật khẩu',
  'kata sandi',
  'รหัสผ่าน',
  'κωδικός',
  'парола',
  'лозинка',
  'lozinka',
  'geslo',
  'slaptažodis',
  'parool',
  'zugangsdaten',
  'identifiants',
  'credenciales',
  'credenziali',
  'security answer',
  'recovery code',
  'backup code',
  'secret answer',
];
const FOREIGN: NameClass = { strength: 'strong', type: 'PASSWORD', word: true, vendor: null };
/** Case endings and particles that scripts without blanks or with endings glue to the name. */
const ENDING = /(?:[\p{Ll}\p{Mn}]{0,4}|是|为|為|は|が|を|는|은|가)?[ \t]*[:：=]?[ \t]*/uy;

function readForeign(scan: Scan, start: number, end: number): void {
  ENDING.lastIndex = end;
  const after = end + (ENDING.exec(scan.text)?.[0].length ?? 0);
  if (isWordAt(scan.text, after) && scan.text.charCodeAt(after) > 127) return;
  const glued = /^[!-~]{5,128}/
    .exec(scan.text.slice(after, after + 128))?.[0]
    .replace(WRAP_END, '')
    .replace(WRAP_START, '');
  if (glued && isSecretWord(glued, FOREIGN)) {
    const at = indexWithin(scan.text, glued, after, after + 8);
    addHit(
      scan,
      at,
      at +
        glued.length +
        (/^[!?*]/.test(scan.text.slice(at + glued.length, at + glued.length + 1)) && /\d$/.test(glued) ? 1 : 0),
      'prose',
      'PASSWORD',
      RANK.context,
    );
    return;
  }
  readProse(scan, start, after, FOREIGN);
}

const LOGIN =
  /(?:[:=]|[ \t]+(?:with|using|as|via|info|details|data|is|are)[:]?)?[ \t]+["'`]?([\w.@+-]{1,64})["'`]?(?:[ \t]*[/|,:][ \t]*|[ \t]+(?:with|and|using|pw|pass|password)[ \t]+)(?:the |password |pw |pass )?["'`]?([^\s"'`]{5,128})/iy;

/** `log in as admin with hunter2`, `login: bob / hunter2`. */
function readLogin(scan: Scan, end: number): void {
  LOGIN.lastIndex = end;
  const match = LOGIN.exec(scan.text);
  if (!match) return;
  const last = end + match[0].length;
  const piece = unwrapped(scan.text, last - (match[2] as string).length, last);
  const word = scan.text.slice(piece.start, piece.end);
  if (isSecretWord(word, FOREIGN) && /\d/.test(word))
    addHit(scan, piece.start, piece.end, 'prose', 'PASSWORD', RANK.context);
}

const WITH = /[^\n.!?;]{0,80}?[ \t](?:with|using|mit|avec|con|com)[ \t]+["'`]?([^\s"'`]{6,128})/iy;

/** `log in to the box with hunter2`. */
function readLoginWith(scan: Scan, end: number): void {
  WITH.lastIndex = end;
  const match = WITH.exec(scan.text);
  if (!match) return;
  const last = end + match[0].length;
  const piece = unwrapped(scan.text, last - (match[1] as string).length, last);
  const word = scan.text.slice(piece.start, piece.end);
  if (isSecretWord(word, FOREIGN) && /\d/.test(word) && !isIdentifier(word))
    addHit(scan, piece.start, piece.end, 'prose', 'PASSWORD', RANK.context);
}

export const PROSE_DETECTORS: readonly Detector[] = [
  { keywords: WORDS, boundary: 'start', detect: readForeign },
  {
    keywords: ['login', 'log in', 'logged in', 'sign in', 'signin', 'logon', 'anmelden', 'einloggen'],
    boundary: 'start',
    detect: (scan, _start, end) => {
      readLogin(scan, end);
      readLoginWith(scan, end);
    },
  },
];

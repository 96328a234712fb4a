import { compileVendorRules, type VendorRule } from './token-rules.ts';

/** What the name of a field, variable, header or flag says about its value. */
export interface NameClass {
  /** `strong`: any plausible value is a secret. `weak`: only a value that looks drawn by a machine is. */
  readonly strength: 'strong' | 'weak' | 'none';
  readonly type: string;
  /** People choose the value: it may be a plain word. */
  readonly word: boolean;
  readonly vendor: VendorRule | null;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const PASSWORD = set(
  'password passwords passwd pwd pass passphrase passcode pw pswd passw psw userpass dbpass pgpass sshpass passwort kennwort contrasena contraseña clave senha mdp motdepasse parola haslo hasło wachtwoord losenord lösenord salasana pasahitza lozinka heslo jelszo parole adgangskode passord storepass keypass psk masterauth bindpw rootpw smtppass mypass',
);
const CODE = set('pin otp totp cvv cvc cvv2 cvc2 csc passkey pincode');
const TOKEN = set(
  'token bearer jwt accesstoken authtoken refreshtoken idtoken bottoken apitoken sessiontoken usertoken tok accesstokens pat',
);
const SECRET = set(
  'secret secrete clientsecret appsecret apisecret consumersecret signingsecret webhooksecret secretstring sharedsecret cred creds credential credentials mnemonic privkey',
);
const COOKIE = set(
  'cookie cookies setcookie sessionid sid phpsessid jsessionid csrftoken xsrftoken sessid asptnetsessionid connectsid sessioncookie sessionkey authcookie',
);
const KEY = set(
  'apikey apikeys accesskey secretkey privatekey authkey masterkey encryptionkey signingkey sharedkey accountkey appkey servicekey licensekey sdkkey deploykey hostkey sharedaccesskey subscriptionkey rootkey adminkey apiaccesskey secretaccesskey accesskeyid storagekey sessionkeys functionkey',
);
/** `x_key` is a key to something when x is one of these. */
const KEY_OF = set(
  'api access secret private auth master encryption encrypt decrypt signing sign shared account app application service license licence sdk deploy admin root client consumer integration ingest ingestion write subscription functions function token credential credentials hmac aes jwt session cookie bot gateway rest platform user developer dev prod live test server webhook anthropic openai provider model llm project workspace org organization team global origin ca ssh gpg pgp rsa wallet eth seed crypto data vault storage',
);
const WEAK = set(
  'signature sig auth seed salt ticket nonce csrf xsrf code assertion sas hmac authorization auth_code secrets session key keys verifier challenge appid',
);
/** `x_key` finds a row, a file or a translation. */
const LOOKUP_KEY = set(
  'cache sort primary foreign partition row public publishable schema bucket lookup group query i18n translation locale object idempotency idempotence dedupe hash map index composite natural candidate unique join search config registry storage_path site s3 file react list item node child parent routing sequence order version message theme color shortcut hot arrow modifier press pressed down up event any pub state nav tab menu label field column table',
);
/** After a secret's word these make the name speak about it, not hold it. */
const ABOUT = set(
  `id ids identifier name names url urls uri uris file files filename path paths dir folder length len size sizes count counts type types limit limits hint hints version ver fields label labels title selector
  prefix suffix format algorithm algo alg expiry expires expired expiration exp ttl age at in ago policy policies rule rules strength score manager provider providers service services store
  ref refs reference arn endpoint host hostname port region scope scopes regex pattern placeholder description desc message messages msg error errors status state enabled required valid validity source sources
  mapping index idx table column class button input form reset change changed page link template env variable variables param params parameter parameters arg args option options config settings schema module
  checksum chksum rotation rotated created updated modified date time timeout usage used budget window per total cost price rate bits bytes alias owner username email mail stdin vault vaults
  generator generators handler helper utils util validator validation verifier model models controller repository middleware interceptor guard factory builder parser reader writer provider resolver hasher hashing encoder
  header headers cookie_name list array set map keys kind level mode method flow grant response request prompt prompts visibility visible toggle match matches confirmation_text confirmed history required_message min max
  is has present exists missing needed ok valid_until uses location place position selected focus ring binding bindings press pressed down up code_name words chars characters stream streams embedding embeddings counter
  payload_type spec scheme issuer audience subject claims algorithm_name secretname plugin plugins package packages library lib docs doc documentation test tests mock stub example examples sample samples auth_type
  manager_name operator controller webhook_url sensitive redacted masked protected field fieldname entropy policy_name authority mechanism strategy`,
);
const BEFORE = set(
  'max min num number total count stop bos eos pad unk special n public publishable prompt completion input output cached reasoning has is no use used uses with need needs require requires without show hide toggle placeholder per',
);

const VENDORS = compileVendorRules();
const NONE: NameClass = { strength: 'none', type: '', word: false, vendor: null };

export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

interface Holder {
  readonly type: string;
  readonly strength: 'strong' | 'weak';
  readonly word: boolean;
}

const strong = (type: string, word = false): Holder => ({ type, strength: 'strong', word });
const weak = (type: string): Holder => ({ type, strength: 'weak', word: false });

/** What the word at `at` makes the name hold, if it does. */
function holderAt(words: readonly string[], at: number): Holder | null {
  const word = words[at] as string;
  const before = words[at - 1] ?? '';
  if (PASSWORD.has(word)) return strong('PASSWORD', true);
  if (
    /(?:password|passwd|passphrase|passwort|[a-z]{2}pwd|(?:require|master|root|user|db|admin|smtp|ftp|mail|app|pg|sql|ldap|bind|trust|store|sudo|login|web|wifi|vpn)pass)\d*$/.test(
      word,
    )
  )
    return strong('PASSWORD', true);
  if (CODE.has(word)) return strong('CODE', true);
  if (TOKEN.has(word)) return BEFORE.has(before) ? null : strong('TOKEN');
  if (COOKIE.has(word)) return strong('COOKIE');
  if (SECRET.has(word)) return strong('SECRET', word.startsWith('secret') || word.startsWith('cred'));
  if (KEY.has(word)) return strong('API_KEY');
  if (/(?:api|access|secret|private|signing|encryption|auth|master|account)keys?\d*$/.test(word))
    return strong('API_KEY');
  if (/[a-z]token\d*$/.test(word) && word !== 'jsonwebtoken') return strong('TOKEN');
  if (/[a-z]secret\d*$/.test(word) || word === 'secretkey') return strong('SECRET');
  if (word === 'key') {
    if (KEY_OF.has(before)) return strong(before === 'private' ? 'PRIVATE_KEY' : 'API_KEY');
    return LOOKUP_KEY.has(before) ? null : weak('API_KEY');
  }
  if (
    word === 'code' &&
    /^(?:auth|authorization|pairing|verification|recovery|backup|security|access|oauth|login|otp|2fa|mfa|device)$/.test(
      before,
    )
  )
    return strong('CODE', false);
  if (word === 'phrase' && /^(?:seed|recovery|mnemonic|secret|pass)$/.test(before)) return strong('MNEMONIC', true);
  if ((word === 'string' || word === 'url' || word === 'uri') && (before === 'connection' || before === 'conn'))
    return weak('SECRET');
  if (word === 'auth' || word === 'sig' || word === 'signature' || WEAK.has(word))
    return weak(word === 'sig' || word === 'signature' ? 'SIGNATURE' : 'SECRET');
  return null;
}

const CARD = /^(?:card|pan|cc|creditcard|cardnumber|ccnumber|ccnum)/;

function classify(name: string): NameClass {
  const words = wordsOf(name);
  const joined = words.join('');
  const vendor =
    VENDORS.find((rule) => rule.words.some((word) => vendorIn(words, joined, word.replace(/[^a-z0-9]/g, '')))) ?? null;
  for (let at = words.length - 1; at >= 0; at--) {
    const holder = holderAt(words, at);
    if (!holder) continue;
    const after = words.slice(at + 1);
    if (after.some((word) => ABOUT.has(word))) return vendor ? { ...NONE, vendor } : NONE;
    if (holder.strength === 'strong' && after.length > 4) return { ...holder, strength: 'weak', vendor };
    return { ...holder, vendor };
  }
  if (
    /^card(?:number|no)$|^(?:credit|debit)card(?:number|no)?$|^ccnum(?:ber)?$/.test(joined) ||
    (CARD.test(joined) && /num(?:ber)?$/.test(joined))
  )
    return { strength: 'strong', type: 'CREDIT_CARD', word: true, vendor };
  if (/(?:link)?cardnumber$/.test(joined)) return { strength: 'strong', type: 'CREDIT_CARD', word: true, vendor };
  return vendor ? { ...NONE, vendor } : NONE;
}

function vendorIn(words: readonly string[], joined: string, vendor: string): boolean {
  if (vendor.length < 4) return words.includes(vendor);
  return joined.includes(vendor);
}

const KNOWN = new Map<string, NameClass>();
const KNOWN_AT_MOST = 4096;

export function classifyName(name: string): NameClass {
  const known = KNOWN.get(name);
  if (known) return known;
  const made = classify(name);
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(name, made);
  return made;
}

/** Words of names that the automaton looks for. */
export const NAME_KEYWORDS: readonly string[] = [
  ...new Set([
    'pass',
    'pwd',
    'passw',
    'secret',
    'token',
    'key',
    'cred',
    'auth',
    'cookie',
    'sessionid',
    'sid',
    'sig',
    'jwt',
    'otp',
    'pin',
    'cvv',
    'cvc',
    'csc',
    'pw',
    'psw',
    'pswd',
    'bearer',
    'kennwort',
    'contrase',
    'clave',
    'senha',
    'mdp',
    'parola',
    'haslo',
    'hasł',
    'wachtwoord',
    'losenord',
    'lösenord',
    'salasana',
    'heslo',
    'jelszo',
    'adgangskode',
    'lozinka',
    'privkey',
    'mnemonic',
    'seed',
    'phrase',
    'code',
    'csrf',
    'psk',
    'xsrf',
    'sessid',
    'assertion',
    'ticket',
    'hmac',
    'salt',
    'cardn',
    'card_n',
    'card-n',
    'card n',
    'ccnum',
    'pat',
    ...VENDORS.flatMap((rule) => rule.words),
  ]),
];

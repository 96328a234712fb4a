import type { Span } from '../types.ts';
import { type Automaton, buildAutomaton, CLASS_BITS, type Hit } from './automaton.ts';
import { GIVEN_NAMES, NO_NAMES } from './given-names.ts';
import { textBefore } from './match-at.ts';

/**
 * Places that may be a person's name, a street address or a date of birth. Nothing is replaced by this: a person looks through
 * them. Honorifics, introductions, common given names, forms of address and words for a birthday; a name that none of these
 * gives away is not seen.
 */
export function candidateNames(text: string): readonly Span[] {
  const spans: Span[] = [];
  const { rules, names } = lookFor(text);
  for (const { rule, type, pattern } of rules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.it ?? [0, 0];
      if (end > start && !isNoName(type, text.slice(start, end))) spans.push({ start, end, rule, type });
    }
  }
  addGivenNames(text, names, spans);
  return longestOnly(spans);
}

interface Rule {
  readonly rule: string;
  readonly type: string;
  /** Pieces of text of which one at least stands in all that the pattern matches; null for texts in Chinese, Japanese or Korean. */
  readonly words: readonly string[] | null;
  /** The group `it` is the candidate. */
  readonly pattern: RegExp;
}

const WORD = "\\p{Lu}(?:[\\p{Ll}\\p{Lm}\\p{M}]|['’]\\p{L})+(?:-\\p{Lu}\\p{Ll}+)?";
const PARTICLE = '(?:(?:van|von|de|del|della|da|di|dos|der|den|la|le|bin|al|ter)[ ]){0,2}';
/** One to three capitalised words; never over the end of a line. */
const NAME = `(?<it>${WORD}(?:[ ](?:${PARTICLE}${WORD}|\\p{Lu}\\.)){0,2})`;
const STREET_WORDS = `${WORD}(?:[ ]${WORD}){0,3}`;
const DATE =
  '(?<it>\\d{4}[-./年]\\s?\\d{1,2}[-./月]\\s?\\d{1,2}日?|\\d{1,2}[-./ ]\\s?(?:\\d{1,2}|\\p{L}{3,10}\\.?)[-./ ,]{1,2}\\d{2,4}|\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2},? \\d{4})';

const rule = (id: string, type: string, pattern: string, words: string | null): Rule => ({
  rule: id,
  type,
  pattern: new RegExp(pattern, 'gud'),
  words: words === null ? null : words.split('|'),
});

const RULES: readonly Rule[] = [
  rule(
    'honorific',
    'PERSON',
    `(?<![\\p{L}\\p{N}])(?:Mr|Mrs|Ms|Miss|Mister|Dr|Prof|Professor|Sir|Herr|Herrn|Frau|Señor|Señora|Sr|Sra|Don|Doña|Monsieur|Madame|Mme|Mlle|Signor|Signora|Sig|Dott|Senhor|Senhora|Mevrouw|Meneer|Dhr|Pan|Pani|Господин|господин|Госпожа|госпожа|г-н|г-жа)\\.?[ ](?:(?:Dr|Prof)\\.?[ ])?${NAME}`,
    'Mr.|Mr |Mrs|Ms.|Ms |Miss|Mister|Dr.|Dr |Prof|Sir.|Sir |Herr|Frau|Señor|Sr.|Sr |Sra|Don.|Don |Doña|Monsieur|Madame|Mme|Mlle|Signor|Sig.|Sig |Dott|Senhor|Mevrouw|Meneer|Dhr|Pan.|Pan |Pani|осподин|оспожа|г-н|г-жа',
  ),
  rule(
    'introduction',
    'PERSON',
    `(?:[Mm]y name is|[Nn]ame's|[Tt]his is|[Ii] am|I['’]m|[Rr]egards,|[Cc]heers,|[Ss]incerely,|[Dd]ear|[Ss]igned-off-by:|[Aa]uthor:|[Aa]ssignee:|[Rr]eviewer:|[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist|[Gg]r(?:ü|u)(?:ß|ss)e,?|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Mm]eu nome é|[Mm]e chamo|[Ii]k heet|[Nn]azywam się|[Мм]еня зовут)[ \\n]{1,3}${NAME}(?=[^\\p{L}]|$)`,
    "y name is|ame's|his is|I am|i am|I'm|I’m|egards,|heers,|incerely,|Dear|dear|igned-off-by:|uthor:|ssignee:|eviewer:|ch heiß|ch heiss|ein Name ist|rüße|rüsse|ruße|russe|m'appelle|m’appelle|e llamo|i nombre es|i chiamo|eu nome é|e chamo|k heet|azywam się|еня зовут",
  ),
  rule(
    'full-name-field',
    'PERSON',
    `(?:full|first|last|sur|family|display|customer|patient|contact|employee)[ _-]?[Nn]ame["']?[ ]?[:=][ ]?["']?${NAME}`,
    'ame:|ame=|ame"|ame\'|ame ',
  ),
  rule(
    'mail-name',
    'PERSON',
    `(?<it>${WORD}(?:[ ]${PARTICLE}${WORD}){1,2})"?[ ]<(?=[^<>\\s]{1,64}(?:@|>)|EMAIL_)`,
    ' <',
  ),
  rule(
    'japanese-honorific',
    'PERSON',
    '(?<it>\\p{Script=Han}{1,4}|\\p{Script=Katakana}{2,8})(?:さん|さま|様|氏|ちゃん|くん|殿)',
    null,
  ),
  rule(
    'chinese-title',
    'PERSON',
    '(?<it>[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴]\\p{Script=Han}{0,2}?)(?:先生|女士|小姐|老师|老師|同学|同學|教授|经理|經理|医生|醫生)',
    null,
  ),
  rule(
    'korean-honorific',
    'PERSON',
    '(?<![가-힣])(?<it>[가-힣]{2,4})[ ]?(?:씨|선생님|교수님|과장님|대리님|부장님)(?![가-힣]{3})',
    null,
  ),
  rule(
    'address-en',
    'ADDRESS',
    `(?<![\\p{L}\\p{N}.])(?<it>\\d{1,5}[A-Za-z]?[ ]${STREET_WORDS}[ ](?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Court|Way|Place|Square|Terrace|Crescent)\\b(?:,[ ]${STREET_WORDS})?(?:,?[ ][A-Z]{2}[ ]\\d{5})?)`,
    ' St| Ave| Road| Rd| Lane| Ln| Drive| Boulevard| Blvd| Court| Way| Place| Square| Terrace| Crescent',
  ),
  rule(
    'address-de',
    'ADDRESS',
    `(?<![\\p{L}])(?<it>(?:\\p{Lu}[\\p{L}-]{1,30}(?:straße|strasse|str\\.|weg|platz|allee|gasse|straat|laan|plein|gracht)|(?:Am|An der|Im|Zur|Zum)[ ]${WORD})[ ]\\d{1,4}[ ]?[a-z]?\\b(?:,?[ ]\\d{4,5}[ ]${WORD})?)`,
    'straße |strasse |str. |weg |platz |allee |gasse |straat |laan |plein |gracht |Am |An der |Im |Zur |Zum ',
  ),
  rule(
    'address-romance',
    'ADDRESS',
    `(?<![\\p{L}\\p{N}])(?<it>\\d{1,4},?[ ](?:bis[ ])?(?:rue|avenue|boulevard|place|chemin|allée|impasse)[ ](?:(?:de|du|des|la|le|les)[ ]|l['’]|d['’]){0,3}${STREET_WORDS}|(?:Calle|Avenida|Av\\.|Plaza|Paseo|Rua|Travessa|Via|Viale|Piazza|Corso)[ ](?:(?:de|del|della|dei|do|da|dos|la|las|los)[ ]){0,2}${STREET_WORDS},?[ ](?:n[.º°]?[ ]?)?\\d{1,4})`,
    'rue |avenue |boulevard |place |chemin |allée |impasse |Calle |Avenida |Av. |Plaza |Paseo |Rua |Travessa |Via |Viale |Piazza |Corso ',
  ),
  rule(
    'address-slavic',
    'ADDRESS',
    `(?<![\\p{L}])(?<it>(?:ul\\.|ulica|ул\\.|улица)[ ]${STREET_WORDS},?[ ](?:д\\.?[ ]?)?\\d{1,4})`,
    'ul. |ulica |ул. |улица ',
  ),
  rule(
    'address-ja-zh',
    'ADDRESS',
    '(?<it>〒\\d{3}-?\\d{4}|\\p{Script=Han}{2,3}[都道府県省市][\\p{Script=Han}ヶケノ]{1,12}?[区區市町村路街][\\p{Script=Han}]{0,8}[\\d０-９]{1,4}(?:[-－丁番号號の]\\d{0,4})*)',
    null,
  ),
  rule(
    'birth-date',
    'BIRTH_DATE',
    `(?:[Bb]orn(?: on)?|[Dd]ate of [Bb]irth|DOB|dob|[Bb]irth[ _-]?(?:day|date)|[Gg]eboren(?: am)?|Geburts(?:datum|tag)|[Nn]ée? le|[Dd]ate de naissance|[Ff]echa de nacimiento|[Nn]acid[oa](?: el)?|[Dd]ata di nascita|[Nn]at[oa] il|[Dd]ata de nascimento|[Gg]eboortedatum|[Uu]rodzon[ya]|[Дд]ата рождения)["']?[\\s:=："'は是]{0,6}${DATE}`,
    'Born|born|ate of Birth|ate of birth|DOB|dob|irthday|irthdate|irth day|irth date|irth_day|irth_date|irth-day|irth-date|eboren|Geburtsdatum|Geburtstag|é le|ée le|ate de naissance|echa de nacimiento|acido|acida|ata di nascita|ato il|ata il|ata de nascimento|eboortedatum|rodzony|rodzona|ата рождения',
  ),
  rule('birth-date', 'BIRTH_DATE', `(?:生年月日|出生日期|生日|생년월일)["']?[\\s:=："'は是]{0,6}${DATE}`, null),
];

/** Where the words of the rules and the given names stand; built when it is first needed. */
interface Lookout {
  readonly automaton: Automaton;
  readonly words: readonly string[];
  /** By word: a bit for each rule that it is a word of; 0 for a given name. */
  readonly rules: readonly number[];
}

let lookout: Lookout | undefined;
const CAPITALISED = /^\p{Lu}[\p{Ll}\p{M}]+$/u;

function buildLookout(): Lookout {
  const bits = new Map<string, number>();
  RULES.forEach(({ words }, index) => {
    for (const word of words ?? []) bits.set(word, (bits.get(word) ?? 0) | (1 << index));
  });
  for (const name of GIVEN_NAMES) if (CAPITALISED.test(name)) bits.set(name, bits.get(name) ?? 0);
  const words = [...bits.keys()];
  return { automaton: buildAutomaton(words), words, rules: words.map((word) => bits.get(word) as number) };
}

/** Scripts whose rules have no words to look for begin here. */
const FIRST_EASTERN = 0x2e80;

/** One pass over the text: the rules that are worth running, and where given names stand. */
function lookFor(text: string): { readonly rules: readonly Rule[]; readonly names: readonly Found[] } {
  lookout ??= buildLookout();
  const { automaton, words, rules } = lookout;
  const { classes, next, start, firstHit, hits } = automaton;
  const names: Found[] = [];
  let wanted = 0;
  let highest = 0;
  let state = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > highest) highest = unit;
    state = next[(state << CLASS_BITS) + (classes[unit] as number)] as number;
    if (state < firstHit) continue;
    for (const { word, seen } of hits[state - firstHit] as readonly Hit[]) {
      const spelled = words[word] as string;
      const at = i + 1 - seen;
      const bit = rules[word] as number;
      if ((bit !== 0 && (wanted & bit) === bit) || !text.startsWith(spelled, at)) continue;
      if (bit === 0) names.push({ start: at, end: at + spelled.length });
      else wanted |= bit;
    }
  }
  const eastern = highest >= FIRST_EASTERN;
  return { rules: RULES.filter(({ words }, index) => (words ? (wanted >> index) & 1 : eastern)), names };
}

interface Found {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Goes on after a name: what stood there is a longer word. */
const GOES_ON = /^[\p{Ll}\p{M}]/u;
const PART_BEFORE = /[\p{L}\p{N}_./@#$-]$/u;
const PART_AFTER = /^(?:[\p{L}\p{N}_@(]|\.\p{L})/u;
const FOLLOWERS = new RegExp(`^(?:[ ](?:${PARTICLE}${WORD}|\\p{Lu}\\.(?=[ ]))){1,2}(?![\\p{L}\\p{N}_])`, 'u');

/** Common given names, with the capitalised words behind them. */
function addGivenNames(text: string, names: readonly Found[], spans: Span[]): void {
  for (const { start, end } of names) {
    if (GOES_ON.test(text.slice(end, end + 2))) continue;
    if (PART_BEFORE.test(textBefore(text, start, 2)) || PART_AFTER.test(text.slice(end, end + 3))) continue;
    const more = FOLLOWERS.exec(text.slice(end, end + 60))?.[0] ?? '';
    const last = more.split(' ').at(-1) ?? '';
    const whole = NO_NAMES.has(last) ? end : end + more.length;
    spans.push({ start, end: whole, rule: 'given-name', type: 'PERSON' });
  }
}

const isNoName = (type: string, value: string): boolean =>
  type === 'PERSON' && (NO_NAMES.has(value) || NO_NAMES.has(value.split(' ')[0] ?? ''));

function longestOnly(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || span.start >= last.end) out.push(span);
    else if (span.end - span.start > last.end - last.start) out[out.length - 1] = span;
  }
  return out;
}

import { ALNUM, DIGIT, isAt, LINE_END } from './chars.ts';
import { readLabelled, readPersonalColumn } from './labels.ts';
import { matchAt } from './match-at.ts';
import { isPersonalKey } from './personal-keys.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Words after which a number is that of a telephone. */
const WORDS = `
fone,טל,تليفون,number,nummer,my no,tél,tālr,simu,e.164,号,我的手机,微信,致電,請致電,폰 번호,폰번호,תתקשר,שלי,شماره تماس,मेरा नंबर
tel,phone,mobile,mobil,cell,fax,sms,whatsapp,contact,call,handy,telefon,telefono,teléfono,móvil,movil
téléphone,telephone,portable,celular,telemóvel,telemovel,rufnummer,msisdn,signal,电话,手机,電話,携帯,전화,телефон,тел
моб,dial,my number,numéro,ring,reach me,text me,call me,rückruf,ruf,anrufen,erreichbar,telefonnummer
handynummer,mobilnummer,joindre,appelle,appeler,llama,llamar,chiama,cellulare,ligar,telefone,gsm,bel,bellen
mobiel,telefoonnummer,numer telefonu,komórka,zadzwoń,puhelin,tlf,mobiltelefon,номер,звони,позвони
номер телефону,手机号,手机号码,电话号码,联系电话,手機,電話番号,携帯電話,전화번호,휴대폰,핸드폰,điện thoại,số điện thoại,sđt,फ़ोन,फोन,मोबाइल,هاتف
جوال,موبايل,תלפון,טלפון,הטלפון,נייד,no. hp,no hp,nomor hp,telepon,โทร,โทรศัพท์,τηλέφωνο,κινητό,wa.me/,ph,mob
cel,natel,festnetz,dienstlich,durchwahl,kontaktnummer,contact number,contact no,numéro de,mon numéro,joignable
rappeler,rappelez,appelez,mi número,número de contacto,llámame,llámeme,marcar al,wasap,guasap,fono,fijo
mio numero,numero di,recapito,chiamami,chiamare,zap,zapzap,meu número,ligue,fixo,contacto,06-nummer,mobiele
bereikbaar,mobilnr,telefonnr,ring meg,ring mig,mobilen,telnr,tel nr,tfn,puh,puhelinnumero,kännykkä,sími
farsími,telefonas,mobilais,tālrunis,telefonszám,mobilszám,hívj,mobilul,telefonul,număr,sună,mobilní,mobilu
volejte,zavolej,telefonní číslo,mobitel,mobilni,broj telefona,broj mobitela,nazovi,telefonska,мобилен,моб. тел
мобильный,мобильник,сотовый,сот.,мобільний,дзвоніть,набери,звоните,звонить,контактный,ватсап,вотсап,телефона
телефону,τηλ,κιν,τηλέφωνα,κινητό μου,cep,cep telefonu,cep no,telefon numarası,gsm no,aranacak,tel no,电话是,微信手机
座机,号码,致电,联络电话,行動電話,手提,市話,連絡電話,携帯は,連絡先,ケータイ,スマホ,電話は,ファックス,ファクス,휴대전화,연락처,폰번호,팩스,전번,מספר שלי,מס׳ טלפון,הנייד
סלולרי,פקס,טל',טל׳,טלפ,رقم الهاتف,رقم الجوال,رقمي,تلفون,الهاتف,واتساب,اتصل,موبایل,تلفن,شماره,همراه,फ़ोन नंबर
नंबर,মোবাইল,ফোন,मोबाइल नंबर,मो.,போன்,मोबा,sdt,số đt,đt,đtdđ,di động,gọi,zalo,zalo/,nomor wa,no wa,no. wa,wa,hp
h/p,hubungi,no tel,no. tel,telp,เบอร์,เบอร์โทร,มือถือ,whats app,hotline,landline,home phone,ext no,voicemail
callback,call back,reach her,reach him,reach us,ring me,text him,text her,phone no,send?phone=
numer kontaktowy,kontaktowy,kom,tel. kom,mój numer,numer,nr tel,nr telefonu,unter,rückfragen,ringen,viber
imessage,facetime
`;

/** Words that are said of many things: what follows must be written as telephone numbers are. */
const WEAK =
  /^(?:unter|gsm|sms|numer|微信|kontaktowy|zap|wa|hp|kom|cel|mob|ph|cep|号码|नंबर|شماره|همراه|همراه|fijo|fixo|număr|ligue|контактный|zalo|viber|imessage|facetime|contacto|puh|ringen|mobilen|mobile|call|signal|contact|номер|numéro|ring|dial|bel|ruf|cell|portable|gọi|rückfragen|dienstlich|durchwahl|numéro de|numero di|hotline|набери|marcar al|сот\.|tfn)$/i;

/** Words for any number: only what begins as a national number is one of a telephone. */
const PLAIN = /^(?:number|nummer|号)$/i;

/** Words between, in several languages, and signs. */
const BRIDGE =
  /(?:[A-Za-z_.]{0,11}\d(?!\d)|[A-Za-z_.]{0,12})\\{0,7}["'`]?\]?[ \t\u00a0]{0,4}(?:[(（][\p{L} .]{1,20}[)）])?[ \t]?(?:(?:number|no|nr|num|n|nº|n°|№|phone|tel|sent|to|me|us|at|on|is|was|him|her|them|via|the|my|our|your|mobile|cell|home|work|office|from|sms|whatsapp|mich|an|unter|lautet|ist|bei|moi|au|sur|c'est|c’est|le|est|mi|al|es|el|il|mio|è|o|op|me|meu|é|mój|to|på|meg|privat|fijo|fixe|fisso|fixo|dienstlich|casa|bureau|trabajo|telefonu|мой|на|это|שלי|שלך|هو|है|là|は|が|是|은|는|이|가)(?![\p{L}])[.']?[ \t\u00a0]{0,3}){0,5}[ \t\u00a0]{0,2}[:=#：，,|]{0,2}>?[ \t\u00a0]{0,4}(?:\\{0,7}["'`«「（])?(?:tel:|sms:)?[ \t]?(?=[+(\d])/iuy;
/** Any words between, on the same line. */
const LOOSE = /[^\d\n+(<>{}=]{1,32}(?=[(\d])/y;
const NATIONAL = /\(?\+?\d(?:[ ().\-/\u00a0\u2009\u202f\u2011]{0,3}\d){5,14}/y;
const DATE =
  /^\(?(?:(?:19|20)\d\d([-/. ])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2(?:19|20)?\d\d)(?![\d./-])|^\d{1,3}(?:\.\d{1,3}){3}$|^\d\.\d/;

const groupsOf = (number: string): readonly string[] => number.split(/\D+/).filter((group) => group !== '');

/** `1 234 567` counts something. */
const isCount = (groups: readonly string[]): boolean =>
  groups.length > 1 &&
  !(groups[0] as string).startsWith('0') &&
  (groups[0] as string).length <= 3 &&
  groups.slice(1).every((group) => group.length === 3);

/** With the digit that begins a national number, or in groups as people write them. */
function isWrittenAsPhone(number: string, loosely: boolean): boolean {
  const groups = groupsOf(number);
  const digits = groups.join('');
  if (
    digits.length < 8 ||
    digits.length > 13 ||
    groups.some((group) => /^(?:19|20)\d\d$/.test(group) && groups.length < 4 && !digits.startsWith('0'))
  )
    return false;
  if (groups.slice(1).some((group) => group.length === 1)) return false;
  if (/^0[1-9]/.test(digits)) return digits.length >= 9 && digits.length <= 12;
  if (/^1[3-9]\d{9}$/.test(digits) && groups.length === 1) return true; // mobiles of China
  if (groups.every((group) => group.length === 4) && groups.length > 2) return false;
  if (number.startsWith('(')) return true;
  if (/^[01]/.test(digits)) return false;
  if (groups.length === 1) return !loosely && digits.length >= 9;
  if (loosely)
    return (
      groups.length >= 3 && (!isCount(groups) || number.includes('-')) && groups.every((group) => group.length <= 4)
    );
  if (digits.length < 9 && groups.some((group) => group.endsWith('00'))) return false;
  return !isCount(groups) || (/[-.]/.test(number) && !digits.endsWith('000'));
}

/** The number at `start`, as far as the words before it allow one. */
function readNumber(scan: Scan, start: number, strong: boolean, loosely: boolean, bare: boolean): boolean {
  const { text } = scan;
  const number = matchAt(NATIONAL, text, start)?.[0];
  if (!number || DATE.test(number)) return false;
  const digits = number.replace(/\D/g, '');
  const grouped = /[ ().\-/\u00a0\u2009\u202f\u2011]/.test(number.trim());
  if (digits.length < (grouped ? 7 : 8) || digits.length > 15) return false;
  if (/(?:19|20)\d\d-\d\d-\d\d/.test(number)) return false;
  if (isAt(text, start + number.length, ALNUM) || (/^\d{13}$/.test(number) && !bare)) return false;
  if (/^(?:\.\d|,\d|%|:\d\d)/.test(text.slice(start + number.length, start + number.length + 3))) return false;
  if ((loosely || !strong) && !isWrittenAsPhone(number, loosely)) return false;
  addHit(scan, start, start + number.length, 'phone', 'PHONE', RANK.pii);
  return true;
}

const BEFORE =
  /(?<![\w.+-])(\(?0\d(?:[ ().\-/\u00a0]{0,2}\d){7,10})[ \t]{0,2}(?:[(（,–-]|is my|is the|is her|is his|ist meine|は|が)[ \t]{0,2}(?:my |the |meine )?$/;

/** Units from a word to the farthest number that may be meant by it. */
const BEFORE_REACH = 36;
const BEHIND_REACH = 160;

/** Most of these words are said of other things: without a digit on the line there is nothing to read. */
function hasDigitNear(text: string, wordStart: number, end: number): boolean {
  const limit = Math.min(text.length, end + BEHIND_REACH);
  for (let at = end; at < limit && !isAt(text, at, LINE_END); at++) if (isAt(text, at, DIGIT)) return true;
  for (let at = wordStart - 1; at >= 0 && wordStart - at <= BEFORE_REACH; at--) if (isAt(text, at, DIGIT)) return true;
  return false;
}

/** What fields and columns are called: none of the words that ask for a call. */
const LABEL =
  /^(?:t[eé]l|phone|home phone|mobil|cell|fax|handy|m[óo]vil|cel|msisdn|whatsapp|rufnummer|portable|gsm|手|电话|電話|携帯|전화|휴대|핸드|тел|моб|τηλ|κιν|फोन|फ़ोन|मोबाइल|هاتف|جوال|טלפון|נייד|โทร)/i;
/** Columns of these names may count something. */
const COUNTED = /^(?:mobile?|cell|tel|portable|gsm|fax)s?$/i;
/** Digits of a number in a column. */
const FEW = 7;
const MANY = 9;
const LONGEST_HEAD = 28;

/** The number that a label is for, where no sentence goes from one to the other; true when there was one beside it. */
function readField(scan: Scan, start: number, end: number): boolean {
  const { text } = scan;
  let fewest = FEW;
  readPersonalColumn(scan, start, end, {
    asker: readField,
    isAbout: (head) => {
      fewest = COUNTED.test(head) ? MANY : FEW;
      return head.length <= LONGEST_HEAD && (isPersonalKey(head) || /[^ -~]/.test(head));
    },
    read: (from, to) => readCell(scan, from, to, fewest),
  });
  return readLabelled(text, start, end, (at) => readNumber(scan, at, true, false, true));
}

function readCell(scan: Scan, start: number, end: number, fewest: number): boolean {
  const number = matchAt(NATIONAL, scan.text, start)?.[0];
  if (number === undefined || number.length !== end - start || DATE.test(number)) return false;
  const digits = number.replace(/\D/g, '');
  if (digits.length < fewest || digits.length > 15) return false;
  addHit(scan, start, end, 'phone-column', 'PHONE', RANK.pii);
  return true;
}

/** A number beside a word such as "tel" or "mobile". */
function readBeside(scan: Scan, wordStart: number, end: number): void {
  const { text } = scan;
  const word = text.slice(wordStart, end);
  if (word.length > 2 && LABEL.test(word) && readField(scan, wordStart, end)) return;
  if (!hasDigitNear(text, wordStart, end)) return;
  if (word.endsWith('/') && !/wa\.me\/|zalo\//i.test(word)) return;
  if (/^[a-z]{2}$/i.test(word) && /[a-z]/i.test(text[end] ?? '')) return;
  if (text.startsWith('egram', end)) return; // the messenger that begins like a telephone
  const weak = WEAK.test(word);
  const plain = PLAIN.test(word);
  const bridge = /[/=]$/.test(word) ? '' : matchAt(BRIDGE, text, end)?.[0];
  const bare = /msisdn|wa\.me|phone=|whats/i.test(word);
  if (bridge !== undefined) {
    if (plain && !/^\(?0[1-9]\d{0,5}[ )/-]/.test(text.slice(end + bridge.length, end + bridge.length + 10))) return;
    if (readNumber(scan, end + bridge.length, !weak && !plain, false, bare)) return;
  }
  if (plain || (isAt(text, end, ALNUM) && !/[^ -~]/.test(word))) return;
  const loose = matchAt(LOOSE, text, end)?.[0];
  if (loose !== undefined) readNumber(scan, end + loose.length, !weak, true, false);
  const from = Math.max(0, wordStart - BEFORE_REACH);
  const before = BEFORE.exec(text.slice(from, wordStart));
  if (before?.[1] && isWrittenAsPhone(before[1], true)) {
    const start = from + before.index;
    addHit(scan, start, start + before[1].length, 'phone', 'PHONE', RANK.pii);
  }
}

/** `M: 0400 288 576`, `T 020 7946 0963`: as cards and signatures abbreviate. */
const LETTER = /[TMPFCHWD][.:]?[ \t\u00a0]{1,2}(\(?0\d{1,4}\)?[ -]\d{2,4}(?:[ -]\d{2,4}){1,3})(?![\w-]|[.,:]\d)/y;

function readLetter(scan: Scan, start: number): void {
  const number = matchAt(LETTER, scan.text, start)?.[1];
  if (number && /\d{4}/.test(number) && isWrittenAsPhone(number, true))
    addHit(scan, LETTER.lastIndex - number.length, LETTER.lastIndex, 'phone', 'PHONE', RANK.pii);
}

const LETTERS = [...'tmpfchwd'].flatMap((letter) => [' 0', ': 0', '. 0', ' (0', ': (0'].map((end) => letter + end));

export const PHONE_WORD_DETECTORS: readonly Detector[] = [
  detector('start', WORDS.trim().split(/[,\n]/), readBeside),
  detector('start', LETTERS, readLetter),
];

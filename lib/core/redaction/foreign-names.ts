import { DIGIT, indexWithin, isAt, isWordAt, QUOTE } from './chars.ts';
import { matchAt } from './match-at.ts';
import { readCode } from './more-codes.ts';
import type { NameClass } from './names.ts';
import { readProse } from './prose.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isSecretWord, withoutWraps } from './secret-words.ts';
import { addPassword } from './told.ts';

/** What secrets are called in the languages that people write to agents in; by what they hold. */
const PASSWORDS =
  'mot de passe,mdp,phrase secrète,contraseña,contrasena,clave,senha,palavra-passe,parola,wachtwoord,hasł,парол,кодовое слово,密码,密碼,口令,パスワード,暗証番号,비밀번호,패스워드,암호,şifre,lösenord,salasana,adgangskode,kodeord,passord,hesl,jelsz,كلمة المرور,كلمة السر,كلمة سر,كلمة مرور,الرقم السري,סיסמה,סיסמא,पासवर्ड,कूटशब्द,mật khẩu,sandi,รหัสผ่าน,κωδικ,лозинка,lozinka,geslo,slaptažodis,parole,parool,zugangsdaten,einmalpasswort,identifiants,credenciales,credenziali,credenciais,inloggegevens,dane logowania,учётные данные,учетные данные,code wifi,code du wifi,clé wifi,clef wifi,clave del wifi,wlan-schlüssel,netzwerkschlüssel,security answer,secret answer,wagwoord,nenosiri,비번,باسورد,رمز عبور,گذرواژه,پاس ورڈ,kata laluan,পাসওয়ার্ড,lösen:,ww is,ww: ,p/w:,p/w ,user/pass,secret word,magic word,security question,கடவுச்சொல்,პაროლი,գաղտնաբառ';
const KEYS =
  "api-schlüssel,api schlüssel,zugriffsschlüssel,geheimer schlüssel,clé api,clé d'api,clé d’api,clef api,clé secrète,clé d'accès,clave de api,clave api,clave secreta,clave de acceso,llave de api,chave de api,chave da api,chave api,chave secreta,chave de acesso,chiave api,chiave segreta,chiave di accesso,api-sleutel,api sleutel,geheime sleutel,klucz api,klucz dostępu,ключ,api anahtarı,gizli anahtar,密钥,密鑰,访问密钥,私钥,apiキー,api キー,秘密鍵,アクセスキー,api 키,api키,비밀 키,비밀키,مفتاح,api कुंजी,khóa api,kunci api,api-nyckel,api-nøgle,api-nøkkel,api-avain,คีย์ api,מפתח api,κλειδί api,api klíč";
const TOKENS =
  'zugriffstoken,zugangstoken,jeton,token de acceso,token de acesso,token di accesso,toegangstoken,токен,令牌,トークン,토큰,رمز الوصول';
const CODES =
  'sicherheitscode,bestätigungscode,zugangscode,freischaltcode,türcode,código,codigo,codice,verificatiecode,beveiligingscode,toegangscode,pincode,kod ,kodu,kode ,код ,пин-код,пин,コード,番号,验证码,驗證碼,校验码,动态码,门禁码,코드,인증번호,رمز ال,كود ,कोड,ओटीपी,पिन,mã xác,mã otp,verifieringskod,portkod,koden ,digicode,bekræftelseskode,ověřovací kód,puk ,puk:,combo,opens with,combination';

const named = (type: string, word: boolean): NameClass => ({
  type,
  strength: 'strong',
  word,
  vendor: null,
  login: false,
});
export const FOREIGN = named('PASSWORD', true);

/** Case endings and particles that scripts without blanks or with endings glue to the name. */
const ENDING =
  /(?:[\p{Ll}\p{Mn}\p{Mc}]{0,4}|是|为|為|は|が|を|는|은|가|를|을|改成了?|改为|改為|变成|换成|设为|设成|คือ|เป็น)?[ \t]*[:：=]?[ \t]*/uy;

function readForeign(kind: NameClass): Detector['detect'] {
  return (scan, start, end) => {
    const { text } = scan;
    if (kind.type === 'CODE') {
      readCode(scan, start, end);
      return;
    }
    const ending = matchAt(ENDING, text, end)?.[0] ?? '';
    const after = end + ending.length;
    const glued = !/[ \t:：=]$/.test(ending);
    if (glued && isWordAt(text, after) && text.charCodeAt(after) > 127) return;
    if (!(kind.word && isAt(text, after, DIGIT | QUOTE) && readDigits(scan, after)) && !readGlued(scan, after, kind))
      readProse(scan, start, end + ending.replace(/[ \t:：=]+$/, '').length, kind);
  };
}

const DIGITS = /["'「“]?(\d{4,8}|\d{3}[ -]\d{3})(?!\d|[.,]\d)/y;

function readDigits(scan: Scan, after: number): boolean {
  const code = matchAt(DIGITS, scan.text, after)?.[1];
  if (!code) return false;
  addHit(scan, DIGITS.lastIndex - code.length, DIGITS.lastIndex, 'prose', 'PASSWORD', RANK.context);
  return true;
}

/** A value right behind the name, as scripts without blanks write it. */
function readGlued(scan: Scan, after: number, kind: NameClass): boolean {
  const opened = /^[「『“《【（]/.test(scan.text.slice(after, after + 1)) ? 1 : 0;
  const raw = /^[!-~]{5,128}/.exec(scan.text.slice(after + opened, after + 128))?.[0];
  const glued = raw && withoutWraps(raw);
  if (!glued || !isSecretWord(glued, kind)) return false;
  const start = indexWithin(scan.text, glued, after, after + 8);
  const end = start + glued.length;
  const sign = /^[!?*]/.test(scan.text.slice(end, end + 1)) && /\d/.test(glued) ? 1 : 0;
  addPassword(scan, start, end + sign, 'prose', kind.type);
  return true;
}

export const FOREIGN_DETECTORS: readonly Detector[] = [
  [PASSWORDS, FOREIGN],
  [KEYS, named('API_KEY', false)],
  [TOKENS, named('TOKEN', false)],
  [CODES, named('CODE', false)],
].map(([words, kind]) => detector('start', (words as string).split(','), readForeign(kind as NameClass)));

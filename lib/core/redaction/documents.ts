/** A document that people are known by: how it is called, and how its number looks. */
export interface Document {
  /** A blank in a name stands for a blank, a sign or nothing. */
  readonly names: readonly string[];
  readonly shape: string;
  /** Digits with weights, as `checksums.ts` reads them; empty where the shape must do. */
  readonly check: string;
}

/**
 * Names that mean one document of one country, shape, check. In a shape `~` is a sign between groups that may be left out.
 * Short names need the shape that is theirs alone, a check where another number could have that shape.
 */
const TABLE = `
nif;nie;dni;d.n.i;n.i.f;n.i.e;contribuinte;nif/nie | \\d{8}-?[A-Z]|[XYZ]-?\\d{7}-?[A-Z]|[A-Z]-?\\d{7}-?[A-Z0-9]|\\d{3}~\\d{3}~\\d{3}|\\d{2}\\.?\\d{3}\\.?\\d{3}
codice fiscale;cod. fiscale;cod. fisc;c.f;cf | [A-Z]{6}~\\d{2}~?[A-Z]\\d{2}~[A-Z]\\d{3}~?[A-Z]
bsn;sofinummer;burgerservicenr | \\d{9}|\\d{4}\\.\\d{2}\\.\\d{3}|\\d{3}~\\d{3}~\\d{3} | 11=9,8,7,6,5,4,3,2,-1
pesel | \\d{11}
regon | \\d{9}(?:\\d{5})?
nip | \\d{3}~\\d{3}~\\d{2}~\\d{2}|\\d{3}-\\d{2}-\\d{2}-\\d{3} | 11=6,5,7,2,3,4,5,6,7,-1
cnp;cod numeric personal | [1-9]\\d{12}
cpr;cpr nr;cpr nummer | [0-3]\\d[01]\\d{3}[- ]?\\d{4}
pnr;personnr;pers. nr;pers.nr;personnummer;person nummer;samordningsnummer | (?:19|20)?\\d{6}[-+ ]?\\d{4}
hetu;henkilö tunnus;henkilötunnus;personbeteckning | \\d{6}[-+A-F]\\d{3}[0-9A-Y]
fnr;fødselsnr;fodselsnr;fødselsnummer;fodselsnummer;d nummer | [0-7]\\d[0145]\\d{3}[ .]?\\d{5} | 11=5,4,3,2,7,6,5,4,3,2,1
kt;kennitala | [0-7]\\d[01]\\d{3}[- ]?\\d{4} | 11=3,2,7,6,5,4,3,2,1,0
davčna številka;davčna št;davcna | \\d{8}
oib | \\d{11} | 11,10
jmbg;јмбг;emšo;emso;емшо;ембг;embg;umcn | \\d{13}
rodné číslo;rodne cislo;rodné č;rod. č;r.č;r. č;rč | \\d{6}/?\\d{3,4}
rc | \\d{6}/\\d{3,4}
egn;егн;лнч | \\d{10}
isikukood;asmens kodas;a.k | [1-8]\\d{2}[01]\\d[0-3]\\d{5}
personas kods;personas kodu;p.k | \\d{6}-?\\d{5}
taj;taj szám;taj szam;tajszám | \\d{3}~\\d{3}~\\d{3} | 10=3,7,3,7,3,7,3,7,-1
adóazonosító;adóazonosító jel;adoazonosito;adószám | 8\\d{9}|\\d{8}-\\d-\\d{2}
személyi szám;személyi azonosító;szem.ig.szám;személyi igazolvány | [1-8]-?\\d{6}-?\\d{4}|\\d{6}[A-Z]{2}
αφμ;α.φ.μ;afm | \\d{9}
αμκα;α.μ.κ.α;amka | \\d{11}
αδτ;α.δ.τ;αριθμός ταυτότητας | [A-ZΑ-Ω]{1,2}[ -]?\\d{6}
tckn;t.c. kimlik;tc kimlik;kimlik;vatandaşlık no | [1-9]\\d{10}
t.c;tc;tc no;t.c. no | [1-9]\\d{10} | 10=1,1,1,1,1,1,1,1,1,1,-1
rijksregister;rijksregisternr;rijksregisternummer;registre national;rrn;nrn;niss;insz;numéro national;num national;nummer rijksregister;nationaal nummer;n° national;inss;nationalregisternummer | \\d{2}~\\d{2}~\\d{2}~\\d{3}~\\d{2}
pps;ppsn;pps no;pps number;rsi number | \\d{7}[A-W][A-IW]?
sa id;rsa id;south african id;s.a. id;id nommer | \\d{6}~\\d{4}~\\d{3}|\\d{13} | luhn
cuit;cuil;c.u.i.t;c.u.i.l;cuit/cuil | \\d{2}~\\d{8}~\\d
rut;run;r.u.t;r.u.n | \\d{1,2}\\.?\\d{3}\\.?\\d{3}-?[\\dkK] | rut
curp;c.u.r.p | [A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z0-9]\\d
rfc;r.f.c | [A-ZÑ&]{3,4}-?\\d{6}-?[A-Z0-9]{3}
clave de elector;clave elector | [A-Z]{6}\\d{8}[HM]\\d{3}
cpf;c.p.f;cpf/mf | \\d{3}\\.?\\d{3}\\.?\\d{3}[-/ ]?\\d{2}
cnpj;c.n.p.j;cgc | \\d{2}\\.?\\d{3}\\.?\\d{3}\\/?\\d{4}-?\\d{2}
rg;r.g | \\d{1,2}\\.\\d{3}\\.\\d{3}-?[\\dXx]|\\d{7,8}-[\\dXx]
registro geral;carteira de identidade | \\d{1,2}\\.?\\d{3}\\.?\\d{3}-?[\\dXx]
pis;pasep;nis;pis/pasep;nit | \\d{3}\\.?\\d{5}\\.?\\d{2}-?\\d|\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d
cnh;título eleitor;título de eleitor;titulo eleitoral | \\d{11,12}|\\d{4} \\d{4} \\d{4}
cédula;cedula;céd;ced;cédula de ciudadanía;cédula de identidad;cédula de extranjería;cédula de residencia | [VEJ]-?\\d{1,2}\\.?\\d{3}\\.?\\d{3}|\\d{3}-?\\d{7}-?\\d|\\d-\\d{4}-\\d{4}|\\d{1,2}-\\d{1,4}-\\d{3,6}|\\d{9}-?\\d|\\d{1,2}\\.?\\d{3}\\.?\\d{3}(?:-?\\d)?
c.i;ci;c.c;cc;t.i;c.e | [VE]-?\\d{1,2}\\.?\\d{3}\\.?\\d{3}|\\d{1,2}\\.\\d{3}\\.\\d{3}(?:-\\d)?|\\d\\.\\d{3}\\.\\d{3}\\.\\d{3}
c.i;ci | \\d{9}-?\\d | luhn
c.c;cc n | \\d{10}
ruc;r.u.c | \\d{11}|\\d{13}|\\d{6,8}-\\d
dpi;cui | \\d{4}[ -]?\\d{5}[ -]?\\d{4}
dui;nit | \\d{8}-\\d|\\d{4}-\\d{6}-\\d{3}-\\d
nss;imss | \\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{4}[ -]?\\d
sin;nas;n.a.s;s.i.n;social insurance;assurance sociale;numéro assurance sociale | \\d{3}[ -]?\\d{3}[ -]?\\d{3} | luhn
nino;ni;ni number;ni no;ni num;n.i;national insurance | [A-Z]{2}~\\d{2}~\\d{2}~\\d{2}~[A-D]
utr;unique taxpayer reference | \\d{5}[ -]?\\d{5}
nhs;nhs no;nhs number;chi;chi number;h&c | \\d{3}[ -]?\\d{3}[ -]?\\d{4} | 11=10,9,8,7,6,5,4,3,2,1
tfn;tax file;tax file number | \\d{3}[ -]?\\d{3}[ -]?\\d{2,3}
abn;acn | \\d{2}~\\d{3}~\\d{3}~\\d{3}|\\d{3}~\\d{3}~\\d{3}
medicare;medicare no;medicare card;mbi | \\d{4}[ -]?\\d{5}[ -]?\\d(?:[ /-]?\\d)?|[1-9][A-Z][A-Z0-9]\\d-?[A-Z][A-Z0-9]\\d-?[A-Z]{2}\\d{2}
ird;ird no;ird number | \\d{2,3}[ -]?\\d{3}[ -]?\\d{3}
nhi | [A-Z]{3}\\d{4}|[A-Z]{3}\\d{2}[A-Z]{2}
ein;fein | \\d{2}-\\d{7}
tin;itin;tin no;tin number | \\d{2,3}[- ]?\\d{2,7}(?:[- ]?\\d{3,4}){0,2}
ssn;s.s.n;social security;full social;soc sec;my social;his social;her social | \\d{3}[-. ]\\d{2}[-. ]\\d{4}|\\d{9}
nric;fin;fin no;nric/fin;ic no;ic | [STFGM]\\d{7}[A-Z]|\\d{6}-\\d{2}-\\d{4}
mykad;my kad;no. kp;no kp;no.kp;kad pengenalan;no. k/p;ic number;no. pengenalan | \\d{6}-?\\d{2}-?\\d{4}
hkid;hk id;香港身份證;香港身份证;身份證號碼 | [A-Z]{1,2}\\d{6}[(（]?[\\dA][)）]?
身分證;身份證字號;身分證字號;國民身分證;統一編號;居留證 | [A-Z][A-D1289]\\d{8}|\\d{8}
身份证;身份证号;身份证号码;公民身份号码;居民身份证;证件号码;证件号 | \\d{17}[\\dXx]|\\d{15}|[A-Z]\\d{8}
주민등록번호;주민번호;주민등록;외국인등록번호;외국인번호 | \\d{6}[- ]?\\d{7}
사업자등록번호;사업자번호 | \\d{3}-?\\d{2}-?\\d{5}
マイナンバー;個人番号;my number;mynumber;法人番号 | \\d{4}[ -]?\\d{4}[ -]?\\d{4}|\\d{13}
基礎年金番号 | \\d{4}-?\\d{6}
運転免許;運転免許証;免許証番号 | \\d{12}
旅券;旅券番号;パスポート;パスポート番号 | [A-Z]{2}\\d{7}
aadhaar;adhaar;aadhar;आधार;uidai;uid no;aadhaar no | [2-9]\\d{3}[ -]?\\d{4}[ -]?\\d{4}(?:[ -]?\\d{4})?
pan;pan no;पैन | [A-Z]{5}\\d{4}[A-Z]
epic;voter id;मतदाता | [A-Z]{3}\\d{7}
gstin;gst | \\d{2}[A-Z]{5}\\d{4}[A-Z]\\dZ[A-Z\\d]
uan;esic | \\d{12}|\\d{17}|\\d{10}
cnic;nicop;شناختی کارڈ;snic | \\d{5}-?\\d{7}-?\\d
nic;n.i.c;nic no;ජා.හැ.අ | \\d{9}[VXvx]|(?:19|20)\\d{10}
nid;এনআইডি;জাতীয় পরিচয়পত্র;nid no | \\d{10}|\\d{13}|\\d{17}|\\d{3}~\\d{3}~\\d{4}
nin;bvn;nin no;vnin | \\d{11}
ghana card;ghanacard | GHA-\\d{9}-\\d
nida | \\d{8}-?\\d{5}-?\\d{5}-?\\d{2}
nik;ktp;no ktp;nomor ktp;no. ktp;nomor induk kependudukan | \\d{16}|\\d{2}[. ]\\d{4}[. ]\\d{6}[. ]\\d{4}
npwp | \\d{2}\\.?\\d{3}\\.?\\d{3}\\.?\\d-?\\d{3}\\.?\\d{3}
cccd;cmnd;căn cước;cmtnd;số căn cước;chứng minh nhân dân;mst | \\d{12}|\\d{9,10}|\\d{3}~\\d{3}~\\d{3}(?:~\\d{3})?
บัตรประชาชน;เลขประจำตัวประชาชน;เลขบัตรประชาชน;เลขบัตร;thai id | \\d-?\\d{4}-?\\d{5}-?\\d{2}-?\\d|\\d \\d{4} \\d{5} \\d{2} \\d
philsys;pcn;psn;phil sys | \\d{4}[ -]\\d{4}[ -]\\d{4}(?:[ -]\\d{4})?
sss;sss no;philhealth;gsis;pag ibig;pagibig | \\d{2}-\\d{7}-\\d|\\d{2}-\\d{9}-\\d|\\d{4}-\\d{4}-\\d{4}
کد ملی;کدملی;شماره ملی | \\d{3}~\\d{6}~\\d|\\d{10}
الرقم القومي;رقم قومي;الرقم الوطني;رقم وطني;رقم البطاقة;البطاقة الشخصية;بطاقة الهوية | [23]\\d{13}|\\d{9,12}
رقم الهوية;الهوية الوطنية;رقم الإقامة;الإقامة;هوية;iqama;iqama no;national address id | [12]\\d{9}|784-?\\d{4}-?\\d{7}-?\\d
emirates id;eid;eida;eid no;الهوية الإماراتية | 784-?\\d{4}-?\\d{7}-?\\d
civil id;الرقم المدني;رقم مدني;qid;cpr no | [23]\\d{11}|\\d{11}|\\d{9}
cin;c.i.n;carte nationale;cnie | [A-Z]{1,2}\\d{5,6}|\\d{8}
תעודת זהות;ת.ז;ת״ז;ת"ז;תז;מספר זהות;מס' זהות;מ.ז;teudat zehut;tz;israeli id | \\d{9}|\\d{8}-?\\d|\\d-?\\d{7}-?\\d | luhn
рнокпп;іпн;ипн;идентификационный код;ідентифікаційний код;ідентифікаційний номер | \\d{10}
иин;жсн;iin | \\d{2}[01]\\d[0-3]\\d{7}
бин;bin no | \\d{12}
снилс;snils | \\d{3}-?\\d{3}-?\\d{3}[ -]?\\d{2}
инн;inn | \\d{12}|\\d{10}
огрн;огрнип | \\d{13}|\\d{15}
омс;полис;полис омс | \\d{16}|\\d{4} \\d{4} \\d{4} \\d{4}
паспорт;паспорт рф;паспорта;пасп;серия;серия и номер;серія | \\d{2} ?\\d{2}[ №n-]{0,4}\\d{6}|[А-ЯA-Z]{2} ?№? ?\\d{6,7}|\\d{9}
личный номер;идентификационный номер;особистий номер | \\d{7}[A-ZА-Я]\\d{3}[A-ZА-Я]{2}\\d|\\d{8}-\\d{5}
პირადი ნომერი;პ/ნ;piradi nomeri | \\d{11}
nuit;nid card;omang | \\d{9}
insee;nir;n° ss;n° de sécu;numéro de sécu;num sécu;no sécu;n° sécurité sociale;sécurité sociale;sécu;n° insee;numéro ss | [12]~\\d{2}~\\d{2}~(?:\\d{2}|2[AB])~\\d{3}~\\d{3}(?:~\\d{2})?
numéro fiscal;n° fiscal;spi | \\d{2}~\\d{2}~\\d{3}~\\d{3}~\\d{3}
ahv;avs;ahv nr;ahv nummer;n° avs;navs;navs13;no avs | 756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}|\\d{3}\\.\\d{2}\\.\\d{3}\\.\\d{3}
svnr;sv nr;sv nummer;svnummer;sozialversicherungs nr;sozialversicherungsnummer;vsnr;versicherungsnummer;e card | \\d{3,4}[ -/]?\\d{6}|\\d{2}~\\d{6}~[A-Z]~\\d{3}
steuer id;steuer ident;steuer idnr;steueridentifikationsnummer;steuerliche identifikationsnummer;steuerliche id;identifikationsnummer;tin de;steuernr | \\d{2}~\\d{3}~\\d{3}~\\d{3}|\\d{2,3}[/ ]\\d{3}[/ ]\\d{4,5}
idnr;id nr | \\d{2}~\\d{3}~\\d{3}~\\d{3} | 11,10
rvnr;rentenversicherung;kvnr;krankenversichertennr | \\d{2}~\\d{6}~[A-Z]~\\d{3}|[A-Z]\\d{9}
matricule;matricule national | (?:19|20)\\d{11}
`;

/** Names after which any number is the number of a document. */
const NAMES = `
ssn;social security;aadhaar;aadhar;national insurance;national id;national identity;national identification
nationality no;identity card;id card;tax id;tax number;tax no;tax payer;taxpayer;steuer id;steuer idnr
steueridentifikationsnummer;steuernummer;sozialversicherungsnummer;personalausweis;ausweis nr;perso nr;sozialversicherungsnr;steuernr;steuer nr;rentenversicherungsnr;führerschein nr;ausweisnr
ausweisnummer;reisepass;pass nr;passport;passnummer;driver license;drivers license;driver's license
drivers' license;drivers licence;driver’s license;driver's licence;driver licence;driving licence;driving license;führerschein
führerscheinnummer;rijbewijs;permis de conduire;patente di guida;carnet de conducir;licencia de conducir
prawo jazdy;rijksregisternummer;registre national;burgerservicenummer;fødselsnummer;henkilötunnus
sécurité sociale;security number;pan card;pan number;身份证;身份证号;身份证号码;주민등록번호;vat id;vat number;vat no;vat;ust id
ust idnr;siret;siren;паспорт;загранпаспорт;водительское удостоверение;rodné číslo;voter id;health card
insurance number;cartão de cidadão;resident registration;residence permit;licen[cs]e number;licen[cs]e no
personalausweisnummer;reisepassnummer;rentenversicherungsnummer;versichertennummer;krankenversichertennummer
krankenkasse;personal number;personal code;personal id;identity number;identity no;identity document
government id;govt id;gov id;identification number;numéro de sécu;n° de sécu;numéro fiscal;numéro d identité
carte d identité;carte d'identité;carte d’identité;pièce d'identité;carta d'identità;documento d'identità;numéro d'identité;pièce d identité;cni n;numéro de passeport;passeport;pasaporte;passaporto;passaporte;paspoort
paspoortnummer;paszport;pașaport;pasport;pas nr;passinumero;passnr;pasaport;pasaport no;διαβατήριο
número de identificación;número de identidad;documento de identidad;documento identidad;nro documento
nro. documento;número de documento;n° documento;documento n;seguridad social;tessera sanitaria
carta d identità;carta identità;documento d identità;carteira de identidade;bilhete de identidade
dowód osobisty;dowodu osobistego;nr dowodu;seria i numer dowodu;numer dowodu;номер паспорта;občanský průkaz
číslo op;osobná karta;osobna iskaznica;osebna izkaznica;лична карта;лична карта №;carte de identitate;buletin
identiteitskaart;id kort;legitimation nr;רישיון נהיגה;דרכון;جواز السفر;رقم الجواز;جواز سفر;رخصة القيادة;आधार
पासपोर्ट;护照;護照;护照号;护照号码;驾驶证;驾照;港澳通行证;统一社会信用代码;여권;여권번호;운전면허;外国人登録;在留カード;在留カード番号;旅券番号;運転免許;健康保険証;保険証番号;nomor ktp
nomor paspor;paspor;hộ chiếu;หนังสือเดินทาง;พาสปอร์ต;pasaporte no;citizen id;citizenship number
tax file number;fiscal code;mwst;p.iva;partita iva;btw;btw nr;tva;n° tva;itin no;dl no;dl#;dl number;dl num
driver id
`;

export const DOCUMENT_NAMES: readonly string[] = NAMES.trim().split(/[;\n]/);

export const DOCUMENTS: readonly Document[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [names = '', shape = '', check = ''] = line.split(' | ');
    return { names: names.split(';'), shape: shape.trim(), check: check.trim() };
  });

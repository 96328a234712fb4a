/** A document that people are known by: how it is called, and how its number looks. */
export interface Document {
  /** A blank in a name stands for a blank, a sign or nothing. */
  readonly names: readonly string[];
  readonly shape: string;
  /** Digits with weights, as `checksums.ts` reads them; empty where the shape must do. */
  readonly check: string;
}

/**
 * Names that mean one document of one country, shape, check. In a shape `#` is a digit and `~` a sign between groups that may be left out.
 * Short names need the shape that is theirs alone, a check where another number could have that shape.
 */
const TABLE = `
nif;nie;dni;d.n.i;n.i.f;n.i.e;contribuinte;nif/nie | #{8}-?[A-Z]|[XYZ]-?#{7}-?[A-Z]|[A-Z]-?#{7}-?[A-Z0-9]|###~###~###|##\\.?###\\.?###
codice fiscale;cod. fiscale;cod. fisc;c.f;cf | [A-Z]{6}~##~?[A-Z]##~[A-Z]###~?[A-Z]
bsn;sofinummer;burgerservicenr | #{9}|####\\.##\\.###|###~###~### | 11=9,8,7,6,5,4,3,2,-1
pesel | #{11}
regon | #{9}(?:#####)?
nip | ###~###~##~##|###-##-##-### | 11=6,5,7,2,3,4,5,6,7,-1
cnp;cod numeric personal | [1-9]#{12}
cpr;cpr nr;cpr nummer | [0-3]#[01]###[- ]?####
pnr;personnr;pers. nr;personnummer;person nummer;samordningsnummer | (?:19|20)?######[-+ ]?####
hetu;henkilö tunnus;henkilötunnus;personbeteckning | ######[-+A-F]###[0-9A-Y]
fnr;fødselsnr;fodselsnr;fødselsnummer;fodselsnummer;d nummer | [0-7]#[0145]###[ .]?##### | 11=5,4,3,2,7,6,5,4,3,2,1
kt;kennitala | [0-7]#[01]###[- ]?#### | 11=3,2,7,6,5,4,3,2,1,0
davčna številka;davčna št;davcna | #{8}
oib | #{11} | 11,10
jmbg;јмбг;emšo;emso;емшо;ембг;embg;umcn | #{13}
rodné číslo;rodne cislo;rodné č;rod. č;r. č;rč | ######/?#{3,4}
rc | ######/#{3,4}
egn;егн;лнч | #{10}
isikukood;asmens kodas;a.k | [1-8]##[01]#[0-3]#####
personas kods;personas kodu;p.k | ######-?#####
taj;taj szám;taj szam | ###~###~### | 10=3,7,3,7,3,7,3,7,-1
adóazonosító;adóazonosító jel;adoazonosito;adószám | 8#{9}|#{8}-#-##
személyi szám;személyi azonosító;szem.ig.szám;személyi igazolvány | [1-8]-?######-?####|######[A-Z]{2}
αφμ;α.φ.μ;afm | #{9}
αμκα;α.μ.κ.α;amka | #{11}
αδτ;α.δ.τ;αριθμός ταυτότητας | [A-ZΑ-Ω]{1,2}[ -]?######
tckn;t.c. kimlik;tc kimlik;kimlik;vatandaşlık no | [1-9]#{10}
t.c;tc;tc no;t.c. no | [1-9]#{10} | 10=1,1,1,1,1,1,1,1,1,1,-1
rijksregister;rijksregisternr;rijksregisternummer;registre national;rrn;nrn;niss;insz;numéro national;num national;nummer rijksregister;nationaal nummer;n° national;inss;nationalregisternummer | ##~##~##~###~##
pps;ppsn;pps no;pps number;rsi number | #{7}[A-W][A-IW]?
sa id;rsa id;south african id;s.a. id;id nommer | ######~####~###|#{13} | luhn
cuit;cuil;c.u.i.t;c.u.i.l;cuit/cuil | ##~#{8}~#
rut;run;r.u.t;r.u.n | #{1,2}\\.?###\\.?###-?[#kK] | rut
curp;c.u.r.p | [A-Z]{4}######[HMX][A-Z]{5}[A-Z0-9]#
rfc;r.f.c | [A-ZÑ&]{3,4}-?######-?[A-Z0-9]{3}
clave de elector;clave elector | [A-Z]{6}#{8}[HM]###
cpf;c.p.f;cpf/mf | ###\\.?###\\.?###[-/ ]?##
cnpj;c.n.p.j;cgc | ##\\.?###\\.?###\\/?####-?##
rg;r.g | #{1,2}\\.###\\.###-?[#Xx]|#{7,8}-[#Xx]
registro geral;carteira de identidade | #{1,2}\\.?###\\.?###-?[#Xx]
pis;pasep;nis;pis/pasep;nit | ###\\.?#####\\.?##-?#|###\\.?###\\.?###-?#
cnh;título eleitor;título de eleitor;titulo eleitoral | #{11,12}|#### #### ####
cédula;cedula;céd;ced;cédula de ciudadanía;cédula de identidad;cédula de extranjería;cédula de residencia | [VEJ]-?#{1,2}\\.?###\\.?###|###-?#{7}-?#|#-####-####|#{1,2}-#{1,4}-#{3,6}|#{9}-?#|#{1,2}\\.?###\\.?###(?:-?#)?
c.i;ci;c.c;cc;t.i;c.e | [VE]-?#{1,2}\\.?###\\.?###|#{1,2}\\.###\\.###(?:-#)?|#\\.###\\.###\\.###
c.i;ci | #{9}-?# | luhn
c.c;cc n | #{10}
ruc;r.u.c | #{11}|#{13}|#{6,8}-#
dpi;cui | ####[ -]?#####[ -]?####
dui;nit | #{8}-#|####-######-###-#
nss;imss | ##[ -]?##[ -]?##[ -]?####[ -]?#
sin;nas;n.a.s;s.i.n;social insurance;assurance sociale;numéro assurance sociale | ###[ -]?###[ -]?### | luhn
ni;ni number;ni no;ni num;n.i;national insurance | [A-Z]{2}~##~##~##~[A-D]
utr;unique taxpayer reference | #####[ -]?#####
nhs;nhs no;nhs number;chi;chi number;h&c | ###[ -]?###[ -]?#### | 11=10,9,8,7,6,5,4,3,2,1
tfn;tax file;tax file number | ###[ -]?###[ -]?#{2,3}
abn;acn | ##~###~###~###|###~###~###
medicare;medicare no;medicare card;mbi | ####[ -]?#####[ -]?#(?:[ /-]?#)?|[1-9][A-Z][A-Z0-9]#-?[A-Z][A-Z0-9]#-?[A-Z]{2}##
ird;ird no;ird number | #{2,3}[ -]?###[ -]?###
nhi | [A-Z]{3}####|[A-Z]{3}##[A-Z]{2}
ein;fein | ##-#{7}
tin;itin;tin no;tin number | #{2,3}[- ]?#{2,7}(?:[- ]?#{3,4}){0,2}
ssn;s.s.n;social security;full social;soc sec;my social;his social;her social | ###[-. ]##[-. ]####|#{9}
nric;fin;fin no;nric/fin;ic no;ic | [STFGM]#{7}[A-Z]|######-##-####
my kad;no. kp;no kp;kad pengenalan;no. k/p;ic number;no. pengenalan | ######-?##-?####
hk id;香港身份證;香港身份证;身份證號碼 | [A-Z]{1,2}######[(（]?[#A][)）]?
身分證;身份證字號;身分證字號;國民身分證;統一編號;居留證 | [A-Z][A-D1289]#{8}|#{8}
身份证;身份证号;身份证号码;公民身份号码;居民身份证;证件号码;证件号 | #{17}[#Xx]|#{15}|[A-Z]#{8}
주민등록번호;주민번호;주민등록;외국인등록번호;외국인번호 | ######[- ]?#{7}
사업자등록번호;사업자번호 | ###-?##-?#####
マイナンバー;個人番号;my number;mynumber;法人番号 | ####[ -]?####[ -]?####|#{13}
基礎年金番号 | ####-?######
運転免許;運転免許証;免許証番号 | #{12}
旅券;旅券番号;パスポート;パスポート番号 | [A-Z]{2}#{7}
aadhaar;adhaar;aadhar;आधार;uidai;uid no;aadhaar no | [2-9]###[ -]?####[ -]?####(?:[ -]?####)?
pan;pan no;पैन | [A-Z]{5}####[A-Z]
epic;voter id;मतदाता | [A-Z]{3}#{7}
gstin;gst | ##[A-Z]{5}####[A-Z]#Z[A-Z#]
uan;esic | #{12}|#{17}|#{10}
cnic;nicop;شناختی کارڈ;snic | #####-?#{7}-?#
nic;n.i.c;nic no;ජා.හැ.අ | #{9}[VXvx]|(?:19|20)#{10}
nid;এনআইডি;জাতীয় পরিচয়পত্র;nid no | #{10}|#{13}|#{17}|###~###~####
nin;bvn;nin no;vnin | #{11}
ghana card;ghanacard | GHA-#{9}-#
nida | #{8}-?#####-?#####-?##
nik;ktp;no ktp;nomor ktp;no. ktp;nomor induk kependudukan | #{16}|##[. ]####[. ]######[. ]####
npwp | ##\\.?###\\.?###\\.?#-?###\\.?###
cccd;cmnd;căn cước;cmtnd;số căn cước;chứng minh nhân dân;mst | #{12}|#{9,10}|###~###~###(?:~###)?
บัตรประชาชน;เลขประจำตัวประชาชน;เลขบัตรประชาชน;เลขบัตร;thai id | #-?####-?#####-?##-?#|# #### ##### ## #
pcn;psn;phil sys | ####[ -]####[ -]####(?:[ -]####)?
sss;sss no;philhealth;gsis;pag ibig | ##-#{7}-#|##-#{9}-#|####-####-####
کد ملی;شماره ملی | ###~######~#|#{10}
الرقم القومي;رقم قومي;الرقم الوطني;رقم وطني;رقم البطاقة;البطاقة الشخصية;بطاقة الهوية | [23]#{13}|#{9,12}
رقم الهوية;الهوية الوطنية;رقم الإقامة;الإقامة;هوية;iqama;iqama no;national address id | [12]#{9}|784-?####-?#{7}-?#
emirates id;eid;eida;eid no;الهوية الإماراتية | 784-?####-?#{7}-?#
civil id;الرقم المدني;رقم مدني;qid;cpr no | [23]#{11}|#{11}|#{9}
cin;c.i.n;carte nationale;cnie | [A-Z]{1,2}#{5,6}|#{8}
תעודת זהות;ת.ז;ת״ז;ת"ז;תז;מספר זהות;מס' זהות;מ.ז;teudat zehut;tz;israeli id | #{9}|#{8}-?#|#-?#{7}-?# | luhn
рнокпп;іпн;ипн;идентификационный код;ідентифікаційний код;ідентифікаційний номер | #{10}
иин;жсн;iin | ##[01]#[0-3]#{7}
бин;bin no | #{12}
снилс;snils | ###-?###-?###[ -]?##
инн;inn | #{12}|#{10}
огрн;огрнип | #{13}|#{15}
омс;полис;полис омс | #{16}|#### #### #### ####
паспорт;паспорт рф;паспорта;пасп;серия;серия и номер;серія | ## ?##[ №n-]{0,4}######|[А-ЯA-Z]{2} ?№? ?#{6,7}|#{9}
личный номер;идентификационный номер;особистий номер | #{7}[A-ZА-Я]###[A-ZА-Я]{2}#|#{8}-#####
პირადი ნომერი;პ/ნ;piradi nomeri | #{11}
nuit;nid card;omang | #{9}
insee;nir;n° ss;n° de sécu;numéro de sécu;num sécu;no sécu;n° sécurité sociale;sécurité sociale;sécu;n° insee;numéro ss | [12]~##~##~(?:##|2[AB])~###~###(?:~##)?
numéro fiscal;n° fiscal;spi | ##~##~###~###~###
ahv;avs;ahv nr;ahv nummer;n° avs;navs;navs13;no avs | 756\\.?####\\.?####\\.?##|###\\.##\\.###\\.###
sv nr;sv nummer;svnummer;sozialversicherungs nr;sozialversicherungsnummer;vsnr;versicherungsnummer;e card | #{3,4}[ -/]?######|##~######~[A-Z]~###
steuer id;steuer ident;steuer idnr;steueridentifikationsnummer;steuerliche identifikationsnummer;steuerliche id;identifikationsnummer;tin de;steuernr | ##~###~###~###|#{2,3}[/ ]###[/ ]#{4,5}
id nr | ##~###~###~### | 11,10
rvnr;rentenversicherung;kvnr;krankenversichertennr | ##~######~[A-Z]~###|[A-Z]#{9}
matricule;matricule national | (?:19|20)#{11}
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
carte d identité;carte d'identité;carte d’identité;pièce d'identité;carta d'identità;numéro d'identité;pièce d identité;cni n;numéro de passeport;passeport;pasaporte;passaporto;passaporte;paspoort
paspoortnummer;paszport;pașaport;pasport;pas nr;passinumero;pasaport;pasaport no;διαβατήριο
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
    return { names: names.split(';'), shape: shape.trim().replaceAll('#', '\\d'), check: check.trim() };
  });

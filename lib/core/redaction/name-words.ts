/** Words that names of secrets are made of. Lower case; compound words that people write in one are listed as such. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export const PASSWORD = set(
  'password passwords passwd pwd pwrd pass passphrase passcode pw pswd passw psw userpass dbpass pgpass sshpass passwort kennwort contrasena contraseña clave senha mdp motdepasse parola haslo hasło wachtwoord losenord lösenord salasana pasahitza lozinka heslo jelszo parole adgangskode passord storepass keypass authtok psk masterauth bindpw rootpw smtppass mypass',
);
export const CODE = set(
  'pin otp totp cvv cvc cvv2 cvc2 csc passkey pincode pinkod pinkoden pinkode pinnummer digicode',
);
export const TOKEN = set(
  'token tokn bearer jwt accesstoken authtoken refreshtoken idtoken bottoken apitoken sessiontoken usertoken tok accesstokens pat macaroon',
);
export const SECRET = set(
  'secret secrete clientsecret appsecret apisecret consumersecret signingsecret webhooksecret secretstring sharedsecret cred creds credential credentials mnemonic privkey',
);
export const COOKIE = set(
  'cookie cookies setcookie sessionid sid phpsessid jsessionid csrftoken xsrftoken sessid asptnetsessionid connectsid sessioncookie sessionkey authcookie',
);
export const KEY = set(
  'apikey apikeys accesskey secretkey privatekey authkey masterkey encryptionkey signingkey sharedkey accountkey appkey servicekey licensekey sdkkey deploykey hostkey sharedaccesskey subscriptionkey rootkey adminkey apiaccesskey secretaccesskey accesskeyid storagekey sessionkeys functionkey nwkskey appskey',
);
/** `x_key` is a key to something when x is one of these. */
export const KEY_OF = set(
  'api access secret private auth master encryption encrypt decrypt signing sign shared network account app application service license licence sdk deploy admin root client consumer integration ingest ingestion write subscription functions function token credential credentials hmac aes jwt validation decryption session cookie bot gateway developer server webhook anthropic openai ai provider llm workspace org organization team ssh gpg pgp rsa wallet eth seed crypto vault storage unseal wifi wlan wpa activation preshared psk turn onboarding signer deployer minter funder',
);
export const WEAK = set(
  'signature sig auth basic seed salt pepper ticket nonce csrf xsrf code assertion sas hmac authorization auth_code secrets session key keys tokens verifier challenge appid',
);
/** `x_key` finds a row, a file or a translation. */
export const LOOKUP_KEY = set(
  'cache sort primary foreign partition row public publishable schema bucket lookup group query i18n translation locale object idempotency idempotence dedupe hash map index composite natural candidate unique join config registry storage_path blob asset artifact content image commit restore site file react list item node child parent routing sequence order version message theme color shortcut hot arrow modifier press pressed down up event any pub state nav tab menu label field column table',
);
/** After a secret's word these make the name speak about it, not hold it. */
export const ABOUT = set(
  `id ids identifier name names url urls uri uris file files filename path paths dir folder length len size sizes count counts type types limit limits hint hints version ver fields label labels title selector
  prefix suffix format algorithm algo alg expiry expires expired expiration exp ttl age at in within ago policy policies rule rules strength score manager provider providers service services store
  ref refs reference arn endpoint host hostname port region scope scopes regex pattern placeholder description desc message messages msg error errors status state enabled required valid validity source sources
  mapping index idx table column class button input form reset change changed page link template env variable variables param params parameter parameters arg args option options config settings schema module
  checksum chksum encryption resets attempts rotation rotated created updated modified date time timeout usage used budget window per total cost price rate bits bytes alias owner username email mail stdin vault vaults
  generator generators handler helper utils util validator validation verifier model models controller repository middleware interceptor guard factory builder parser reader writer resolver hasher hashing encoder
  header headers cookie_name list array set map keys kind level mode method flow grant response request prompt prompts visibility visible toggle match matches confirmation_text confirmed history required_message min max
  is has present exists missing needed ok valid_until uses location place position selected focus ring binding bindings press pressed down up code_name words chars characters stream streams embedding embeddings counter
  payload_type spec scheme issuer audience subject claims algorithm_name secretname plugin plugins package packages library lib docs doc documentation test tests mock stub example examples sample samples auth_type
  manager_name operator webhook_url through thru along point block gen bracket mirror sha256 sha1 sha512 md5 sensitive redacted masked protected field fieldname entropy policy_name authority mechanism strategy`,
);
export const BEFORE = set(
  'max min num number total count stop bos eos pad unk special n public publishable prompt completion input output cached reasoning has is no use used uses with need needs require requires without show hide toggle placeholder per',
);

/** Where the automaton looks for a name; each is part of a word above. */
export const NAME_STEMS: readonly string[] =
  'pass pasw pssw pswr pwd pwrd secret token tokn key cred auth cookie sessionid sessid sid sig jwt otp pin cvv cvc csc pw psw pswd psk bearer kennwort contrase clave senha mdp parola haslo hasł wachtwoord losenord lösenord salasana heslo jelszo adgangskode lozinka privkey mnemonic seed phrase code csrf xsrf appid assertion ticket hmac salt pepper apihash api_hash macaroon http_basic basic_cred ccnum cardn card_n card-n pat'.split(
    ' ',
  );

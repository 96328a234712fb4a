/** Functions that take a secret, and which argument it is; −1 is the last one. */
export const CALLS = `
createHmac 2
createCipheriv 2
createDecipheriv 2
createCipher 2
hmac.new 1
hash_hmac 3
HmacSHA256 2
HmacSHA1 2
jwt.sign 2
jwt.verify 2
jwt.encode 2
jwt.decode 2
jsonwebtoken.sign 2
setSigningKey 1
signWith 2
AES.encrypt 2
AES.decrypt 2
AES.new 1
SymmetricKey 1
analytics.load 1
Fernet 1
.Open 3
PDO 3
mysqli_connect 3
mysqli 3
mysql_connect 3
pg_connect 1
ftp_login 3
ssh2_auth_password 3
oci_connect 2
getConnection 3
MySQLdb.connect 3
pymysql.connect 3
mysql.connect 3
Credentials 2
auth= 2
auth = 2
auth: 2
HTTPBasicAuth 2
HTTPDigestAuth 2
BasicAuth 2
basic_auth 2
SetBasicAuth 2
withBasicAuth 2
UsernamePasswordCredentials 2
UsernamePasswordAuthenticationToken 2
PasswordAuthentication 2
NetworkCredential 2
PlainAuth 3
PLAIN 2
auth 2
login 2
sign_in 2
signIn 2
signInWithEmailAndPassword 3
createUserWithEmailAndPassword 3
createUser 2
authenticate 2
setPassword 1
withPassword 1
set_password 1
check_password 2
hashSync 1
bcrypt.hash 1
bcrypt.compare 1
hashpw 1
pbkdf2 1
pbkdf2Sync 1
scryptSync 1
scrypt 1
deriveKey 1
ConvertTo-SecureString 1
setApiKey 1
withApiKey 1
set_api_key 1
ApiKeyAuth 1
AzureKeyCredential 1
StaticCredentialsProvider 2
NewStaticCredentials 2
NewStaticCredentialsProvider 2
BasicAWSCredentials 2
AwsBasicCredentials.create 2
Stripe 1
OpenAI 1
Anthropic 1
Client 1
Client 2
TwilioClient 2
FTP 3
create_user 3
AddBasicAuth 2
from_key 1
from_str 1
fromSecretKey 1
bs58.decode 1
privateKeyToAccount 1
private_key_to_account 1
Wallet 1
GetBytes 1
hmacShaKeyFor 1
ClientSecretCredential 3
algoliasearch 2
argon2.hash 1
DBI->connect 3
importKey 2
hmac.New 2
PasswordCredential 2
wandb.login 1
('twilio') 2
simple_bind_s 2
WiFi.begin 2
keyStore.load 2
ks.load 2
UsernamePassword 2
set_password 3
passwordFor 2
new Stripe 1
new Twilio 2
twilio 2
sgMail.setApiKey 1
App.initialize 2
pusher.connect 2
client.login 1
bot.login 1
redis.auth 1
client.auth 1
secretKeySpec 1
setHeader 2
addHeader 2
.header 2
requestHeader 2
env 2
getenv 2
environ.get 2
ENV.fetch 2
config 2
Environment.GetEnvironmentVariable 2
setRequestProperty 2
pgp_sym_encrypt 2
pgp_sym_decrypt 2
crypt 1
aes_encrypt 2
aes_decrypt 2
encode_jwt 2
verify_password 1
sha256 2
username_pw_set 2
SignedString 1
from_secret 1
new_from_slice 1
set_credentials 2
setCredentials 2
ssh.Password 1
aes.NewCipher 1
auth_password 2
FTP_TLS 3
AWS4Auth 2
OAuthHandler 2
set_access_token 2
TimedSerializer 1
TimestampSigner 1
MessageEncryptor.new 1
MessageVerifier.new 1
HMAC.hexdigest 2
Credentials.basic 2
Rfc2898DeriveBytes 1
X509Certificate2 2
ClientCredential 2
ldap_bind 3
imap_open 3
openssl_encrypt 3
openssl_decrypt 3
password_verify 1
password_hash 1
softAP 2
addAP 2
cookieParser 1
TelegramBot 1
TeleBot 1
Telegraf 1
client.run 1
bot.run 1
bearer_auth 1
loginWithPassword 2
sendline 1
.connect 3
`;

/** Calls whose arguments are plain words more often than not: the argument must look drawn by a machine. */
export const COMMON: ReadonlySet<string> = new Set([
  '.open',
  'create_user',
  'client',
  'from_str',
  'getbytes',
  'ftp',
  'wallet',
  'auth',
  'login',
  'sign_in',
  'signin',
  'env',
  'getenv',
  'config',
  'crypt',
  'sha256',
  'plain',
  'setheader',
  'addheader',
  '.header',
  'requestheader',
  'createuser',
  'authenticate',
  'environ.get',
  'twilio',
  'setrequestproperty',
  'scrypt',
  'stripe',
  'pbkdf2',
  '.connect',
  'sendline',
]);

/**
 * Functions that take a secret, by the place of the argument that it is. A `?` behind a name: its arguments are plain
 * words more often than not, so this one must look drawn by a machine.
 */
export const CALLS: Readonly<Record<number, string>> = {
  1: `AES.new,aes.NewCipher,analytics.load,Anthropic,ApiKeyAuth,argon2.hash,AzureKeyCredential,bcrypt.compare
bcrypt.hash,bearer_auth,bot.login,bot.run,bs58.decode,client.auth,client.login,client.run,Client?
ConvertTo-SecureString,cookieParser,crypt?,deriveKey,Fernet,from_key,from_secret,from_str?
fromSecretKey,GetBytes?,hashpw,hashSync,hmac.new,hmacShaKeyFor,MessageEncryptor.new,MessageVerifier.new
new_from_slice,OpenAI,password_hash,password_verify,pbkdf2?,pbkdf2Sync,pg_connect,private_key_to_account
privateKeyToAccount,redis.auth,Rfc2898DeriveBytes,scrypt?,scryptSync,secretKeySpec,sendline?,set_api_key
set_password,setApiKey,setPassword,setSigningKey,SignedString,ssh.Password,Stripe?
SymmetricKey,TeleBot,Telegraf,TelegramBot,TimedSerializer,TimestampSigner,verify_password,Wallet?
wandb.login,withApiKey,withPassword`,
  2: `('twilio'),addAP,AddBasicAuth,addHeader?,AES.decrypt,AES.encrypt,aes_decrypt,aes_encrypt,algoliasearch
App.initialize,auth =,auth:,auth=,auth?,auth_password,authenticate?,AWS4Auth,AwsBasicCredentials.create
basic_auth,BasicAuth,BasicAWSCredentials,check_password,Client?,ClientCredential,config?,createCipher
createCipheriv,createDecipheriv,createHmac,createUser?,Credentials,Credentials.basic,encode_jwt
ENV.fetch,env?,environ.get?,Environment.GetEnvironmentVariable,getenv?,.header?,HMAC.hexdigest,hmac.New
HmacSHA1,HmacSHA256,HTTPBasicAuth,HTTPDigestAuth,importKey,jsonwebtoken.sign,jwt.decode,jwt.encode
jwt.sign,jwt.verify,keyStore.load,ks.load,login?,loginWithPassword,NetworkCredential
NewStaticCredentials,NewStaticCredentialsProvider,OAuthHandler,oci_connect,PasswordAuthentication
PasswordCredential,passwordFor,pgp_sym_decrypt,pgp_sym_encrypt,PLAIN?,pusher.connect,requestHeader?
set_access_token,SetBasicAuth,setCredentials,setHeader?,setRequestProperty?,sha256?,sign_in?,signIn?
signWith,simple_bind_s,softAP,StaticCredentialsProvider,twilio?,TwilioClient,username_pw_set
UsernamePassword,UsernamePasswordAuthenticationToken,UsernamePasswordCredentials,WiFi.begin,withBasicAuth
X509Certificate2`,
  3: `ClientSecretCredential,.connect?,create_user?,createUserWithEmailAndPassword,DBI->connect,FTP?,ftp_login
FTP_TLS,getConnection,hash_hmac,imap_open,ldap_bind,mysql.connect,mysql_connect,MySQLdb.connect,mysqli
mysqli_connect,.Open?,openssl_decrypt,openssl_encrypt,PDO,PlainAuth,pymysql.connect,set_password
signInWithEmailAndPassword,ssh2_auth_password`,
};

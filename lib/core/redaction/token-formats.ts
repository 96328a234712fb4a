/**
 * Facts about token formats: what a vendor's tokens look like. A line is a name and a shape.
 *
 * In a shape, text stands for itself; `{A36}` is 36 characters of alphabet A, `{A20-44}` 20 to 44, `{A20+}` 20 or more;
 * `{u}` is a UUID, `\d` a digit; `(a|b)` is a choice, `(a)?` may be missing; `\` takes the next sign as text. What stands
 * before `^` is left in place. A shape is looked for where its fixed text stands. After ` i` letters match in both cases.
 */
export const ALPHABETS: Readonly<Record<string, string>> = {
  d: '0-9',
  h: 'a-f0-9',
  H: 'A-Fa-f0-9',
  X: 'A-F0-9',
  k: 'a-h0-9',
  t: 'a-z2-7',
  l: 'a-z',
  a: 'a-z0-9',
  U: 'A-Z0-9',
  c: 'ac-hj-np-z02-9',
  B: '1-9A-HJ-NP-Za-km-z',
  A: 'A-Za-z0-9',
  m: 'a-z0-9-',
  M: 'A-Za-z0-9-',
  v: 'a-z0-9_-',
  V: 'A-Z0-9_-',
  w: 'A-Za-z0-9_',
  W: 'A-Za-z0-9_-',
  q: 'a-z0-9=_-',
  Q: 'A-Za-z0-9=_-',
  y: 'a-z0-9_.=-',
  p: 'A-Za-z0-9_.=-',
  P: 'A-Za-z0-9_.-',
  z: 'A-Za-z0-9_~.-',
  b: 'A-Za-z0-9+/',
  e: 'a-z0-9+/_=-',
  E: 'A-Za-z0-9+/_=-',
  o: 'A-Za-z0-9/+=',
  Y: 'A-Za-z0-9/+=%_.-',
  R: 'A-Za-z0-9/_-',
  G: 'A-Za-z0-9./',
  O: 'A-Za-z0-9+/=.,$-',
  I: 'A-Za-z0-9%',
};

export const TOKEN_FORMATS = String.raw`
1password-secret-key A3-{U6}-({U11}|{U6}-{U5})-{U5}-{U5}-{U5}
1password-service-account-token ops_eyJ{b250+}(=)?(=)?(=)?
adobe-client-secret p8e-{a32}
age-secret-key AGE-SECRET-KEY-1{U58}
aikido-token AIK_(CI|CLIENT|SECRET)_{A20-64}
airtable-oauth-token {A8+}.v1.{W8+}.{h32+}
airtable-personnal-access-token pat{A14}.{h64}
alchemy-notify alcht_{A28-40}
alibaba-access-key-id LTAI{A17-21}
alibaba-sts-access-key-id STS.{A16-64}
alibaba-sts-security-token CAIS{E20-1024} i
anthropic-key sk-ant-(api03|admin01|oat01|ort01|sid01|sid02)-{W80+}
anyscale-key (aph0|esecret)_{A24+}
apify-api-token apify_api_{A34-38}
appwrite-key standard_{h128+}
argon2-hash \$argon2(id|i|d)\$v=\d\d\${O30+}
artifactory-api-key AKCp{A68-70}
artifactory-reference-token cmVmd{A59}
asaas-api-token \$aact_(prod|hmlg)_{W20-100}
atlassian-token AT(ATT3|CTT3|STT3)xFfGF0{Q60+}
atlassian-trello-token ATTA{h64}
authress-key (sc|ext|scauth|authress)_{a5-30}.{a4-6}.acc(-|_){m10-32}.{e30-120} i
aws-access-key (AKIA|ASIA|ABIA|ACCA){U16}
aws-amazon-bedrock-api-key-long-lived ABSK{b109-269}(=)?(=)?
aws-amazon-bedrock-api-key-short-lived bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t
aws-legacy-access-key A3T{U17}
aws-session-token (IQoJb3JpZ2lu|FwoGZXIvYXdz){E60+}
axiom-token xa(at|pt)-{u}
azure-client-secret {z3}\dQ~{z31-34}
azure-devops-pat {A52}JQQJ99{A18-26}
bcrypt-hash \$2(a|b|x|y)\$\d\d\${G53}
bitbucket-app-password ATBB{A28+}
bitwarden-secrets-token 0.{u}.{A24+}:{b20+}
brave-search-api-key BSA{W24-40}
brevo-key brv_{A24+}
browserbase-key bb_live_{A24+}
buildkite-token bk(aa|aj|ar|ct|pt|pat|ps)_{W50+}
canva-client-secret cnvca{W51}
cartesia-key sk_car_{A20+}
cerebras-api-key csk-{a48} i
checkout-secret-key sk_(sbx_)?{u}
chroma-key ck-{A40+}
circleci-personal-token CCIPAT_{A22}_{a40}
clickhouse-cloud-api-secret-key 4b1d{A38}
clickup-oauth pk_{d6-12}_{U32}
clickup-token pk_{d8-9}_{U32} i
clojars-api-token CLOJARS_{A60} i
cloudflare-origin-ca-key v1.0-{h24}-{h146}
cloudflare-token cf(ut|at|k)_{A36+}
cockroachlabs-cloud-api-key CCDB1_{A22}_{A40}
codex-refresh-token rt_{W60+}
composio-key ak_{A20+}
configcat-sdk-key-extended configcat-sdk-1/{W22}/{W22}
confluent-secret cflt{b56+}
contentful-cma-token CFPAT-{W40+}
crates-token cio{A32}
crypt-hash \$(apr1|1|5|6|y|7)\$(rounds={d1-9}\$)?{G1-32}\${G20+}
cursor-key key_{h64}
databento-key db-{A29}
databricks-api-token dapi{h32}(-{d1})?
datastax-astra-application-token AstraCS:{A20+}
deepl-key {u}:fx
defined-networking-api-token dnkey-{q26}-{q52} i
devcycle-sdk-key dvc_(client|mobile|server)_{A8-32}
devin-personal-api-key apk_user_{b120-180}(=)?(=)?
devin-service-api-key apk_{b80-100}(=)?(=)?
devin-service-user-token cog_{t52}
digitalocean-token do(o|p|r)_v1_{h64} i
discord-mfa-token mfa.{W84}
discord-webhook discord(app)?.com/api/(v{d1-2}/)?webhooks/{d15-22}/^{W40+}
docker-swarm-join-token SWMTKN-1-{a50-60}-{a24-30}
docker-swarm-unlock-key SWMKEY-1-{b40-50}
dockerhub-token dckr_(oat|pat)_{W27-32}
doppler-service-token dp.st.({v2-35}.)?{A38+}
doppler-token dp.(pt|ct|sa|scim|audit|said).{A38+}
dropbox-short-lived sl.(u.)?{Q100+}
duffel-api-token duffel_(test|live)_{Q43}
dynatrace-api-token dt0c01.{a24}.{a64} i
e2b-key e2b_{h40}
easypost-api-token EZ(A|T)K{A54}
ebay-client-secret PRD-{h8}-{h4}-{h4}-{h4}-{h4-12}
elastic-cloud-api-key essu_{W60-200}(=)?(=)?
elevenlabs-key sk_{h48}
endorlabs-api-key endr+{M16} i
exa-key exa_{A24+}
exoscale-api-key EXO{A24-30}
expo-push-token ExponentPushToken[{W20-44}]
facebook-page-access-token EAA(C|M){a100+}
facebook-token {d13-17}\|{W24-40}
fal-key fal_{A24+}
fauna-secret fnA{W37-41}
fcm-registration-token :APA91b{W100+}
feishu-webhook open.feishu.cn/open-apis/bot/v2/hook/^{u}
fernet-token gAAAAA{W50+}
figma-oauth-token fig(o|u|dr)_{W36+}
figma-personal-access-token figd_{V38-42} i
firecrawl-key fc-{h32}
fireworks-key fw_{A22+}
flutterwave-key FLW(SECK|PUBK)(_TEST)?-{m12+} i
flyio-access-token FlyV1 ^{E100+}
flyio-macaroon fm(1|2)(r|a)?_{o80+}
flyio-organization-token fo1_{W40+}
frameio-api-token fio-u-{Q64}
gcntfy-key gcntfy-{v1+}-{u}-{u}
gcp-api-key AIza{W35}
gcp-gemini-api AQ.Ab8RN6{W44}
github-fine-grained-pat github_pat_{w82}
github-token gh(p|o|u|s|r)_{A30+}
gitlab-runner-registration GR1348941{W20}
gitlab-session _gitlab_session=^{a32}
gitlab-token gl(pat|dt|ptt|rt|rtr|cbt|ft|imt|agent|oas|soat|ffct|wt)-{P20+}
gocardless-key live_{Q40}
google-auth-code 4/0A{W30+}
google-client-secret GOCSPX-{W24+}
google-oauth-token ya29.{P60+}
google-refresh-token 1//0{W38+}
grafana-api-key eyJrIjoi{b40-380}(=)?(=)?
grafana-cloud-api-token glc_{E32+}
grafana-service-account-token glsa_{A32}_{H8}
groq-api-key gsk_{U52} i
harness-key (pat|sat).{W22}.{h24}.{A20}
heroku-api-key-v2 HRKU-AA{W58}
highnote-key sk_live_a2V5Xz{E60+}
honeycomb-ingest-key hc(a|b|l|x)(i|l|m)k_{A20+}
hsk-key hsk-{A24+}
hubspot-token pat-(na|eu|ap)(-)?{d0-2}-{u}
huggingface-access-token hf_{A34}
huggingface-organization-api-token api_org_{A34}
ifttt-webhook /with/key/^{W20+}
infisical-token st.{h24}.{h32}.{h32}
infracost-api-token ico-{A32}
intra42-client-secret s-s4t2(ud|af)-{h64}
jetbrains-permanent-token perm(:|-){b4+}(=)?(=)?.{b4+}(=)?(=)?.{A30+}
klaviyo-key pk_{h34}
langsmith-token lsv2_(pt|sk)_{H32}_{H10}
launchdarkly-key (sdk|mob)-{u}
langsmith-key ls__{h32}
lark-app-id cli_{A16}
lark-webhook open.larksuite.com/open-apis/bot/v2/hook/^{u}
lichess-personal-access-token lip_{w16-60}
linear-token lin_(api|oauth)_{A40+}
lob-key (live|test)_({h35}|pub_{h31})
logfire-token pylf_v\d_{l2-8}_{A40+}
mailchimp-key {h32}-us{d1-2}
mailersend-api-token mlsn.{A30-100}
mailgun-key key-{h32}
mailgun-pub-key pubkey-{h32} i
make-webhook hook.(eu1|eu2|us1|us2).make.com/^{a20+}
mapbox-api-token pk.{a60}.{a22} i
mapbox-secret-key sk.ey{W60+}.{W20+}
maxmind-license-key {A6}_{A29}_mmk
mem0-key (mem0|m0)_{A24+}
mercury-production-api-token mercury_production_{l3-6}_{A40-50}_yrucrem
mergify-application-key mergify_application_key_{W40-200}
midtrans-production-server-client-key Mid-(server|client)-{w10-20} i
modal-token (ak|as)-{A22}
mollie-key (live|test)_{A30}
mongodb-atlas-service-account-id mdb_sa_id_{h24}
mongodb-atlas-service-account-secret mdb_sa_sk_{W40}
neon-password npg_{A10+}
netlify-personal-token nf(p|c|o|u)_{A36+}
new-relic-license-key {h36}NRAL
new-relic-key NR(AK|JS|II)-{m19-32} i
nostr-secret-key nsec1{c58}
notion-api-token ntn_{d11}{A35}
notion-secret secret_{A40+}
npm-access-token npm_{a36} i
nvidia-api-key nvapi-{V60-70} i
octopus-deploy-api-key API-{U26}
onesignal-rich-authentication-token os_v2_(app|org)_{t103}
onfido-live-api-token api_live(_ca|_us)?.{W20-80}
openai-key sk-(proj|svcacct|admin|None)-{W20+}
openai-legacy {A20}T3BlbkFJ{A20}
openai-session-key sess-{A40}
openshift-token sha256~{W40+}
paddle-live-api-key pdl_live_apikey_{a26}_{A22}_{A3}
paseto-token v(1|2|3|4).(local|public).{W40+}
paypal-token A21AA{W60+}
perplexity-api-key pplx-{A48}
persona-production-api-key persona_production_{v20-80}
pinecone-api-key.2 pcsk_{A5-6}_{A63}
pinterest-access-token pina_{W20-200}
openrouteservice-key 5b3ce3597851110001cf6248{h24+}
plaid-api-token access-(sandbox|development|production)-{u} i
planetscale-token pscale_(tkn|oauth|pw)_{p32-64} i
polar-token polar_(at|oat|pat)_{W20-100}
posthog-key ph(x|c)_{W41-49} i
postman-api-token PMAK-{h24}-{h34}
proof-full-access-api-key prf_(cli_)?{W20-80}
pulumi-api-token pul-{h40}
pypi-upload-token pypi-AgE{W50+}
railway-token railway_{A24+}
ramp-client-secret ramp_(id|sec)_{A40-48}
razorpay-key rzp_(live|test)_{A14}
render-api-key rnd_{A28}
replicate-api-token r8_{A37} i
resend-key re_{A8}_{A20+}
samsara-api-token samsara_api_{A26-32}
scalingo-api-token tk-us-{W48}
scrypt-hash \$scrypt\$ln={O20+}
sendgrid-api-token SG.{W16-32}.{W30+}
sendinblue-api-token xkeysib-{H64}-{A16}
sentry-org-token sntrys_eyJpYXQiO{E40+}
settlemint-token sm_(a|p|s)at_{A16}
shippo-api-token shippo_(live|test)_{H40}
shopify-token shp(at|ca|pa|ss)_{H32}
signed-url-signature temp_url_sig=^{h40+}
sk-key sk-{W16+}
slack-app-token (xapp|xwfp)-{M20+} i
slack-token xox(a|b|c|d|e|o|p|r|s)(-|.){Y12+}
slack-webhook hooks.slack.com/(services|workflows|triggers)/^{R20+}
socket-token sktsec_{W40+}
softlayer-url api.softlayer.com/soap/v3{d0-1}(.{d1})?/^{h64}
sonar-token sq(p|u|a)_{h40}
sourcegraph-access-token sgp_(({H16}|local)_{H40}|{H40}) i
square-token (EAAA|sq0(atp|csp|idp)-){W22+}
stripe-key (sk|rk)_(live|test|prod)_{A10+}
stripe-webhook-secret whsec_{E24+}
stytch-secret secret-(live|test)-{W24+}
sui-private-key suiprivkey1{c59}
supabase-key sb_(secret|publishable)_{W24+}
supabase-management-token sbp_{v40}
synapse-token syt_{W20+}
tailscale-key tskey-(api|auth|client|scim|webhook)-{W16+}
tavily-key tvly-({l3}-)?{A20+}
teams-webhook IncomingWebhook/^{h20+}(/{u})?
telegram-bot-token {d6-12}:A{W34+}
telnyx-api-v2-key KEY{W55}
tencent-secret-id AKID{A32}
terraform-token {A14}.atlasv1.{Q60+}
tezos-secret-key eds(k|p){B50-51}
thunderstore-api-token tss_{W20-80}
togetherai-api-key tgp_v1_{W43} i
turbopuffer-key tpuf_{A28+}
twilio-api-key SK{H32}
typeform-api-token tfp_{p59} i
unkey-root-key unkey_{A20-32}
upcloud-api-token ucat_{A24-32}
val-town-api-token vtwn_{W20-80}
vault-token (hvs|hvb|hvr).{W24+}
vercel-blob-token vercel_blob_rw_{A12+}_{A24+}
vercel-token vc(p|i|a|r|k)_{W24-60} i
voyage-key pa-{W43}
wakatime-api-key.2 waka_{a36-64} i
weights-and-biases-api-key-v1 wandb_v1_{w77} i
whatsapp-token EAA(B|G|H|I|J|K|L|N|O|P|Q|R|S|T|U|V|W|X|Y|Z){A80+}
workato-developer-api-token wrka({l2})?-eyJ{W8+}.{W16+}.{W64+}
xai-api-key xai-{W70-120} i
xata-key xau_{A30+}
yandex-api-key AQVN{W35-38} i
yandex-iam-token t1.{A1+}{Q0+}.{W86}(=)?(=)?
zapier-webhook hooks.zapier.com/hooks/catch/^{R10+}
zuplo-consumer-api-key zpka_{a32}_{h8}
`;

/** Shapes too plain to stand alone: they count as the value of a name that has the vendor's word. */
export const VENDOR_FORMATS = String.raw`
aiven {o372}
asana {d16} {a32}
captcha_private,captchaprivate 6L{W38}
box {a32}
cloudinary {d15} {A32}
configcat {W22}/{W22}
contribsys {h8}:{h8}
couchbase,capella {b60-120}(=)?(=)?
discord {h64} {d18} {q32}
ebay {W1+}-{W1+}-PRD-{h8-12}-{h8-12}
etsy {a24}:{a10-64}
facebook {d15-16}(%|\|){v27-40} {h32}
fullstory (na1|eu1).{A20+}
greptile {b48}
influx {E88+}
kagi {v11}.{v43}
kraken {e80-90}
linear {h32}
ollama {h32}.{W24}
poly {u} {b40+}(=)?(=)? 0x{H40} 0x{H64}
salesforce 00{A13}!{P80-260}
sentry {h64}
snowflake {W100-500}
storage {b86}==
tableau {b22}==:{A32}
vault s.{a24}
yandex YC{W38}
zai {h32}.{a16}
adafruit,adobe,airtable,algolia,alibaba,aliyun,amplitude,artifactory,assemblyai,atlassian,beamer,bitbucket,bitly,bitrise,bittrex,bugsnag,canva,circleci,civo,clickhouse,cloudant,cloudflare,codecov,cohere,coinbase,coinmarketcap,confluence,confluent,contentful,coveralls,datadog,datagov,deepgram,deepl,disqus,droneci,dropbox,etherscan,exoscale,fastly,figma,finicity,finnhub,flickr,freshbooks,gitea,gitter,gumroad,heroku,honeycomb,hubspot,ibm,infomaniak,infura,intercom,jfrog,jira,jumpcloud,kaggle,kucoin,lark,launchdarkly,lighton,linkedin,loggly,looker,mailchimp,mailgun,mailjet,mandrill,mattermost,meraki,messagebird,mistral,mixpanel,netlify,newrelic,nytimes,okta,opencage,openweather,ovh,pinecone,plaid,planetscale,plivo,postmark,privateai,pscale,pushover,pyowm,quicknode,rapidapi,rollbar,scaleway,scw,sendbird,serpapi,shodan,snyk,softlayer,sonar,squarespace,sslmate,sumo,todoist,travis,twitch,twitter,upstage,vercel,virustotal,wakatime,wandb,weatherstack,weightsandbiases,zendesk {Q12-128}
`;

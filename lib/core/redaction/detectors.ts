import { ACCOUNT_FILE_DETECTORS } from './account-files.ts';
import { ACCOUNT_DETECTORS } from './accounts.ts';
import { readAssignment } from './assignments.ts';
import { CALL_LOG_DETECTORS } from './call-logs.ts';
import { CALL_DETECTORS } from './calls.ts';
import { IBAN_DETECTOR } from './cards.ts';
import { isAt, QUOTE } from './chars.ts';
import { CHAT_ID_DETECTORS } from './chat-ids.ts';
import { CODEC_DETECTOR } from './codecs.ts';
import { COMMAND_DETECTORS } from './commands.ts';
import { DIGITS_DETECTORS } from './digits.ts';
import { ENTRANCE_DETECTORS } from './entrances.ts';
import { FILE_DETECTORS } from './files.ts';
import { FOREIGN_DETECTORS } from './foreign-names.ts';
import { readGlued } from './glued-tokens.ts';
import { HARDWARE_DETECTORS } from './hardware-addresses.ts';
import { readBasic, readBearer } from './headers.ts';
import { JWT_DETECTOR } from './jwt.ts';
import { LOGIN_DETECTORS } from './logins.ts';
import { MRZ_DETECTOR } from './machine-readable-zone.ts';
import { MAIL_DETECTOR } from './mail.ts';
import { MASK_DETECTOR } from './masks.ts';
import { MATRIX_DETECTORS } from './matrix-ids.ts';
import { MESSENGER_DETECTORS } from './messenger-ids.ts';
import { NAME_STEMS } from './name-words.ts';
import { VENDOR_WORDS } from './names.ts';
import { NATIONAL_ID_DETECTORS } from './national-ids.ts';
import { NATIONAL_PHONE_DETECTORS } from './national-phones.ts';
import { NETWORK_DETECTORS } from './network.ts';
import { LIST_DETECTOR } from './number-lists.ts';
import { PATH_DETECTORS } from './paths.ts';
import { PHONE_DETECTORS } from './phone.ts';
import { PRINTED_DETECTORS } from './printed.ts';
import { PRIVATE_KEY_DETECTORS } from './private-keys.ts';
import { PROMPT_DETECTORS } from './prompts.ts';
import { RPC_DETECTORS } from './rpc-logins.ts';
import { addHit, type Detector, detector, RANK } from './scan.ts';
import { SLACK_DETECTORS } from './slack-ids.ts';
import { SPOKEN_MAIL_DETECTOR } from './spoken-mail.ts';
import { compileTokenRules, matchToken } from './token-rules.ts';
import { URL_PATH_DETECTORS } from './url-paths.ts';
import { URL_DETECTOR } from './urls.ts';
import { USER_MAP_DETECTORS } from './user-maps.ts';
import { WALLET_DETECTORS } from './wallets.ts';

const TOKEN_DETECTORS: readonly Detector[] = compileTokenRules().map((rule) =>
  detector('none', [rule.keyword], (scan, start) => {
    if (scan.hits.length > 0 && start < (scan.done.get(rule) ?? 0)) return;
    const match = matchToken(rule, scan.text, start);
    if (rule.lead === null && isAt(scan.text, match?.end ?? start - 1, QUOTE)) readGlued(scan, rule, start, match);
    if (!match) return;
    scan.done.set(rule, match.end);
    addHit(scan, match.start, match.end, rule.id, rule.type, RANK.token);
  }),
);

/** Everything that is tried where a keyword stands. */
export const DETECTORS: readonly Detector[] = [
  ...TOKEN_DETECTORS,
  URL_DETECTOR,
  MAIL_DETECTOR,
  JWT_DETECTOR,
  MASK_DETECTOR,
  IBAN_DETECTOR,
  ...NETWORK_DETECTORS,
  ...HARDWARE_DETECTORS,
  ...DIGITS_DETECTORS,
  ...PATH_DETECTORS,
  ...PRIVATE_KEY_DETECTORS,
  ...WALLET_DETECTORS,
  detector('none', [...NAME_STEMS, 'card n', ...VENDOR_WORDS], readAssignment),
  detector('whole', 'bearer', (scan, _start, end) => readBearer(scan, end)),
  detector('whole', 'basic', (scan, _start, end) => readBasic(scan, end)),
  ...COMMAND_DETECTORS,
  ...CALL_DETECTORS,
  ...FILE_DETECTORS,
  ...ACCOUNT_FILE_DETECTORS,
  ...URL_PATH_DETECTORS,
  SPOKEN_MAIL_DETECTOR,
  ...FOREIGN_DETECTORS,
  ...LOGIN_DETECTORS,
  ...ENTRANCE_DETECTORS,
  ...USER_MAP_DETECTORS,
  ...RPC_DETECTORS,
  ...NATIONAL_ID_DETECTORS,
  MRZ_DETECTOR,
  ...PHONE_DETECTORS,
  ...NATIONAL_PHONE_DETECTORS,
  ...CALL_LOG_DETECTORS,
  ...CHAT_ID_DETECTORS,
  ...SLACK_DETECTORS,
  ...MATRIX_DETECTORS,
  ...MESSENGER_DETECTORS,
  ...ACCOUNT_DETECTORS,
  ...PROMPT_DETECTORS,
  ...PRINTED_DETECTORS,
  CODEC_DETECTOR,
  LIST_DETECTOR,
];

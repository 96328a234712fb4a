/** What a text recipe talks about: 52 situations of operation, security, infrastructure, data and development. */
export interface Topic {
  readonly name: string;
  readonly symptom: string;
  readonly cause: string;
  readonly check: string;
  readonly fix: string;
}

type Row = readonly [name: string, symptom: string, cause: string, check: string, fix: string];

// biome-ignore format: one topic a line reads as the table that it is
const ROWS: readonly Row[] = [
  ['connection pool exhaustion', 'requests wait for a database connection and then time out', 'a code path that never returns its connection', 'compare open connections with the pool limit while the load is on', 'close the connection in a finally block and put an upper bound on the wait'],
  ['certificate expiry', 'clients refuse the handshake since this morning', 'the renewal job lost its permission to write the new file', 'print the notAfter date of the certificate that is really served', 'give the job its directory back, renew, and reload without dropping connections'],
  ['slow cold start', 'the first request after a deploy takes far longer than the next ones', 'caches are filled lazily on the request path', 'time the start-up phases separately', 'warm the two hottest caches before the readiness check turns green'],
  ['log volume explosion', 'the log disk fills several times faster than last week', 'a retry loop that logs the whole payload on each try', 'group the last hour of lines by message template', 'log the payload size instead of the payload and rate-limit the line'],
  ['stale cache entries', 'people see the old price for minutes after a change', 'the write path updates the store and forgets the cache key', 'read the same key from store and cache right after a write', 'invalidate on write and keep a short expiry as a safety net'],
  ['flaky integration test', 'one test of many fails about every tenth run', 'it waits a fixed time for an asynchronous job', 'run that test alone a hundred times and note the order of events', 'wait for the condition instead of for the clock'],
  ['message queue backlog', 'the queue grows although all consumers are up', 'one poisoned message is redelivered for ever', 'look at the delivery count of the oldest message', 'move it to a dead-letter queue after a few deliveries and alert on that queue'],
  ['index missing after migration', 'a list page became slow after the last migration', 'the migration recreated the table without its second index', 'compare the plan of the slow query with the schema file', 'create the index concurrently and add it to the migration test'],
  ['secret rotation', 'a key is older than the policy allows', 'nobody knows which services read it', 'list readers of the key from the access log of the secret store', 'issue a second key, move readers one by one, then revoke the first'],
  ['leaked credential in history', 'a scanner reports a token in an old commit', 'a local settings file was committed once', 'confirm whether the token still works, from an isolated machine', 'revoke it first, then clean the history and add the file to the ignore list'],
  ['rate limit tuning', 'a few clients are refused although the service is idle', 'the limit is counted per address and they share one', 'count refusals by client id and by address', 'count per client id and keep a generous limit per address'],
  ['memory growth', 'the process is killed about once a day', 'a map of finished jobs is never emptied', 'take two heap snapshots an hour apart and compare the growth by type', 'remove entries when a job ends and bound the map'],
  ['thread starvation', 'health checks fail while the processor is nearly idle', 'blocking calls run on the pool that serves requests', 'dump the threads twice and see who is waiting on what', 'move blocking calls to their own pool'],
  ['time zone bug in reports', 'the daily figure is wrong twice a year', 'the day boundary is computed in local time', 'recompute the day of the change of clocks by hand', 'store instants, and convert to the reader\'s zone at the very end'],
  ['duplicate invoices', 'a handful of customers got the same invoice twice', 'a retry after a timeout is not idempotent', 'match both records by request id', 'make the request id a unique key and return the first result on repetition'],
  ['backup that cannot be restored', 'the yearly restore exercise failed', 'backups were taken without the encryption key of the new region', 'restore the newest backup to an empty machine', 'store the key with the recovery material and rehearse every month'],
  ['disk latency spikes', 'writes stall for a second every few minutes', 'the checkpoint flushes everything at once', 'plot write latency beside checkpoint times', 'spread the checkpoint over more of its interval'],
  ['container image size', 'a deploy takes minutes because the image is huge', 'build tools and caches end up in the final layer', 'list the layers by size', 'build in one stage and copy only the result into the next'],
  ['dependency upgrade', 'an upgrade breaks the build with a type error', 'a function now returns a promise', 'read the change notes between the two versions', 'await the call at its three uses and pin the version until tests pass'],
  ['failed database migration', 'the migration stopped half way', 'a column got a constraint that old rows violate', 'count the rows that violate it', 'repair those rows in a first migration and add the constraint in a second'],
  ['access review', 'an audit asks who can delete production data', 'permissions were granted by hand over years', 'export grants by person and by role and mark those unused for ninety days', 'replace personal grants by two roles and remove the unused ones'],
  ['webhook signature check', 'a partner says that our endpoint accepts forged calls', 'the signature is compared after the body was parsed and re-serialised', 'send a known body with a wrong signature to a test endpoint', 'verify over the raw bytes with a constant-time comparison'],
  ['path traversal report', 'a tester read a file outside the upload folder', 'the file name is joined to the folder without a check', 'request a name with two dots against a copy of the service', 'resolve the path and refuse what is not below the folder'],
  ['cross-site scripting report', 'a comment runs a script in the page', 'the comment is inserted as markup', 'store a harmless tag and look at the page source', 'insert as text and add a content security policy as a second wall'],
  ['slow search', 'searching for two words takes seconds', 'each word scans the whole table', 'read the plan for one word and for two', 'add a text index and limit the result before sorting'],
  ['pagination drift', 'items appear twice when paging through a list', 'the list is paged by offset while rows are added', 'insert a row between two page requests and compare', 'page by the last seen key'],
  ['broken deployment rollback', 'the rollback failed with a schema error', 'the new release dropped a column the old one reads', 'start the old release against the new schema', 'drop columns one release later than their last use'],
  ['alert fatigue', 'people ignore pages because most need no action', 'alerts fire on causes, not on what users notice', 'sort last month\'s pages by whether someone acted', 'page on error budget burn and turn the rest into tickets'],
  ['cost increase', 'the bill rose by a third with the same traffic', 'old snapshots and idle volumes pile up', 'group the bill by resource and age', 'expire snapshots by a rule and delete volumes without a host'],
  ['name resolution failure', 'one zone cannot reach an internal service', 'a resolver still has the previous record', 'ask each resolver for the record and its remaining life', 'flush that resolver and lower the record\'s life before the next move'],
  ['clock skew', 'tokens are refused as issued in the future', 'one host lost its time source', 'compare the clocks of all hosts with one reference', 'restore the time service and allow a small leeway'],
  ['data pipeline lag', 'the dashboard is hours behind', 'one partition holds most of the data', 'count rows by partition', 'partition by a key that spreads evenly and reprocess the late hours'],
  ['schema drift', 'a nightly load fails on an unknown column', 'the producer renamed a field', 'compare yesterday\'s header with today\'s', 'agree on a contract, check it at the entry, and map the old name for a while'],
  ['null values in a report', 'totals are lower than the sum of the parts', 'rows without a region fall out of the join', 'count rows before and after the join', 'use an outer join and show the unknown region as its own line'],
  ['unused feature flags', 'nobody dares to remove a flag', 'flags have no owner and no end date', 'list flags with the date of their last change and their value', 'remove those that are constant for ninety days, one commit each'],
  ['configuration drift', 'two servers of the same group behave differently', 'someone edited a file by hand', 'compare checksums of the configuration over the group', 'render it from one source and alert on a difference'],
  ['circular import', 'a module is still empty when it is first used', 'two files import each other for one helper', 'draw the import graph of the two folders', 'move the helper to a third file that imports neither'],
  ['oversized function', 'a function of four hundred lines changes in each release', 'parsing, validation and storage live together', 'mark each block by what it needs and what it gives', 'extract parsing first because it has no side effects, with tests before and after'],
  ['error swallowed', 'a job reports success and writes nothing', 'an empty catch hides the failure', 'search for catch blocks without a statement', 'let the error through and report it once at the edge'],
  ['retry storm', 'a short outage turns into a long one', 'all clients retry at the same second', 'plot requests per second around the outage', 'back off with random spread and stop after a few tries'],
  ['load balancer draining', 'a few requests break during each deploy', 'instances stop before their last requests end', 'send slow requests during a deploy to a test group', 'stop accepting, wait for open requests, then stop'],
  ['permission denied on start', 'the service cannot write its own folder after a move', 'files still belong to the old account', 'list owner and mode along the path', 'hand the folder to the service account, and only that folder'],
  ['encoding problem', 'names with accents are shown as two wrong characters', 'a step reads the file in another encoding', 'look at the bytes of one such name at each step', 'state the encoding at each border and test with one accented name'],
  ['integer overflow', 'a counter became negative', 'it is stored in thirty-two bits', 'compare its value with the type\'s largest', 'widen the column, then the code that reads it'],
  ['race condition', 'two workers take the same job', 'they read the state and write it in two steps', 'log worker and job id around the two steps', 'take the job with one conditional update'],
  ['deadlock', 'transactions fail in pairs', 'two code paths lock the same rows in opposite order', 'read the lock graph in the database log', 'lock in one order everywhere and retry the loser'],
  ['monitoring gap', 'customers noticed the outage before we did', 'the probe checks only the front page', 'compare the probe with what customers do first', 'probe a login and one purchase with a test account'],
  ['incident handover', 'the next shift repeated work already done', 'findings lived in private messages', 'collect what was known and when', 'keep one running document with facts, guesses and next step apart'],
  ['cron job overlap', 'a nightly job runs twice at the same time', 'the run takes longer than its interval', 'compare start and end of the last ten runs', 'take a lock at start and skip when it is held'],
  ['large file upload', 'uploads above a certain size fail', 'a proxy in front has a smaller limit', 'try sizes around the limit at each hop', 'set the limit on purpose at each hop and say it in the error'],
  ['api version removal', 'an old version must be switched off', 'unknown clients still call it', 'list callers of the last thirty days', 'tell them, brown out for an hour a day, then remove'],
  ['build cache misses', 'each build compiles everything again', 'a timestamp is part of the cache key', 'compare the keys of two builds of one commit', 'derive the key from content only'],
];

export const TOPICS: readonly Topic[] = ROWS.map(([name, symptom, cause, check, fix]) => ({
  name,
  symptom,
  cause,
  check,
  fix,
}));

import { programThreats } from './program-threats.ts'

/** Something that can go wrong, who causes it, and what protects against it. */
export type Threat = {
  readonly id: string
  /** Who or what causes it. */
  readonly who: string
  /** What they do, and what would be lost. */
  readonly what: string
  /** What prevents it. */
  readonly guard: string
  /** Test files for the protection. */
  readonly tests: readonly string[]
  /** Proofs that attack it: `npm run prove -- NAME`. */
  readonly proofs: readonly string[]
}

/** All threats considered; the table in SECURITY.md is generated from it. */
export const threats: readonly Threat[] = [
  {
    id: 'script',
    who: 'an outlet, a newsletter, a comment',
    what: 'markup that runs scripts, embeds frames or sends data home from a reader’s browser',
    guard: 'markup rebuilt from an allow-list; Content-Security-Policy without unsafe-inline; Trusted Types',
    tests: ['src/extract/markup/sanitize.test.ts', 'src/web/security.test.ts', 'test/e2e/islands.test.ts'],
    proofs: ['markup', 'comments-markup', 'fuzz-letters'],
  },
  {
    id: 'inside-network',
    who: 'an outlet, a reader',
    what: 'a URL, name or redirect that makes the server send requests to its own network',
    guard: 'one client for all requests; it checks the IP address when it connects, at each redirect',
    tests: [
      'src/http/private-address.test.ts',
      'src/http/guarded-lookup.test.ts',
      'src/http/redirects-and-guard.test.ts',
    ],
    proofs: ['addresses', 'fuzz-addresses'],
  },
  {
    id: 'bomb',
    who: 'an outlet',
    what: 'a feed that fills memory, disk or time',
    guard: 'limits on bytes (while streaming and after decoding), depth and number; deadlines; a separate thread',
    tests: ['src/http/limits.test.ts', 'src/http/decode-body.test.ts', 'test/integration/fuzz-feeds.slow.test.ts'],
    proofs: ['feed-bombs', 'fuzz-feeds'],
  },
  {
    id: 'slow-visitor',
    who: 'anybody who reaches the port',
    what: 'a thousand connections that send slowly, send nothing or don’t read, and keep others out',
    guard:
      'a limit on connections, above which the oldest idle ones of whoever has most are closed; four requests ahead; deadlines; limits on bodies',
    tests: ['src/web/connection-limits.test.ts', 'src/web/limit-bodies.test.ts', 'src/web/event-stream.test.ts'],
    proofs: ['resources'],
  },
  {
    id: 'greedy-reader',
    who: 'a reader',
    what: 'the server kept busy with URLs, refreshes, files or countless feeds',
    guard: 'limits per reader on requests an hour and on subscriptions, which the owner sets',
    tests: [
      'src/operations/reader-turns.test.ts',
      'test/integration/opml.test.ts',
      'test/integration/counted-at-once.test.ts',
    ],
    proofs: ['resources', 'faces'],
  },
  {
    id: 'twisted-request',
    who: 'a program, a reader',
    what: 'invalid fields, paths that leave a folder, smuggled requests, two actions at the same moment',
    guard: 'a schema for every input; ambiguous requests refused; limits counted one request at a time',
    tests: [
      'lab/prove/faces.test.ts',
      'test/integration/done-once.test.ts',
      'src/core/text/keyed-queue.test.ts',
      'test/integration/rest-contract.slow.test.ts',
      'src/web/refuse-two-hosts.test.ts',
      'src/web/form.test.ts',
    ],
    proofs: ['faces'],
  },
  {
    id: 'heavy-page',
    who: 'an outlet',
    what: 'a page that takes forever to read, or crashes the process',
    guard: 'threads with limits on time and memory; linear time; the article gives the reason when reading is stopped',
    tests: ['test/integration/hostile-pages.test.ts'],
    proofs: ['page-attacks', 'fuzz-pages'],
  },
  {
    id: 'hostile-picture',
    who: 'an outlet',
    what: 'a picture that runs scripts, fills memory, breaks into what opens it, or tells who reads',
    guard: 'fetched by the server; the bytes decide, never SVG; limits; opened in a process that may write nothing',
    tests: ['src/pipeline/pages/picture-sizer.test.ts', 'test/integration/outlet-icons.test.ts'],
    proofs: [],
  },
  {
    id: 'strange-input',
    who: 'the author of a file, list, mail, date, search or request',
    what: 'input that throws, hangs, leads to a script, or is stored in a form that can’t be sorted',
    guard: 'parsers that return a reason; only web URLs; years 1 to 9999',
    tests: [
      'lab/prove/fuzz/subjects.test.ts',
      'src/pipeline/imports/read-import.test.ts',
      'src/feeds/resolve-url.test.ts',
    ],
    proofs: ['fuzz-dates', 'fuzz-opml', 'fuzz-queries', 'fuzz-imports', 'fuzz-bodies'],
  },
  {
    id: 'slow-pattern',
    who: 'an outlet, a reader',
    what: 'text or a pattern that makes a regular expression backtrack endlessly',
    guard:
      'readers’ patterns never become regular expressions; steps of selectors are counted; our own are tested with growing strings',
    tests: ['lab/prove/regexes/time-attacks.slow.test.ts', 'src/extract/rules/read-page-feed.test.ts'],
    proofs: ['regexes', 'patterns'],
  },
  {
    id: 'turned-text',
    who: 'an outlet, another reader',
    what: 'characters that reverse, hide or imitate: a name that looks like another, our own words reordered',
    guard: 'outside text is isolated and its open isolates are closed; an imitated name is refused; hosts in ASCII',
    tests: [
      'src/core/names/name-skeleton.test.ts',
      'src/web/layout/balance-isolates.test.ts',
      'src/web/layout/plain-line.test.ts',
    ],
    proofs: ['unicode'],
  },
  {
    id: 'false-citation',
    who: 'a language model, or an article with instructions for it',
    what: 'an invented sentence shown as cited',
    guard: 'the model isn’t trusted: its sentences are checked against those they name, or not shown',
    tests: [
      'src/check/check-claims.test.ts',
      'src/core/citation.test.ts',
      'test/integration/summaries.test.ts',
      'test/integration/judged-answer.test.ts',
    ],
    proofs: ['hostile-model', 'prompt-injection'],
  },
  {
    id: 'forged-pack',
    who: 'whoever passes an evidence pack on',
    what: 'a changed text or quotation that passes as evidence; an archive that expands or writes elsewhere when it is checked',
    guard:
      'one form of archive, compared to the byte; SHA-256 of each file; each citation compared with its text; a fingerprint kept apart',
    tests: ['src/export/pack/pack.test.ts', 'deploy/release/write-verifier.test.ts'],
    proofs: [],
  },
  {
    id: 'other-site',
    who: 'another site open in the browser',
    what: 'forms sent in a reader’s name, framed pages, readers redirected elsewhere',
    guard: 'the origin of every unsafe request is checked; frame-ancestors; no parameter leads to another site',
    tests: [
      'test/integration/cross-site.slow.test.ts',
      'src/app/serve/cross-origin.test.ts',
      'test/e2e/public-links.test.ts',
    ],
    proofs: ['cross-site', 'open-redirect'],
  },
  {
    id: 'other-reader',
    who: 'another reader, a guest, a visitor who isn’t signed in',
    what: 'one reader’s data read or changed',
    guard:
      'every operation names its role; every query for a reader’s rows includes the reader; feeds with a key in their URL, or fetched with a reader’s own cookie, are offered to nobody, and only their subscribers see their entries; own headers go to one origin and are never shown; pictures are stored per article; streams end with their session',
    tests: [
      'test/integration/isolation.slow.test.ts',
      'test/integration/reader-isolation.test.ts',
      'test/integration/private-feeds.slow.test.ts',
      'test/integration/own-headers.test.ts',
      'src/core/text/personal-key.test.ts',
      'test/integration/pictures.test.ts',
      'src/web/event-stream.test.ts',
    ],
    proofs: ['isolation', 'private-feeds'],
  },
  {
    id: 'guessing',
    who: 'anybody who can reach the sign-in',
    what: 'passwords and names found by trying',
    guard: 'Argon2id; throttled by IP address, and by name and address; same time and response for an unknown name',
    tests: ['test/integration/accounts.test.ts', 'test/integration/spraying.test.ts'],
    proofs: ['throttle', 'enumeration', 'proxies'],
  },
  {
    id: 'takeover',
    who: 'a visitor whom a careless proxy makes look as if they sat at the machine',
    what: 'the owner’s place, and everything the owner reads',
    guard: 'nobody is the owner by address; the first choice needs the printed link',
    tests: ['test/integration/accounts.test.ts', 'src/web/arrival.test.ts'],
    proofs: ['takeover'],
  },
  {
    id: 'borrowed-sign-in',
    who: 'a false identity provider, a proxy’s header, a copied passkey',
    what: 'somebody else’s session',
    guard: 'every value of OpenID Connect and WebAuthn is checked; headers count only from named networks',
    tests: [
      'test/integration/sign-in-elsewhere.test.ts',
      'test/integration/sign-in-passkeys.test.ts',
      'src/web/accounts/trusted-header.test.ts',
    ],
    proofs: ['sign-in'],
  },
  {
    id: 'secrets',
    who: 'readers of logs, exports and pages',
    what: 'passwords, tokens, keys and reading habits found there',
    guard: 'stored as hashes where possible; never logged or exported; names and addresses left out',
    tests: [
      'src/app/config/config.test.ts',
      'test/integration/log-canaries.test.ts',
      'test/integration/model-settings.test.ts',
      'test/integration/sending.test.ts',
    ],
    proofs: [],
  },
  {
    id: 'remains',
    who: 'somebody who finds the disk later',
    what: 'deleted data is still there',
    guard:
      'deleted rows are overwritten; a deleted account is removed from every table; only its user can open the database file',
    tests: ['test/integration/leave-instance.test.ts', 'test/integration/store-opening.test.ts'],
    proofs: [],
  },
  {
    id: 'letters',
    who: 'anybody who can send mail, and a mail server that a reader names',
    what: 'relaying, filling memory or disk, reaching private servers, newsletters in another’s mailbox',
    guard: 'off by default; unknown and private addresses are refused first; limits on bytes, time and number',
    tests: [
      'test/integration/letters.test.ts',
      'test/integration/letter-process.slow.test.ts',
      'src/newsletters/imap-mailbox.test.ts',
    ],
    proofs: [],
  },
  {
    id: 'public-links',
    who: 'anybody on the internet',
    what: 'guessed links, more shown than was made public',
    guard: '192 random bits stored as a hash; one response for all that doesn’t exist; frozen content',
    tests: ['src/web/library/sharing-routes.test.ts', 'test/integration/sharing.test.ts'],
    proofs: [],
  },
  ...programThreats,
  {
    id: 'rude',
    who: 'we ourselves',
    what: 'polling outlets until they block us, so that news is lost',
    guard: 'intervals, conditional requests, pauses and robots.txt, stored across restarts',
    tests: ['test/integration/politeness.slow.test.ts', 'test/integration/robots.test.ts'],
    proofs: ['politeness'],
  },
  {
    id: 'sudden-end',
    who: 'a power cut, kill -9, a full disk',
    what: 'acknowledged marks and entries lost or duplicated',
    guard: 'one transaction for reading, deciding and writing; flushed before acknowledged; safe to repeat',
    tests: [
      'test/integration/kill.slow.test.ts',
      'test/integration/store-crash.slow.test.ts',
      'test/integration/store-full-disk.test.ts',
      'test/integration/full-disk-people.test.ts',
      'test/integration/sudden-ends.slow.test.ts',
    ],
    proofs: ['crash', 'power-cut', 'full-disk', 'full-disk-intake', 'move'],
  },
  {
    id: 'lost-disk',
    who: 'a broken disk, a wrong command',
    what: 'everything lost',
    guard:
      'backups of a running store, opened before they count; tested restores; no writing to a damaged, missing or emptied file',
    tests: [
      'test/integration/damage.slow.test.ts',
      'test/integration/lost-folder.slow.test.ts',
      'test/integration/server-page.test.ts',
      'test/integration/restore.slow.test.ts',
      'test/integration/copy-store.slow.test.ts',
    ],
    proofs: ['backup', 'copy-store', 'damage'],
  },
  {
    id: 'half-a-copy',
    who: 'an interrupted restore, the author of a backup',
    what: 'a store that opens without some keys or tables, or runs somebody else’s statements on every write',
    guard: 'the schema is compared with what the migrations make, before a restore and by doctor on PostgreSQL',
    tests: ['test/integration/restore.slow.test.ts', 'test/integration/postgres-missing.test.ts'],
    proofs: [],
  },
  {
    id: 'upgrade',
    who: 'a new version, or an old one on new data',
    what: 'rows lost or damaged while the schema changes',
    guard: 'migrations in transactions, tested by killing them; older programs refuse newer data',
    tests: ['test/integration/migrations.test.ts', 'test/integration/upgrades.slow.test.ts'],
    proofs: ['migrations', 'rolling', 'deb'],
  },
  {
    id: 'split-house',
    who: 'a network failure between machines, a suspended process that resumes',
    what: 'two processes deciding at once: broken stories, duplicate entries',
    guard: 'lanes with leases and fencing, checked in the transaction that writes',
    tests: [
      'test/integration/cluster.slow.test.ts',
      'test/integration/lanes.test.ts',
      'test/integration/postgres-two-servers.slow.test.ts',
    ],
    proofs: ['cluster'],
  },
  {
    id: 'alert-storm',
    who: 'copies of one report',
    what: 'alerts without any change, until nobody reads them; a text that is marked read with its copies, though nobody read it',
    guard: 'one alert per change, never for a copy; quiet hours; limits; of texts folded together, one stays unread',
    tests: ['test/integration/alerts.test.ts', 'test/integration/folded-copies.test.ts'],
    proofs: ['alerts', 'folding'],
  },
  {
    id: 'blind',
    who: 'an update, a load balancer, an unattended night',
    what: 'a server that gets readers while it can’t answer, or is stopped in the middle of a response or job',
    guard:
      'readiness checks the database; no header gives access to metrics; stopping finishes work or returns it; starting waits for the database; a failed log doesn’t stop the server',
    tests: [
      'test/integration/health.slow.test.ts',
      'test/integration/drain.slow.test.ts',
      'test/integration/traces.test.ts',
      'test/integration/postgres-awaited.slow.test.ts',
      'test/integration/outputs-gone.test.ts',
    ],
    proofs: ['drain'],
  },
  {
    id: 'dead-feeds',
    who: 'hosts that accept a request and never answer',
    what: 'thousands of dead feeds that occupy every slot, so that others are read minutes late',
    guard: 'separate slots for feeds and pages; slow requests are counted separately; slow hosts come last',
    tests: ['test/integration/dead-feeds.slow.test.ts', 'src/http/host-queue.test.ts'],
    proofs: ['dead-feeds'],
  },
  {
    id: 'silent-database',
    who: 'a network, a firewall, a failover',
    what: 'database connections that stay open without any response: background work that never returns, edits lost or made twice',
    guard:
      'a silent connection is checked over a new one and replaced; a commit without a response is looked up, or reported as unconfirmed; health names failing loops',
    tests: ['test/integration/silence.slow.test.ts', 'test/integration/postgres-nodes.slow.test.ts'],
    proofs: ['silence'],
  },
  {
    id: 'stale-page',
    who: 'we ourselves',
    what: 'a page given again that is another reader’s, or older than what is stored',
    guard: 'pages kept by reader and version of the data, for a second at most, none whose making wrote something',
    tests: ['src/web/page-cache.test.ts', 'test/integration/kept-answers.slow.test.ts'],
    proofs: ['kept-answers'],
  },
  {
    id: 'years',
    who: 'time, bad networks, wrong clocks, repeated crashes',
    what: 'growing memory, lost or duplicate entries, work that never ends',
    guard: 'limits on everything in memory; leases that expire; jobs that are safe to repeat',
    tests: [
      'test/integration/kill.slow.test.ts',
      'test/integration/postgres-clocks.test.ts',
      'test/integration/clock-ahead.test.ts',
    ],
    proofs: ['soak'],
  },
  {
    id: 'broken-plugin',
    who: 'a broken plugin',
    what: 'a start that never ends, articles and pages that fail with it',
    guard: 'loaded in a thread first, with limits on time and memory; analyzers and exporters run only there',
    tests: [
      'src/app/plugins.test.ts',
      'src/pipeline/analysis/plugin-thread.test.ts',
      'test/integration/plugins.slow.test.ts',
    ],
    proofs: [],
  },
  {
    id: 'old-npm',
    who: 'npm and Node as a distribution has them',
    what: 'an install that ends well and leaves a program that does not start',
    guard: 'a launcher in plain JavaScript that finds the Node in its package, tried with old versions of npm',
    tests: ['src/app/launch/launch.test.ts'],
    proofs: ['install', 'npx', 'image'],
  },
  {
    id: 'supply',
    who: 'a package we depend on',
    what: 'code that runs at install, or a package changed under us',
    guard:
      'few packages with reasons, a lock with hashes, no install scripts, licenses read, releases anybody can make again',
    tests: ['deploy/release/release.test.ts'],
    proofs: ['supply', 'package', 'release'],
  },
]

/** Something that can go wrong, by whom, and what stands against it. */
export type Threat = {
  readonly id: string
  /** Who, or what, does it. */
  readonly who: string
  /** What they do, and what would be lost. */
  readonly what: string
  /** What keeps them from it. */
  readonly guard: string
  /** Test files that hold the guard. */
  readonly tests: readonly string[]
  /** Proofs that attack it: `npm run prove -- NAME`. */
  readonly proofs: readonly string[]
}

/** What was thought of; the table in SECURITY.md is made of it. */
export const threats: readonly Threat[] = [
  {
    id: 'script',
    who: 'an outlet, a letter, a comment',
    what: 'markup that runs, frames or calls home in a reader’s browser',
    guard: 'markup rebuilt from an allow-list; Content-Security-Policy without unsafe-inline; Trusted Types',
    tests: ['src/extract/markup/sanitize.test.ts', 'src/web/security.test.ts', 'test/e2e/islands.test.ts'],
    proofs: ['markup', 'comments-markup', 'fuzz-letters'],
  },
  {
    id: 'inside-network',
    who: 'an outlet, a reader',
    what: 'an address, name or redirect that makes the server call its own network',
    guard: 'one client; the address is checked where the connection is made, at each hop',
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
    guard: 'caps of bytes while streaming and after decoding, of depth, of number; deadlines; a thread of its own',
    tests: ['src/http/limits.test.ts', 'src/http/decode-body.test.ts', 'test/integration/fuzz-feeds.slow.test.ts'],
    proofs: ['feed-bombs', 'fuzz-feeds'],
  },
  {
    id: 'slow-visitor',
    who: 'anybody who reaches the port',
    what: 'a thousand connections that trickle, say nothing or do not read, and keep others out',
    guard:
      'a number of connections, beyond which the longest waiting of the greediest go; four requests ahead; deadlines; bounds of bodies',
    tests: ['src/web/connection-limits.test.ts', 'src/web/limit-bodies.test.ts', 'src/web/event-stream.test.ts'],
    proofs: ['resources'],
  },
  {
    id: 'greedy-reader',
    who: 'a reader',
    what: 'the server kept busy with what they name: addresses, refreshes, files, feeds without number',
    guard: 'turns in an hour for each reader, a number of subscriptions; the owner sets both',
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
    what: 'fields of no kind, paths out of folders, requests in requests, things done twice at once',
    guard: 'every input read by a schema; one server that refuses what is ambiguous; counts kept one after the other',
    tests: [
      'lab/prove/faces.test.ts',
      'test/integration/done-once.test.ts',
      'src/core/text/one-by-one.test.ts',
      'test/integration/rest-contract.test.ts',
      'src/web/refuse-two-hosts.test.ts',
      'src/web/form.test.ts',
    ],
    proofs: ['faces'],
  },
  {
    id: 'heavy-page',
    who: 'an outlet',
    what: 'a page that never ends to be read, or takes the process with it',
    guard: 'threads with limits of time and memory, linear reading, given up with a reason in the article',
    tests: ['test/integration/hostile-pages.test.ts'],
    proofs: ['page-attacks', 'fuzz-pages'],
  },
  {
    id: 'strange-input',
    who: 'whoever wrote a file, a list, a letter, a date, a search or a request',
    what: 'input that throws, hangs, leads to a script, or is kept in a form that does not sort',
    guard: 'readers that answer with a reason, addresses of the web alone, times of years 1 to 9999',
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
    what: 'text that makes a regular expression go back without end, or a pattern that does',
    guard:
      'no pattern of a reader’s becomes a regular expression; steps of selectors are counted; ours are tried with grown strings',
    tests: ['lab/prove/regexes/time-attacks.test.ts', 'src/extract/rules/read-page-feed.test.ts'],
    proofs: ['regexes', 'patterns'],
  },
  {
    id: 'turned-text',
    who: 'an outlet, another reader',
    what: 'signs that turn, hide or imitate: a name that reads as another, words of ours in another order',
    guard:
      'foreign words are isolated and their own isolates closed; a name that looks like another’s is refused; hosts in ASCII',
    tests: [
      'src/core/names/name-look.test.ts',
      'src/web/layout/balance-isolates.test.ts',
      'src/web/layout/plain-line.test.ts',
    ],
    proofs: ['unicode'],
  },
  {
    id: 'false-citation',
    who: 'a language model, or an article that gives it orders',
    what: 'a sentence nobody wrote, shown as cited',
    guard: 'the model is not trusted: what it says is checked against the sentences it names, or not shown',
    tests: ['src/check/check-claims.test.ts', 'src/core/citation.test.ts', 'test/integration/summaries.test.ts'],
    proofs: ['hostile-model', 'prompt-injection'],
  },
  {
    id: 'other-site',
    who: 'another site open in the browser',
    what: 'forms sent in a reader’s name, pages framed, readers led away',
    guard: 'origin of every unsafe request; frame-ancestors; no parameter leads to another site',
    tests: [
      'test/integration/cross-site.slow.test.ts',
      'src/app/serve/cross-origin.test.ts',
      'test/e2e/public-links.test.ts',
    ],
    proofs: ['cross-site', 'open-redirect'],
  },
  {
    id: 'other-reader',
    who: 'another reader, a guest, nobody',
    what: 'what is one reader’s read or changed',
    guard:
      'every operation says who may; every row of a reader is asked for with its reader; feeds whose address holds a key are offered to nobody, and what they bring is read by their subscribers alone; pictures are kept by what they stand in; streams end with their session',
    tests: [
      'test/integration/isolation.slow.test.ts',
      'test/integration/reader-isolation.test.ts',
      'test/integration/private-feeds.slow.test.ts',
      'src/core/text/keyed-address.test.ts',
      'test/integration/pictures.test.ts',
      'src/web/event-stream.test.ts',
    ],
    proofs: ['isolation', 'private-feeds'],
  },
  {
    id: 'guessing',
    who: 'anybody who can reach the sign-in',
    what: 'passwords and names found by trying',
    guard: 'Argon2id; throttled by address, and by name and address; same time and answer for an unknown name',
    tests: ['test/integration/accounts.test.ts', 'test/integration/spraying.test.ts'],
    proofs: ['throttle', 'enumeration'],
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
    what: 'a session that is somebody else’s',
    guard: 'every value of OpenID Connect and WebAuthn checked; headers believed from named networks only',
    tests: [
      'test/integration/sign-in-elsewhere.test.ts',
      'test/integration/sign-in-passkeys.test.ts',
      'src/web/accounts/trusted-header.test.ts',
    ],
    proofs: ['sign-in'],
  },
  {
    id: 'secrets',
    who: 'who reads logs, exports, pages',
    what: 'passwords, tokens, keys and reading habits found there',
    guard: 'kept as hashes where they can be; never logged, never exported; names and addresses left out',
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
    who: 'who finds the disk later',
    what: 'what a reader deleted is still there',
    guard:
      'deleted rows are overwritten; a reader who leaves is gone from every table; the file of the database is for its user alone',
    tests: ['test/integration/leave-house.test.ts', 'test/integration/store-opening.test.ts'],
    proofs: [],
  },
  {
    id: 'letters',
    who: 'anybody who can send mail',
    what: 'relaying, filling the disk, letters in another’s box or in the place of another letter',
    guard: 'off by default; unknown addresses refused first; bounded in bytes, time and number',
    tests: [
      'test/integration/letters.test.ts',
      'test/integration/letter-process.slow.test.ts',
      'src/letters/limits.test.ts',
    ],
    proofs: [],
  },
  {
    id: 'public-links',
    who: 'anybody on the net',
    what: 'guessing links, seeing more than was made public',
    guard: '192 random bits kept as a hash, one answer for all that is not there, frozen content',
    tests: ['src/web/library/sharing-routes.test.ts', 'test/integration/sharing.test.ts'],
    proofs: [],
  },
  {
    id: 'assistant',
    who: 'an assistant that outside text gives orders to',
    what: 'writing in a reader’s name',
    guard: 'outside text stands under `untrusted`; tools that write need a token that may',
    tests: ['test/integration/mcp.test.ts', 'test/integration/mcp-conformance.slow.test.ts'],
    proofs: ['prompt-injection'],
  },
  {
    id: 'rude',
    who: 'we ourselves',
    what: 'polling outlets until they shut us out, so that news is lost',
    guard: 'intervals, conditional requests, pauses and robots.txt kept across restarts',
    tests: ['test/integration/politeness.slow.test.ts', 'test/integration/robots.test.ts'],
    proofs: ['politeness'],
  },
  {
    id: 'sudden-end',
    who: 'a power cut, kill -9, a full disk',
    what: 'acknowledged marks and entries lost, or kept twice',
    guard: 'one transaction for reading, deciding and writing; flushed before it is acknowledged; safe to repeat',
    tests: [
      'test/integration/kill.slow.test.ts',
      'test/integration/store-crash.test.ts',
      'test/integration/store-full-disk.test.ts',
      'test/integration/full-disk-people.test.ts',
      'test/integration/sudden-ends.test.ts',
    ],
    proofs: ['crash', 'power-cut', 'full-disk', 'full-disk-intake'],
  },
  {
    id: 'lost-disk',
    who: 'a broken disk, a wrong command',
    what: 'everything lost',
    guard:
      'backups of a running store, opened before they count; restoring tried; nothing written into a file that is damaged, gone or emptied',
    tests: [
      'test/integration/damage.slow.test.ts',
      'test/integration/lost-folder.slow.test.ts',
      'test/integration/house-desk.test.ts',
      'test/integration/restore.slow.test.ts',
      'test/integration/copy-store.slow.test.ts',
    ],
    proofs: ['backup', 'copy-store', 'damage'],
  },
  {
    id: 'half-a-copy',
    who: 'a restore that broke off, whoever made the copy',
    what: 'a store that opens and lacks keys or tables, or runs statements of somebody else’s with what is written',
    guard:
      'what the migrations make is held against what is there, before a file is put back and by doctor on PostgreSQL',
    tests: ['test/integration/restore.slow.test.ts', 'test/integration/postgres-missing.test.ts'],
    proofs: [],
  },
  {
    id: 'upgrade',
    who: 'a new version, or an old one on new data',
    what: 'rows lost or torn while the schema changes',
    guard: 'migrations in transactions, killed and resumed; newer data refused by older programs',
    tests: ['test/integration/migrations.test.ts', 'test/integration/upgrades.slow.test.ts'],
    proofs: ['migrations', 'rolling'],
  },
  {
    id: 'split-house',
    who: 'a network cut between machines, a stopped process that wakes up',
    what: 'two deciding at once: stories torn, entries doubled',
    guard: 'lanes with leases and fences, taken within the transaction that writes',
    tests: [
      'test/integration/cluster.slow.test.ts',
      'test/integration/lanes.test.ts',
      'test/integration/postgres-two-servers.test.ts',
    ],
    proofs: ['cluster'],
  },
  {
    id: 'alert-storm',
    who: 'copies of one report',
    what: 'alerts for what is no change, until nobody reads them',
    guard: 'one alert for a change, never for a copy; quiet hours; caps',
    tests: ['test/integration/alerts.test.ts'],
    proofs: ['alerts'],
  },
  {
    id: 'blind',
    who: 'an update, a balancer, a night without anybody',
    what: 'a server that is sent readers while it cannot answer, or is ended in the middle of an answer or a job',
    guard:
      'readiness that looks at the database; figures without a right by header; a stop that finishes or gives back; a start that waits for its database; a server that goes on without its log',
    tests: [
      'test/integration/health.slow.test.ts',
      'test/integration/drain.slow.test.ts',
      'test/integration/traces.test.ts',
      'test/integration/postgres-awaited.test.ts',
      'test/integration/outputs-gone.test.ts',
    ],
    proofs: ['drain'],
  },
  {
    id: 'dead-feeds',
    who: 'hosts that take a request and never answer',
    what: 'thousands of dead feeds that take every slot, so that the living ones are read minutes late',
    guard: 'slots of their own for feeds and for pages; what is slow counts apart; hosts that were slow come last',
    tests: ['test/integration/dead-feeds.test.ts', 'src/http/host-queue.test.ts'],
    proofs: ['dead-feeds'],
  },
  {
    id: 'silent-database',
    who: 'a network, a firewall, a failover',
    what: 'connections to the database that stay open and on which nothing is ever answered: background work that never returns, edits lost or made twice',
    guard:
      'a silent connection is checked over a fresh one and replaced; a commit whose answer was lost is looked up, or said to be unconfirmed; health that names the loops that fail',
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
    who: 'time, bad networks, wrong clocks, crashes that come again and again',
    what: 'memory that grows, entries lost or doubled, work that never ends',
    guard: 'bounds of everything that is kept in memory; leases that run out; jobs safe to repeat',
    tests: [
      'test/integration/kill.slow.test.ts',
      'test/integration/postgres-clocks.test.ts',
      'test/integration/clock-ahead.test.ts',
    ],
    proofs: ['soak'],
  },
  {
    id: 'broken-plugin',
    who: 'a plugin of the owner’s that is broken',
    what: 'a start that never ends, articles and pages that go down with it',
    guard: 'loaded in a thread first, with a deadline and a bound of memory; analyzers and exporters run nowhere else',
    tests: [
      'src/app/plugins.test.ts',
      'src/pipeline/analysis/plugin-thread.test.ts',
      'test/integration/plugins.test.ts',
    ],
    proofs: [],
  },
  {
    id: 'old-npm',
    who: 'npm and Node as a distribution has them',
    what: 'an install that ends well and leaves a program that does not start',
    guard: 'a launcher in plain JavaScript that finds the Node in its package, tried with old versions of npm',
    tests: ['src/app/launch/launch.test.ts'],
    proofs: ['install'],
  },
  {
    id: 'supply',
    who: 'a package we depend on',
    what: 'code that runs at install, or a package changed under us',
    guard:
      'few packages with reasons, a lock with hashes, no install scripts, licenses read, releases anybody can make again',
    tests: ['deploy/release/release.test.ts'],
    proofs: ['supply', 'package'],
  },
]

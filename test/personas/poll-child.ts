import { createHttp } from '../../src/http/client.ts'
import { hostPauses } from '../../src/http/host-pauses.ts'
import { createAnalysisPool } from '../../src/pipeline/analysis/analysis-pool.ts'
import { pollDue } from '../../src/pipeline/polls/poll-loop.ts'
import { openStore } from '../../src/store/open-store.ts'

// Polls what is due in a database, a few feeds at a time, so that it can be killed in the middle: `node poll-child.ts DATABASE AHEAD`,
// the clock so many minutes ahead of the machine's.
const [database = '', ahead = '0'] = process.argv.slice(2)
const limits = { pollMinutes: 60, inFlight: 4, feedBytes: 1e6, pageBytes: 1e6, fetchesPages: false, storyDays: 4 }
const now = () => new Date(Date.now() + Number(ahead) * 60_000)
await pollDue({
  store: await openStore(database),
  http: createHttp({
    userAgent: 'Twosource-crashes/0 (+https://example.org/contact)',
    allowPrivate: true,
    maxBytes: 1e6,
    timeoutMs: 10_000,
    connectTimeoutMs: 2000,
    perHost: 4,
    inFlight: 4,
  }),
  pool: createAnalysisPool({ threads: 1, deadlineMs: 60_000 }),
  now,
  log: () => {},
  pauses: hostPauses(now),
  limits,
})
process.exit(0)

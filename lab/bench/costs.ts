import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { startServer, whyNoServer } from '../../test/integration/postgres-server.ts'
import type { Costs } from './capacity/costs.ts'
import { type Bench, peakMemoryMb, type Row, round, sized } from './measure.ts'
import { bench as refresh } from './refresh.ts'
import { runChild } from './run-child.ts'

/** Articles stored before; the larger the store, the more the look-ups cost, a little (`ingest-articles`). */
const STORED = sized(3_000, 10)
const ARTICLES = sized(150, 5)
const FEEDS = sized(300, 5)
const ENTRIES = sized(30, 2)
/** In the window whose memory is weighed. */
const IN_WINDOW = sized(10_000, 20)
/** A heap is let grow to so much of what is in use; what is resident here is mostly what was left of making the articles. */
const HEAP_ROOM = 1.5

type Ingested = { readonly whole: Readonly<Record<string, number>> }
type WindowFigures = { readonly heldGrowthMb: number }

/**
 * What an article costs, for planning machines: feeds, reading, deciding, telling, PostgreSQL, disk and memory. Each is measured by the
 * bench that looks closer at it; here they are brought together in `lab/bench/capacity/costs.json`, from which the capacity page is made.
 */
export const bench: Bench = async (options) => {
  if (whyNoServer) throw new Error(whyNoServer)
  const { whole: file } = await runChild<Ingested>('./ingest-child.ts', [STORED, STORED, ARTICLES])
  const url = await startServer()
  const onServer = [STORED, STORED, ARTICLES, url]
  const { whole: server } = await runChild<Ingested>('./ingest-child.ts', onServer)
  const { heldGrowthMb } = await runChild<WindowFigures>('./window-child.ts', [IN_WINDOW])
  const polls = await refresh({ ...options, feeds: FEEDS, entries: ENTRIES })
  const cpuSeconds = (what: string) => polls.rows.find((row) => row.what === what)?.figures.cpuSeconds ?? 0
  const costs: Costs = {
    measured: {
      at: new Date().toISOString(),
      machine: cpus()[0]?.model ?? '',
      commands: ['npm run bench -- costs', 'npm run bench -- ingest-articles', 'npm run bench -- growth'],
    },
    unchangedPollMs: round((cpuSeconds('nothing changed, again') * 1000) / FEEDS),
    entryMs: round((cpuSeconds('first refresh') * 1000) / (FEEDS * ENTRIES)),
    digestMs: figure(server, 'digestMs'),
    decideMs: figure(server, 'settleMs'),
    laneDatabaseMs: figure(server, 'serverSettleMs'),
    otherDatabaseMs: round(figure(server, 'serverInAllMs') - figure(server, 'serverSettleMs')),
    refreshMs: figure(server, 'tellMs'),
    bytes: { sqlite: bytesOf(file), postgres: bytesOf(server) },
    windowBytes: Math.round((heldGrowthMb * HEAP_ROOM * 1e6) / IN_WINDOW),
  }
  // Figures of a short run are of nothing: machines are not planned from them.
  if (sized(true, false))
    writeFileSync(new URL('./capacity/costs.json', import.meta.url), `${JSON.stringify(costs, null, 2)}\n`)
  const { measured: _, bytes, ...flat } = costs
  const rows: readonly Row[] = [
    { what: 'an article, on PostgreSQL', figures: { ...flat, bytes: bytes.postgres } },
    {
      what: 'an article, on SQLite',
      figures: {
        digestMs: figure(file, 'digestMs'),
        settleMs: figure(file, 'settleMs'),
        tellMs: figure(file, 'tellMs'),
        bytes: bytes.sqlite,
      },
    },
  ]
  return {
    name: 'costs',
    load: `${ARTICLES} articles into ${STORED} stored, ${FEEDS} feeds of ${ENTRIES} entries`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'Kept in lab/bench/capacity/costs.json. digestMs and the like are milliseconds of a core, …DatabaseMs those of the server.',
    ],
  }
}

function figure(figures: Readonly<Record<string, number>>, name: string): number {
  const value = figures[name]
  if (value === undefined) throw new Error(`The bench told no ${name}`)
  return value
}

/** Disk that the articles brought, each with its entry, layers and what it is found by. */
function bytesOf(figures: Readonly<Record<string, number>>): number {
  return Math.round((figure(figures, 'broughtMb') * 1e6) / figure(figures, 'articles'))
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openStore } from '../../src/store/open-store.ts'
import { startServer } from '../../test/integration/postgres-server.ts'
import { type Bench, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'

const ARTICLES = sized(1200, 20)
const PROCESSES = sized([1, 2, 4], [1])
const LANGUAGES = sized([1, 8], [8])

type Settled = {
  readonly settled: number
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly waits: readonly number[]
}

/**
 * How many articles a second are given their story by one, two and four processes on one PostgreSQL, all in one language (one lane)
 * and in eight. Each run begins with nothing. What was settled is counted: nothing may be lost, nor be in two stories.
 */
export const bench: Bench = async ({ database, sizes }) => {
  const url = database ?? (await startServer())
  const count = sizes?.[0] ?? ARTICLES
  const rows: Row[] = []
  for (const languages of LANGUAGES) {
    let alone = 0
    for (const processes of PROCESSES) {
      const figures = await run(url, languages, processes, count)
      if (processes === 1) alone = figures.perSecond
      rows.push({
        what: `${languages} language${languages > 1 ? 's' : ''}, ${processes} process${processes > 1 ? 'es' : ''}`,
        figures: { ...figures, ratio: round(figures.perSecond / alone) },
      })
    }
  }
  return {
    name: 'lanes',
    load: `${count} invented articles, 8 under way in each process, ${database ? 'the given server' : 'a server of its own without fsync'}`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: ['firstDoneShare: when the process that was first had done its part, of all the time; 1 is wholly fair'],
  }
}

async function run(url: string, languages: number, processes: number, count: number) {
  const schema = `bench_lanes_${process.pid}`
  const store = await openStore(url, { schema })
  try {
    const feed = { url: 'import:bench', title: 'Outlet', sourceName: 'Outlet' }
    await store.feeds.addMany('owner', [feed], new Date().toISOString())
    const children = await Promise.all(
      Array.from({ length: processes }, (_, part) => start([url, schema, languages, count, processes, part])),
    )
    const startedAt = performance.now()
    for (const { go } of children) go()
    const done = await Promise.all(children.map(({ result }) => result))
    const seconds = (performance.now() - startedAt) / 1000
    const { counts } = await store.check()
    const waits = done.flatMap(({ waits }) => waits)
    return {
      perSecond: round(count / seconds),
      cpuMsEach: round((1000 * done.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)) / count),
      waitP50Ms: round(percentile(waits, 0.5)),
      waitP99Ms: round(percentile(waits, 0.99)),
      firstDoneShare: round(Math.min(...done.map(({ wallSeconds }) => wallSeconds)) / seconds),
      articles: counts.articles,
      stories: counts.stories,
    }
  } finally {
    await store.close()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`drop schema if exists ${schema} cascade`)
    await client.end()
  }
}

/** Starts a process that settles its part once it is told to. */
async function start(args: readonly (string | number)[]) {
  const script = fileURLToPath(new URL('lanes-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, ...args.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line))
  const ended = once(child, 'close')
  await Promise.race([once(reader, 'line'), ended])
  if (lines[0] !== 'ready') throw new Error(`lanes-child ended before it was ready: ${lines.join('\n')}`)
  return {
    go: () => child.stdin.end('go\n'),
    result: ended.then(([code]) => {
      if (code !== 0 || lines.length < 2) throw new Error(`lanes-child ended with ${code}`)
      return JSON.parse(lines[1]!) as Settled
    }),
  }
}

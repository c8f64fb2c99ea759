import { sql } from 'kysely'
import type { Engine } from '../../src/store/engine/engine.ts'
import { openPostgres, type PostgresOptions, postgresTypes } from '../../src/store/engine/postgres.ts'
import { runRequest, setRequestReader } from '../../src/store/engine/request-context.ts'
import { migrate } from '../../src/store/migrations/migrate.ts'
import { postgresNodes, whyNoPooler } from '../../test/integration/postgres-nodes.ts'
import { whyNoServer } from '../../test/integration/postgres-server.ts'
import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'

const WARMING = sized(20, 1)
const READS_OF_A_PAGE = 10
const ROUNDS = sized(200, 3)
const WRITES = sized(200, 3)

/** What a page of ten small reads and one small write cost by each way to PostgreSQL, in one interleaved run. */
export const bench: Bench = async () => {
  if (whyNoServer) throw new Error(whyNoServer)
  const nodes = postgresNodes()
  const engines: [string, Engine][] = []
  try {
    const primary = await nodes.makePrimary()
    const replica = await nodes.addReplica(primary)
    const open = async (what: string, url: string, options: PostgresOptions = {}) => {
      engines.push([what, await openPostgres(url, { schema: 'ways', ...options })])
    }
    await open('straight', primary.url)
    await open('pages from a replica', primary.url, { readUrl: replica.url })
    if (!whyNoPooler) await open('PgBouncer by transaction', await nodes.addPooler(primary))
    for (const [, engine] of engines) await migrate(engine, postgresTypes, () => '')
    const reads = new Map<string, number[]>(engines.map(([what]) => [what, []]))
    const writes = new Map<string, number[]>(engines.map(([what]) => [what, []]))
    const copied = new Map<string, number>()
    for (let round = -WARMING; round < ROUNDS; round++)
      for (const [what, engine] of engines) {
        const startedAt = performance.now()
        if (await readPage(engine)) copied.set(what, (copied.get(what) ?? 0) + 1)
        if (round >= 0) reads.get(what)!.push(performance.now() - startedAt)
      }
    for (let round = -WARMING; round < WRITES; round++)
      for (const [what, engine] of engines) {
        const startedAt = performance.now()
        await engine.write((tx) => sql`update page_write set number = number where bucket = 7`.execute(tx))
        if (round >= 0) writes.get(what)!.push(performance.now() - startedAt)
      }
    return {
      name: 'database-ways',
      load: `${ROUNDS} pages of ${READS_OF_A_PAGE} reads by key and ${WRITES} writes by each way, in turn, on loopback, fsync off`,
      rows: engines.map(([what]) => ({
        what,
        figures: {
          'page p50 ms': round(percentile(reads.get(what)!, 0.5)),
          'page p95 ms': round(percentile(reads.get(what)!, 0.95)),
          'write p50 ms': round(percentile(writes.get(what)!, 0.5)),
          'write p95 ms': round(percentile(writes.get(what)!, 0.95)),
          'pages from the replica': copied.get(what) ?? 0,
        },
      })),
      peakMemoryMb: peakMemoryMb(),
      notes: whyNoPooler ? [whyNoPooler] : [],
    }
  } finally {
    for (const [, engine] of engines) await engine.close()
    nodes.remove()
  }
}

/** A page of small reads, one after the other; true when it was read from the replica. */
async function readPage(engine: Engine): Promise<boolean> {
  return runRequest(true, async () => {
    setRequestReader('somebody')
    for (let read = 1; read < READS_OF_A_PAGE; read++)
      await engine.reader.selectFrom('house_setting').selectAll().where('name', '=', `n${read}`).execute()
    const { rows } = await sql<{ is: boolean }>`select pg_is_in_recovery() as is`.execute(engine.reader)
    return rows[0]?.is ?? false
  })
}

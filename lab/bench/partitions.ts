import { startServer, whyNoServer } from '../../test/integration/postgres-server.ts'
import { type Bench, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'
import { openRaw, type RawDatabase } from './raw-database.ts'

const DOCUMENTS = sized(12_000, 200)
/** As the product keeps fingerprints: what stories reach back to, and as much before it. */
const PARTS = 2
const LOOKS = sized(15, 2)

type Shape = {
  readonly name: string
  readonly columns: string
  readonly key: string
  readonly by: string
  /** Rows of the documents from one sequence up to another, as a select. */
  readonly fill: (from: number, to: number) => string
}

/** Tables whose rows go by age, filled as an average article fills them (bench `growth`). */
const shapes: readonly Shape[] = [
  {
    name: 'fingerprint',
    columns: 'hash bigint not null, document_sequence bigint not null',
    key: 'hash, document_sequence',
    by: 'document_sequence',
    fill: (from, to) =>
      `select (random() * 4294967295)::bigint, n from generate_series(${from}, ${to}) n, generate_series(1, 235)`,
  },
  {
    name: 'vector',
    columns: 'sequence bigint not null, features bytea not null, weights bytea not null',
    key: 'sequence',
    by: 'sequence',
    fill: (from, to) =>
      `select n, decode(repeat(md5(n::text), 30), 'hex'), decode(repeat(md5((n + 1)::text), 30), 'hex') from generate_series(${from}, ${to}) n`,
  },
  {
    name: 'entry_content',
    columns: 'sequence bigint not null, content_html text, rest text not null',
    key: 'sequence',
    by: 'sequence',
    fill: (from, to) =>
      `select n, (select string_agg(md5((n * 150 + k)::text), ' ') from generate_series(1, 110) k), '{}' from generate_series(${from}, ${to}) n`,
  },
]

/**
 * What it costs PostgreSQL to let the older half of a table go: by deleting rows and vacuum, and by dropping partitions. Wall
 * seconds, megabytes of log written (what a replica has to take), and megabytes of the table before and after.
 */
export const bench: Bench = async ({ database, sizes = [DOCUMENTS] }) => {
  if (database === undefined && whyNoServer)
    return { name: 'partitions', load: 'none', rows: [], peakMemoryMb: peakMemoryMb(), notes: [whyNoServer] }
  const raw = await openRaw(database ?? (await startServer()))
  const rows: Row[] = []
  try {
    await raw.run('create schema if not exists partition_bench; set search_path = partition_bench')
    for (const size of sizes) for (const shape of shapes) rows.push(...(await both(raw, shape, size)))
    await raw.run('drop schema partition_bench cascade')
  } finally {
    await raw.close()
  }
  return {
    name: 'partitions',
    load: `${sizes.join(', ')} documents, ${PARTS} partitions; the older half goes`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: ['delete: in batches of a hundredth of the documents, then vacuum. drop: partition by partition.'],
  }
}

async function both(raw: RawDatabase, { name, columns, key, by, fill }: Shape, size: number): Promise<Row[]> {
  await raw.run(
    `create table whole (${columns}, primary key (${key})); insert into whole ${fill(1, size)}; analyze whole`,
  )
  await raw.run(`create table parted (${columns}, primary key (${key})) partition by range (${by})`)
  const step = Math.ceil(size / PARTS)
  for (let part = 0; part < PARTS; part++)
    await raw.run(
      `create table parted_${part} partition of parted for values from (${part * step + 1}) to (${(part + 1) * step + 1});
      insert into parted ${fill(part * step + 1, Math.min(size, (part + 1) * step))}`,
    )
  await raw.run('checkpoint; analyze parted')
  const looks = name === 'fingerprint' ? await look(raw) : undefined
  const half = (PARTS / 2) * step
  const batch = Math.ceil(size / 100)
  const deleted = await costs(raw, 'whole', async () => {
    for (let upTo = batch; upTo - batch < half; upTo += batch)
      await raw.run(`delete from whole where ${by} <= ${Math.min(upTo, half)} and ${by} > ${upTo - batch}`)
    await raw.run('vacuum whole')
  })
  const dropped = await costs(raw, 'parted', async () => {
    for (let part = 0; part < PARTS / 2; part++) await raw.run(`drop table parted_${part}`)
  })
  await raw.run('drop table whole, parted')
  return [
    { what: `${name}, ${size} documents: delete, vacuum`, figures: deleted },
    { what: `${name}, ${size} documents: drop partitions`, figures: dropped },
    ...(looks ? [{ what: `${name}, ${size} documents: texts alike, p50 ms`, figures: looks }] : []),
  ]
}

/** Which documents share hashes with a new one, asked of both tables in turn. */
async function look(raw: RawDatabase) {
  const times = { whole: [] as number[], parted: [] as number[] }
  for (let run = 0; run < LOOKS; run++)
    for (const table of ['whole', 'parted'] as const) {
      const hashes = `array(select hash from ${table} where document_sequence = ${run + 1})`
      const [row] = await raw.rows<{ hashes: string[] }>(`select ${hashes} as hashes`)
      const startedAt = performance.now()
      await raw.rows(
        `select document_sequence, count(*) from ${table} where hash = any(array[${row?.hashes.join(',')}]::bigint[])
          group by 1 having count(*) >= 2 order by 2 desc limit 12`,
      )
      times[table].push(performance.now() - startedAt)
    }
  return { whole: round(percentile(times.whole, 0.5)), partitioned: round(percentile(times.parted, 0.5)) }
}

async function costs(raw: RawDatabase, table: string, work: () => Promise<void>) {
  const mbBefore = await sizeOf(raw, table)
  const [from] = await raw.rows<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn')
  const startedAt = performance.now()
  await work()
  const seconds = (performance.now() - startedAt) / 1000
  const [log] = await raw.rows<{ bytes: string }>(`select pg_current_wal_lsn() - '${from?.lsn}'::pg_lsn as bytes`)
  return {
    wallS: round(seconds),
    logMb: round(Number(log?.bytes) / 1e6),
    mbBefore,
    mbAfter: await sizeOf(raw, table),
  }
}

async function sizeOf(raw: RawDatabase, table: string): Promise<number> {
  const [row] = await raw.rows<{ bytes: string }>(
    `select pg_total_relation_size('${table}') + coalesce(sum(pg_total_relation_size(inhrelid)), 0) as bytes
      from pg_inherits where inhparent = '${table}'::regclass`,
  )
  return Math.round(Number(row?.bytes) / 1e6)
}

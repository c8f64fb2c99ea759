import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'

const fewest = 1_000
const most = 50_000_000
/** The most documents that arrive while a table is turned into a partition. */
const meanwhile = 1_000
/** Everybody behind a lock request waits, too, so wait briefly: the next round tries again. */
const lockMs = 2_000
const lockRefused = '55P03'

type Partition = { readonly name: string; readonly from: number; readonly until: number }

/**
 * PostgreSQL: stores fingerprints in partitions, each with as many documents as the window of stories has, so that old ones are
 * dropped whole and free their disk space (decision 11). Turns an unpartitioned table into the first partition, creates partitions
 * ahead of the newest document, and drops those entirely before `upTo`. Safe beside programs that write, and safe to repeat; returns
 * how many it dropped.
 */
export async function maintainFingerprintPartitions(engine: Engine, upTo: number): Promise<number> {
  try {
    const step = await stepOf(engine, upTo)
    await becomePartitioned(engine, step)
    await makeAhead(engine, step)
    return await dropOld(engine, upTo)
  } catch (error) {
    if ((error as { code?: string }).code === lockRefused) return 0
    throw error
  }
}

/** One at a time across processes; the lock ends with the transaction. */
function locked<Result>(engine: Engine, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return engine.write(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('twosource partitions'))`.execute(tx)
    await sql.raw(`set local lock_timeout = ${lockMs}`).execute(tx)
    return work(tx)
  })
}

/**
 * The number of documents that aren't old yet, within bounds: this keeps two or three partitions in use, since a search for similar
 * texts queries each of them.
 */
async function stepOf({ reader }: Engine, upTo: number): Promise<number> {
  const newest = await newestDocument(reader)
  return Math.min(most, Math.max(fewest, (newest?.sequence ?? 0) - upTo))
}

function newestDocument(reader: Pick<Tx, 'selectFrom'>) {
  return reader
    .selectFrom('document')
    .select(['sequence', 'at'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function isPartitioned(tx: Tx): Promise<boolean> {
  const found = await sql<{
    kind: string
  }>`select relkind as kind from pg_class where oid = 'fingerprint'::regclass`.execute(tx)
  return found.rows[0]?.kind === 'p'
}

/**
 * Three steps, of which only the short ones block others: add a constraint that sequences stay below a bound, effective at once for
 * new rows; validate it for all rows; attach the table as the partition up to the bound, which then needs no scan.
 */
async function becomePartitioned(engine: Engine, step: number): Promise<void> {
  const bound = await locked(engine, async (tx) => {
    if (await isPartitioned(tx)) return undefined
    const rule = await sql<{ bound: number }>`
      select substring(pg_get_constraintdef(oid) from '[0-9]+')::bigint as bound from pg_constraint
      where conname = 'fingerprint_until' and conrelid = 'fingerprint'::regclass`.execute(tx)
    const newest = await newestDocument(tx)
    const made = rule.rows[0] && Number(rule.rows[0].bound)
    // A constraint left by an earlier interrupted run would soon reject new rows.
    if (made !== undefined && made > (newest?.sequence ?? 0) + meanwhile / 2) return made
    const next = (newest?.sequence ?? 0) + Math.ceil(step / 2) + meanwhile
    await sql`alter table fingerprint drop constraint if exists fingerprint_until`.execute(tx)
    await sql
      .raw(`alter table fingerprint add constraint fingerprint_until check (document_sequence < ${next}) not valid`)
      .execute(tx)
    return next
  })
  if (bound === undefined) return
  await engine.write((tx) => sql`alter table fingerprint validate constraint fingerprint_until`.execute(tx))
  await locked(engine, async (tx) => {
    if (await isPartitioned(tx)) return
    for (const statement of [
      'alter table fingerprint rename to fingerprint_first',
      `create table fingerprint (hash bigint not null, document_sequence bigint not null, primary key (hash, document_sequence))
        partition by range (document_sequence)`,
      `alter table fingerprint attach partition fingerprint_first for values from (minvalue) to (${bound})`,
      'alter table fingerprint_first drop constraint fingerprint_until',
      // Rows without a partition in time go here.
      'create table fingerprint_other partition of fingerprint default',
    ])
      await sql.raw(statement).execute(tx)
  })
}

async function partitionsOf(tx: Tx): Promise<readonly Partition[]> {
  const found = await sql<{ name: string; bounds: string }>`
    select part.relname as name, pg_get_expr(part.relpartbound, part.oid) as bounds from pg_inherits
    join pg_class as part on part.oid = inhrelid where inhparent = 'fingerprint'::regclass`.execute(tx)
  return found.rows.flatMap(({ name, bounds }) => {
    const until = /TO \('?(\d+)'?\)/.exec(bounds)?.[1]
    const from = /FROM \('?(\d+)'?\)/.exec(bounds)?.[1]
    return until === undefined ? [] : [{ name, from: Number(from ?? 0), until: Number(until) }]
  })
}

/** So that the documents of the next days always have one. */
async function makeAhead(engine: Engine, step: number): Promise<void> {
  await locked(engine, async (tx) => {
    const newest = (await newestDocument(tx))?.sequence ?? 0
    const other = await sql<{
      last: number | null
    }>`select max(document_sequence) as last from fingerprint_other`.execute(tx)
    const bounds = (await partitionsOf(tx)).map(({ until }) => until)
    let from = Math.max(0, ...bounds, Number(other.rows[0]?.last ?? -1) + 1)
    while (from < newest + step / 2) {
      const name = `fingerprint_${from}`
      await sql
        .raw(`create table ${name} partition of fingerprint for values from (${from}) to (${from + step})`)
        .execute(tx)
      from += step
    }
  })
}

/** Whole partitions, and single rows of the default one. */
async function dropOld(engine: Engine, upTo: number): Promise<number> {
  const old = await engine.write(async (tx) => {
    const next = await tx
      .selectFrom('document')
      .select('sequence')
      .where('sequence', '>', upTo)
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst()
    // Sequence numbers may be missing between the old documents and the next.
    const end = next?.sequence ?? upTo + 1
    return (await partitionsOf(tx)).filter(({ until }) => until <= end)
  })
  for (const { name } of old) await locked(engine, (tx) => sql.raw(`drop table if exists ${name}`).execute(tx))
  await emptyOther(engine, upTo)
  return old.length
}

/** Truncated when everything in it is old, which frees its disk space; otherwise old rows are deleted. */
async function emptyOther(engine: Engine, upTo: number): Promise<void> {
  const isAny = async (tx: Tx, after: number) => {
    const found = await sql`select 1 from fingerprint_other where document_sequence > ${after} limit 1`.execute(tx)
    return found.rows.length > 0
  }
  if (!(await engine.write((tx) => isAny(tx, -1)))) return
  await locked(engine, async (tx) => {
    // Nobody may add rows between the check and what follows.
    await sql`lock table fingerprint_other in access exclusive mode`.execute(tx)
    if (await isAny(tx, upTo)) await sql`delete from fingerprint_other where document_sequence <= ${upTo}`.execute(tx)
    else await sql`truncate fingerprint_other`.execute(tx)
  })
}

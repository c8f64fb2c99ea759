import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Tx } from './engine.ts'
import { isReplicaFailure } from './postgres-errors.ts'
import type { Pool } from './postgres-pool.ts'
import type { RequestContext } from './request-context.ts'

/** What is known of the read replica. */
export type ReplicaState = {
  readonly isUp: boolean
  /** How far it lagged when last asked, in milliseconds; absent before that. */
  readonly lagMs?: number
}

/** Changes of the replica's state, reported once each. */
type ReplicaNews = 'read-database-down' | 'read-database-behind' | 'read-database-up'

export type ReplicaListener = (news: ReplicaNews, detail: Readonly<Record<string, string | number>>) => void

export type Replica = {
  /** True when a page may be read there now: it is up, not too far behind, and has all of its reader's writes. */
  mayRead(page: RequestContext): Promise<boolean>
  /** Reports that a query there failed. */
  failed(error: unknown): void
  /** Checks the replica and returns its lag. */
  checkLag(): Promise<ReplicaState>
}

/** Writes of readers are counted in this many rows, which readers share, so they record nothing about a single reader. */
const buckets = 1_024
/** The row for readers not known yet, who sign in or accept invitations. */
const unknownBucket = 0
const beatBucket = -1
/** While a replica is read, the server's heartbeat is younger than this. */
const beatMs = 1_000
/** A replica that failed isn't used for this long. */
const downMs = 3_000
/** A page's decision is valid for this long; a page that stays open decides again with its next query. */
const decisionMs = 1_000
/** A lag check waits this many times, this long each, for a heartbeat to arrive. */
const arrivalTries = 10
const arrivalMs = 50

function bucketOf(readerId: string | undefined): number {
  if (readerId === undefined) return unknownBucket
  return 1 + (createHash('sha256').update(readerId).digest().readUInt32BE(0) % (buckets - 1))
}

/**
 * Counts a write of a page, last in its transaction. A replica that has the count has this write and all earlier ones of the same
 * reader, since counts are made one after the other.
 */
export async function countWrite(tx: Tx, page: RequestContext): Promise<void> {
  await sql`insert into page_write (bucket, number) values (${bucketOf(page.readerId)}, 1)
    on conflict (bucket) do update set number = page_write.number + 1`.execute(tx)
}

/**
 * A read replica for pages. Before each page it is compared with the server by counts of readers' writes and by a heartbeat, the
 * server's clock, written once a second while pages are requested.
 */
export function openReplica(options: {
  readonly copy: Pool
  readonly main: Pool
  /** Writes the heartbeat to the server. */
  readonly writer: Kysely<Schema>
  readonly schema: string
  readonly mostLagMs: number
  readonly tell: ReplicaListener
}): Replica {
  const { copy, main, writer, schema, mostLagMs, tell } = options
  let news: ReplicaNews = 'read-database-up'
  let downUntilMs = 0
  /** The first heartbeat that the replica was seen to lack and still lacks. */
  let lacked: number | undefined
  let beatAtMs = Number.NEGATIVE_INFINITY
  let beating: Promise<void> | undefined

  const say: ReplicaListener = (next, detail) => {
    if (news === next) return
    news = next
    tell(next, detail)
  }
  const failed = (error: unknown) => {
    downUntilMs = performance.now() + downMs
    say('read-database-down', { reason: error instanceof Error ? error.message : String(error) })
  }
  const beat = () =>
    (beating ??=
      sql`insert into page_write (bucket, number) values (${beatBucket}, (extract(epoch from clock_timestamp()) * 1000)::bigint)
        on conflict (bucket) do update set number = greatest(page_write.number, excluded.number)`
        .execute(writer)
        .then(() => {
          beatAtMs = performance.now()
        })
        .catch(() => {})
        .finally(() => {
          beating = undefined
        }))
  const counts = async ({ pool }: Pool, wanted: readonly number[]) => {
    const { rows } = await pool.query<{ bucket: number; number: number }>({
      text: `select bucket, number from "${schema}".page_write where bucket = any($1)`,
      values: [wanted],
      query_timeout: 2_000,
    } as { text: string })
    const known = new Map(rows.map(({ bucket, number }) => [bucket, number]))
    return (bucket: number) => known.get(bucket) ?? 0
  }

  async function decide(page: RequestContext): Promise<boolean> {
    if (performance.now() < downUntilMs) return false
    const age = performance.now() - beatAtMs
    if (age > beatMs) void beat()
    // There were no requests for a while: its lag is unknown until it has the next heartbeat.
    if (age > 2 * beatMs) return false
    const own = bucketOf(page.readerId)
    const there = counts(copy, [beatBucket, unknownBucket, own]).catch((error: unknown) => {
      if (!isReplicaFailure(error)) throw error
      failed(error)
      return undefined
    })
    const [ofMain, ofCopy] = await Promise.all([counts(main, [beatBucket, unknownBucket, own]), there])
    if (!ofCopy) return false
    const now = ofMain(beatBucket)
    const lagMs = Math.max(0, now - ofCopy(beatBucket))
    if (lacked === undefined || ofCopy(beatBucket) >= lacked) lacked = lagMs > 0 ? now : undefined
    // Without requests there are no heartbeats, so lag counts only from when one was first missing.
    if (lagMs <= mostLagMs) say('read-database-up', {})
    else if (now - (lacked ?? now) > mostLagMs) say('read-database-behind', { seconds: Math.round(lagMs / 1000) })
    return lagMs <= mostLagMs && ofCopy(unknownBucket) >= ofMain(unknownBucket) && ofCopy(own) >= ofMain(own)
  }

  return {
    failed,
    mayRead(page) {
      const { fromReplica } = page
      if (fromReplica && performance.now() - fromReplica.sinceMs < decisionMs) return fromReplica.is
      const is = decide(page).catch(() => false)
      page.fromReplica = { is, sinceMs: performance.now() }
      return is
    },
    async checkLag() {
      await beat()
      try {
        const now = (await counts(main, [beatBucket]))(beatBucket)
        let there = (await counts(copy, [beatBucket]))(beatBucket)
        // Without requests the last heartbeat may be hours old, so give this one time to arrive.
        for (let tries = 0; there < now && tries < arrivalTries; tries++) {
          await sleep(arrivalMs)
          there = (await counts(copy, [beatBucket]))(beatBucket)
        }
        return { isUp: true, lagMs: Math.max(0, now - there) }
      } catch {
        return { isUp: false }
      }
    },
  }
}

import { randomUUID } from 'node:crypto'
import type { EntriesSaved } from '../articles/polled-entries.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { enqueue } from '../jobs/jobs.ts'
import { endHubs, pollNormally } from './hub-polls.ts'
import type { PollOutcome } from './polls.ts'

/** A feed may change or drop its hub once in this time: one that named another each time would make us ask them all. */
const STEADY_MS = 24 * 3_600_000

const columns = ['id', 'feed_id', 'hub', 'topic', 'read_at_url', 'named_at', 'pushed_at'] as const
type Known = Awaited<ReturnType<typeof readStored>>[number]

/**
 * Records the hubs that feeds name, with their polls, and has them asked. When a poll finds news that the hub hadn't sent, the hub
 * isn't reliable: the feed is polled normally until it sends something again.
 */
export async function recordHubs(
  engine: Engine,
  tx: Tx,
  polls: readonly PollOutcome[],
  saved: ReadonlyMap<number, EntriesSaved>,
): Promise<void> {
  if (polls.length === 0) return
  const ids = polls.map(({ feedId }) => toNumber(feedId))
  const known = new Map((await readStored(engine, tx, ids)).map((row) => [row.feed_id, row]))
  for (const poll of polls) {
    const feedId = toNumber(poll.feedId)
    const row = known.get(feedId)
    if (row) await followPoll(engine, tx, row, poll, (saved.get(feedId)?.newCount ?? 0) > 0)
    if (poll.result.kind === 'parsed' && poll.result.hub !== undefined)
      await name(engine, tx, row, poll, poll.result.hub)
  }
}

function readStored(engine: Engine, tx: Tx, feedIds: readonly number[]) {
  return tx.selectFrom('hub_subscription').select(columns).where(engine.isIn('feed_id', feedIds)).execute()
}

async function followPoll(engine: Engine, tx: Tx, row: Known, poll: PollOutcome, hasNews: boolean): Promise<void> {
  await tx
    .updateTable('hub_subscription')
    .set({ poll_at: poll.pollAt ?? null })
    .where('id', '=', row.id)
    .execute()
  // The hub failed while the feed was being polled.
  if (row.pushed_at === null && poll.pollAt !== undefined) return pollNormally(engine, tx, row.id, poll.at)
  if (!hasNews || row.pushed_at === null) return
  // It may have sent just that a moment ago.
  const waiting = await tx.selectFrom('hub_push').select('id').where('subscription_id', '=', row.id).limit(1).execute()
  if (waiting.length === 0) await pollNormally(engine, tx, row.id, poll.at)
}

type Named = Exclude<Extract<PollOutcome['result'], { kind: 'parsed' }>['hub'], undefined>

async function name(engine: Engine, tx: Tx, row: Known | undefined, { feedId, at }: PollOutcome, named: Named) {
  const isSame = row && named !== 'none' && row.hub === named.hub && row.topic === named.topic
  if (isSame && row.read_at_url === named.readAtUrl) return
  if (isSame) {
    await tx.updateTable('hub_subscription').set({ read_at_url: named.readAtUrl }).where('id', '=', row.id).execute()
    return
  }
  if (row && row.named_at > addMs(at, -STEADY_MS)) return
  if (row) await endHubs(engine, tx, toNumber(feedId), at)
  if (named === 'none') return
  const id = randomUUID()
  const { hub, topic, readAtUrl } = named
  const added = { id, feed_id: toNumber(feedId), hub, topic, read_at_url: readAtUrl, named_at: at }
  await engine.insertMany(tx, 'hub_subscription', [{ ...added, minute_count: 0, failures: 0 }])
  await enqueue(engine, tx, [{ kind: 'keep-hub', key: id, runAt: at }])
}

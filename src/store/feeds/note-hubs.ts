import { randomUUID } from 'node:crypto'
import type { EntriesSaved } from '../articles/polled-entries.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { addMs } from '../engine/times.ts'
import { enqueue } from '../jobs/jobs.ts'
import { endHubs } from './end-hubs.ts'
import { pollAsEver } from './hub-polls.ts'
import type { PollOutcome } from './polls.ts'

/** A feed may name another hub, or none, once in so long: one that names another each time would have us ask them all. */
const STEADY_MS = 24 * 3_600_000

const columns = ['id', 'feed_id', 'hub', 'topic', 'read_at_url', 'named_at', 'pushed_at'] as const
type Known = Awaited<ReturnType<typeof readKnown>>[number]

/**
 * Notes, with their polls, which hubs feeds name, and has them asked. A poll that found news its hub had not told shows that the hub
 * is not to be relied on: the feed is polled as ever until it tells something again.
 */
export async function noteHubs(
  engine: Engine,
  tx: Tx,
  polls: readonly PollOutcome[],
  saved: ReadonlyMap<number, EntriesSaved>,
): Promise<void> {
  if (polls.length === 0) return
  const ids = polls.map(({ feedId }) => toNumber(feedId))
  const known = new Map((await readKnown(engine, tx, ids)).map((row) => [row.feed_id, row]))
  for (const poll of polls) {
    const feedId = toNumber(poll.feedId)
    const row = known.get(feedId)
    if (row) await followPoll(engine, tx, row, poll, (saved.get(feedId)?.newCount ?? 0) > 0)
    if (poll.result.kind === 'parsed' && poll.result.hub !== undefined)
      await name(engine, tx, row, poll, poll.result.hub)
  }
}

function readKnown(engine: Engine, tx: Tx, feedIds: readonly number[]) {
  return tx.selectFrom('hub_subscription').select(columns).where(engine.isIn('feed_id', feedIds)).execute()
}

async function followPoll(engine: Engine, tx: Tx, row: Known, poll: PollOutcome, hasNews: boolean): Promise<void> {
  await tx
    .updateTable('hub_subscription')
    .set({ poll_at: poll.pollAt ?? null })
    .where('id', '=', row.id)
    .execute()
  // The hub has failed while the feed was asked.
  if (row.pushed_at === null && poll.pollAt !== undefined) return pollAsEver(engine, tx, row.id, poll.at)
  if (!hasNews || row.pushed_at === null) return
  // It may have told just that a moment ago.
  const waiting = await tx.selectFrom('hub_push').select('id').where('subscription_id', '=', row.id).limit(1).execute()
  if (waiting.length === 0) await pollAsEver(engine, tx, row.id, poll.at)
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

import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { safeKey } from '../engine/safe-text.ts'
import type { PolledEntry, PollOutcome } from '../feeds/polls.ts'

/** An entry of a document that the store already has as it was delivered, by its stored key. */
export type RepeatedEntry = { readonly key: string; readonly url?: string }

/**
 * The outcome with only those entries that there is something to write of; of the others it keeps key and link. Feeds mostly repeat
 * themselves: so their texts are let go at once, and the news of many feeds fits one transaction. Whoever revises or removes a repeated
 * entry between this and that transaction is not undone by it.
 */
export async function leaveOutRepeated(engine: Engine, outcome: PollOutcome): Promise<PollOutcome> {
  const { feedId, result } = outcome
  if (result.kind !== 'parsed') return outcome
  // Of two with one key the first counts.
  const delivered = new Map(result.entries.map((polled) => [safeKey(polled.entry.key), polled] as const).reverse())
  const rows = await engine.reader
    .selectFrom('entry')
    .select(['key', 'content_hash'])
    .where('feed_id', '=', toNumber(feedId))
    .where(engine.isIn('key', [...delivered.keys()]))
    .execute()
  const stored = new Map(rows.map((row) => [row.key, row.content_hash]))
  const entries: PolledEntry[] = []
  const repeated: RepeatedEntry[] = []
  for (const [key, polled] of [...delivered].reverse())
    if (stored.get(key) === polled.contentHash) repeated.push({ key, ...defined({ url: polled.entry.url }) })
    else entries.push(polled)
  return { ...outcome, result: { ...result, entries, repeated } }
}

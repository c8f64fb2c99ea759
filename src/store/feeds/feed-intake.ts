import { defined } from '../../core/defined.ts'
import type { Intake } from '../../core/feed/intake.ts'
import type { FeedId } from '../../core/ids.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'

/** How the entries of a feed come in, and by which rule. */
export type FeedIntake = { readonly intake: Intake; readonly intakeRule?: string }

/** How the feed with this address comes in; undefined when there is none. */
export async function findIntake(
  engine: Engine,
  url: string,
): Promise<(FeedIntake & { readonly id: FeedId }) | undefined> {
  const row = await engine.reader
    .selectFrom('feed')
    .select(['id', 'intake', 'intake_rule'])
    .where('url', '=', url)
    .executeTakeFirst()
  return (
    row && {
      id: fromNumber<FeedId>(row.id),
      intake: row.intake,
      ...defined({ intakeRule: row.intake_rule ?? undefined }),
    }
  )
}

/** Lets a feed come in another way from now on: it is due at once, and what was known of its last answer is forgotten. */
export async function setIntake(tx: Tx, id: FeedId, { intake, intakeRule }: FeedIntake, now: string): Promise<void> {
  const forgotten = {
    etag: null,
    last_modified: null,
    body_hash: null,
    error_count: 0,
    error_reason: null,
    error_message: null,
  }
  await tx
    .updateTable('feed')
    .set({
      ...forgotten,
      intake,
      intake_rule: intakeRule ?? null,
      is_stopped: 0,
      next_poll_at: now,
      leased_until: null,
    })
    .where('id', '=', toNumber(id))
    .execute()
}

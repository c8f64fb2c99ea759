import { defined } from '../../../core/defined.ts'
import type { MoveCounts, MoveKind } from '../../../core/feed/moved-entry.ts'
import type { GuardedSettingStore } from '../../../store/admin/guarded-settings.ts'

/** A move from another reader, the latest of this server, as it is stored. It has ended when its password is gone. */
export type MoveState = {
  readonly id: string
  readonly readerId: string
  readonly from: MoveKind
  readonly address: string
  readonly user: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  /** Where the next page begins; absent before the first. */
  readonly cursor?: string
  /** How much of everything is done, from 0 to 1. */
  readonly share: number
  /** Our number of each feed by its id there. Absent before the subscriptions are here. */
  readonly feeds?: Readonly<Record<string, string>>
  readonly counts: MoveCounts
  /** What didn't come, with reasons; only the first. */
  readonly skipped: readonly string[]
  /**
   * Articles of feeds that aren't subscribed to there, without a star or tag; those without a link and a text; those that it counts, but
   * didn't send; those removed here.
   */
  readonly left: {
    readonly feedless: number
    readonly unusable: number
    readonly unsent: number
    readonly removed: number
  }
  /** Why it couldn't continue the last time. */
  readonly trouble?: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly endedAt?: string
}

export const nothingYet: MoveCounts = {
  feeds: 0,
  feedsHere: 0,
  articles: 0,
  read: 0,
  stars: 0,
  tagged: 0,
  links: 0,
}

/** A stored move, the text it was read from, and the password while it runs. */
export type StoredMove = { readonly move: MoveState; readonly body: string; readonly password: string }

export async function findMove(store: Pick<GuardedSettingStore, 'find'>): Promise<StoredMove | undefined> {
  const { body, key = '' } = await store.find()
  return body === undefined ? undefined : { move: JSON.parse(body) as MoveState, body, password: key }
}

/** Stores a change, and deletes the password once the move has ended. False when it was changed by somebody else meanwhile. */
export function changeMove(
  store: Pick<GuardedSettingStore, 'replace'>,
  { move, body }: StoredMove,
  change: Partial<MoveState>,
  at: string,
): Promise<boolean> {
  const changed = { ...move, trouble: undefined, ...change }
  const hasEnded = changed.state !== 'running'
  const next: MoveState = { ...changed, ...defined({ endedAt: hasEnded ? at : undefined }) } as MoveState
  return store.replace(body, JSON.stringify(next), at, hasEnded)
}

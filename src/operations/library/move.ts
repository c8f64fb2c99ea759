import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type MoveCounts, type MoveKind, moveKinds } from '../../core/feed/moved-entry.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { changeMove, findMove, type MoveState, nothingYet } from '../../pipeline/imports/move/move-state.ts'
import { type MoveRun, openMoveSource, runMove } from '../../pipeline/imports/move/run-move.ts'
import { completeAddress } from '../articles/complete-address.ts'
import { refuseQuota } from '../feeds/subscription-quota.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

/** A move from another reader, running or ended. Its password is never included. */
export type MoveView = {
  readonly id: string
  readonly from: MoveKind
  readonly address: string
  readonly user: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  /** How much is done, from 0 to 1. */
  readonly share: number
  readonly counts: MoveCounts
  /** What didn't come, with reasons. */
  readonly skipped: readonly string[]
  readonly trouble?: string
  readonly at: string
  readonly endedAt?: string
}

export type MoveStarted =
  | { readonly kind: 'started'; readonly id: string; readonly feedCount: number }
  | { readonly kind: 'refused'; readonly message: string }

/** A run in a command has this long before the server's job continues the move, too. */
const aheadOfJobMs = 10 * 60_000

/** A server behind a proxy may have a long key. */
const secretLength = 1_000

export const startMove = defineOperation({
  name: 'start_move',
  minRole: 'owner',
  isForPeople: true,
  summary:
    'Signs in to another feed reader and starts to import its subscriptions, articles and marks in the background',
  input: z.strictObject({
    from: z.enum(moveKinds),
    address: z.string().min(1).max(maxLength.address),
    user: z.string().trim().max(300),
    password: z.string().max(secretLength),
    /** True when the caller runs it (`continueMove`); the job waits. */
    isRunHere: z.boolean().default(false),
  }),
  async run(context, { from, address, user, password, isRunHere }): Promise<MoveStarted> {
    const { store, reader, now, wake } = context
    const url = withoutLogin(completeAddress(address))
    if (url === undefined) return { kind: 'refused', message: `“${address}” isn't a web address.` }
    const before = await findMove(store.move)
    if (before?.move.state === 'running')
      return { kind: 'refused', message: 'Another move is running. Wait until it ends, or stop it first.' }
    const source = openMoveSource(context.ownerHttp, { kind: from, address: url, user, password })
    const listed = await source.feeds()
    if (listed.kind === 'failed') return { kind: 'refused', message: listed.message }
    const refused = await refuseQuota(context, listed.value.length, () => listed.value.map((feed) => feed.url))
    if (refused) return refused
    const at = now()
    const id = randomUUID()
    const move: MoveState = {
      ...{ id, readerId: reader.id, from, address: url, user, state: 'running', share: 0 },
      ...{
        counts: nothingYet,
        skipped: [],
        left: { feedless: 0, unusable: 0, unsent: 0, removed: 0 },
        at: at.toISOString(),
      },
    }
    await store.move.set(JSON.stringify(move), password, at.toISOString())
    const jobAt = isRunHere ? new Date(at.getTime() + aheadOfJobMs) : at
    await store.jobs.enqueue([{ kind: 'move', key: id, runAt: jobAt.toISOString() }])
    wake()
    return { kind: 'started', id, feedCount: listed.value.length }
  },
})

export const getMove = defineOperation({
  name: 'get_move',
  minRole: 'owner',
  isForPeople: true,
  summary: 'The latest move from another feed reader: its progress, what was imported and what wasn’t',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<MoveView | undefined> {
    const found = await findMove(store.move)
    return found?.move.readerId === reader.id ? viewOf(found.move) : undefined
  },
})

export const stopMove = defineOperation({
  name: 'stop_move',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Stops a move; what was imported stays',
  input: z.strictObject({}),
  async run({ store, now }): Promise<true | undefined> {
    // Each page that is stored meanwhile changes it.
    for (;;) {
      const found = await findMove(store.move)
      if (found?.move.state !== 'running') return undefined
      if (await changeMove(store.move, found, { state: 'stopped' }, now().toISOString())) return true
    }
  },
})

/** The address is stored and shown; a password in it would be, too. */
function withoutLogin(address: string | undefined): string | undefined {
  const url = URL.parse(address ?? '')
  if (!url) return undefined
  url.username = ''
  url.password = ''
  return url.href
}

/** Continues the move right here instead of in its job, so that progress is visible. */
export async function continueMove(context: OperationContext, onPage: (move: MoveView) => void): Promise<MoveRun> {
  return runMove(context, { runMs: Number.POSITIVE_INFINITY, onPage: (move) => onPage(viewOf(move)) })
}

function viewOf({ readerId: _, cursor: _cursor, feeds: _feeds, left, skipped, ...view }: MoveState): MoveView {
  const lines: readonly (readonly [number, string])[] = [
    [left.feedless, 'of feeds that you no longer subscribe to there, without a star'],
    [left.unusable, 'without a link and without a text'],
    [left.unsent, 'that the other reader counts, but didn’t send'],
    [left.removed, 'removed here before, because of their age'],
  ]
  const counted = lines.flatMap(([count, why]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'article' : 'articles'} ${why}.`],
  )
  return { ...view, skipped: [...counted, ...skipped] }
}

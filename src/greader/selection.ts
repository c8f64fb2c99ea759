import { defined } from '../core/defined.ts'
import type { Parameters } from './parameters.ts'
import { readStream, type Stream } from './stream.ts'

/** Clients' clocks differ, and polls that end together are saved one after another. */
const slackMs = 60_000
const standing = 20

export type Selection = {
  readonly stream: Stream
  readonly isUnread?: boolean
  readonly isStarred?: boolean
  /** Arrived from this time on, and before that one: ISO 8601. */
  readonly from?: string
  readonly before?: string
  readonly order: 'newest' | 'oldest'
  readonly limit: number
  readonly continuation?: string
}

/** Reads `s`, `it`, `xt`, `ot`, `nt`, `r`, `n` and `c`; `stream` is the one in the path. Undefined for an impossible stream. */
export function readSelection(
  parameters: Parameters,
  stream: string | undefined,
  mostItems: number,
): Selection | undefined {
  const named = stream ?? parameters.all('s')[0]
  const included = parameters.all('it').map(readStream)
  const excluded = parameters.all('xt').map(readStream)
  const has = (streams: readonly (Stream | undefined)[], kind: Stream['kind']) =>
    streams.some((each) => each?.kind === kind)
  const of = named === undefined || named.trim() === '' ? ({ kind: 'all' } as const) : readStream(named)
  if (of === undefined) return undefined
  const isRead = of.kind === 'read' || has(included, 'read') || has(excluded, 'unread')
  const isUnread = of.kind === 'unread' || has(excluded, 'read') || has(included, 'unread')
  const isStarred = of.kind === 'starred' || has(included, 'starred')
  const isUnstarred = has(excluded, 'starred')
  const from = secondsToTime(parameters.one('ot'), -slackMs)
  const before = secondsToTime(parameters.one('nt'), 0)
  const continuation = parameters.one('c')
  const isImpossible = (isRead && isUnread) || (isStarred && isUnstarred)
  return {
    stream: isImpossible ? { kind: 'nothing' } : of,
    ...defined({
      isUnread: isRead || isUnread ? isUnread : undefined,
      isStarred: isStarred || isUnstarred ? isStarred : undefined,
      from,
      before,
    }),
    order: parameters.one('r') === 'o' ? 'oldest' : 'newest',
    limit: limitOf(parameters.one('n'), mostItems),
    ...defined({ continuation: continuation !== undefined && continuation !== '' ? continuation : undefined }),
  }
}

function limitOf(given: string | undefined, most: number): number {
  const count = Math.floor(Number(given))
  return given !== undefined && count >= 1 ? Math.min(count, most) : standing
}

/** Parses seconds since 1970, with or without a fraction; undefined for anything else, and for 0. */
function secondsToTime(given: string | undefined, shiftMs: number): string | undefined {
  const ms = Number(given) * 1000 + shiftMs
  return given !== undefined && ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : undefined
}

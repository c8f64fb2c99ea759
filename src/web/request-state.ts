import type { Context } from 'hono'
import type { Preferences } from '../core/preferences.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { FinishedPage } from './page-cache.ts'

/** What was found out about a request, until it is answered. */
type RequestState = {
  /** Who it comes from. */
  identity?: ReaderIdentity
  /** Whether a proxy named the reader, and nobody signed in here. */
  isNamedByProxy?: boolean
  /** Identifies the reader again: the session or token may have ended since. */
  identifyAgain?: () => Promise<ReaderIdentity | undefined>
  sessionId?: string
  /** How long a program that tried wrong tokens has to wait. */
  retryAfterSeconds?: number
  /** The reader's preferences. */
  preferences?: Preferences
  /** Whether discussion is enabled. */
  isDiscussing?: boolean
  /** Whether there is a shared desk. */
  hasDesk?: boolean
  /** Receives the finished page, to cache it. */
  keep?: (sealed: FinishedPage) => void
  /** Called when the page is finished, or it is certain that there will be none. */
  finished?: () => void
  /** Whether its answer is complete, headers included. */
  isFinished?: boolean
}

const key = 'noted'

/** The state of a request. Stored in Hono's context: a weak map by request costs the garbage collector more. */
export function requestState(context: Context): RequestState {
  const known = context.get(key) as RequestState | undefined
  if (known) return known
  const noted: RequestState = {}
  context.set(key, noted)
  return noted
}

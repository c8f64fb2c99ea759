import type { Context } from 'hono'
import type { Preferences } from '../core/preferences.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { Sealed } from './kept-answers.ts'

/** What is found out about a request on its way, and stands until it is answered. */
export type Noted = {
  /** Who it comes from. */
  identity?: ReaderIdentity
  /** Whether a proxy said so, and nobody signed in here. */
  isNamedByProxy?: boolean
  /** Finds out anew who that is: its session or token may have ended since. */
  identifyAgain?: () => Promise<ReaderIdentity | undefined>
  /** The session it was made in. */
  sessionId?: string
  /** How long a program has to wait that tried wrong tokens. */
  retryAfterSeconds?: number
  /** What its reader chose. */
  preferences?: Preferences
  /** Whether the house discusses. */
  isDiscussing?: boolean
  /** Where its page is handed to as it is sent. */
  keep?: (sealed: Sealed) => void
  /** Whether its answer has all it is sent with. */
  isSealed?: boolean
}

const key = 'noted'

/** The notes on a request. They live in what Hono hands on with it: a weak map by request costs the collector of garbage more. */
export function notedOf(context: Context): Noted {
  const known = context.get(key) as Noted | undefined
  if (known) return known
  const noted: Noted = {}
  context.set(key, noted)
  return noted
}

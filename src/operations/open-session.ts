import { hashToken, newId, newToken } from '../credentials/token.ts'
import type { OperationContext } from './operation.ts'

const DAY_MS = 86_400_000
/** A session is over this long after it was opened, whatever happens in it. */
export const longestSessionDays = 90
/** A session that nobody used for this long is over. */
export const idleSessionDays = 30

/** A session that was opened: the secret for the browser, shown nowhere else, and when it is over at the latest. */
export type OpenedSession = { readonly token: string; readonly expiresAt: string }

/**
 * Opens a session for an account that has shown who it is, with a token that is new: whatever token the browser had before
 * opens nothing. `means` says by what (`password`, `passkey`, …), `browser` is the browser's User-Agent.
 */
export async function openSession(
  { store, now }: Pick<OperationContext, 'store' | 'now'>,
  accountId: string,
  means: string,
  browser = '',
): Promise<OpenedSession> {
  const token = newToken()
  const at = now()
  const expiresAt = new Date(at.getTime() + longestSessionDays * DAY_MS).toISOString()
  await store.sessions.removeEnded(at.toISOString())
  await store.sessions.add(
    {
      id: newId(),
      readerId: accountId,
      means,
      browser: browserWord(browser),
      createdAt: at.toISOString(),
      seenAt: at.toISOString(),
      expiresAt,
    },
    hashToken(token),
  )
  return { token, expiresAt }
}

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'] as const

/** A word or two to know a browser by: `Firefox, Linux`; the rest of its User-Agent is nobody's business. */
export function browserWord(userAgent: string): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1]
  const system = systems.find((word) => userAgent.includes(word))
  return [browser, system === 'Macintosh' ? 'Mac' : system].filter((word) => word !== undefined).join(', ')
}

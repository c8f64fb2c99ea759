import { hashToken, newId, newToken } from '../../credentials/token.ts'
import type { Session } from '../../store/accounts/sessions.ts'
import { markEssential } from '../../store/engine/request-context.ts'
import type { OperationContext } from '../operation.ts'
import { rememberDevice } from './known-device.ts'

const DAY_MS = 86_400_000
/** A session is over this long after it was opened, whatever happens in it. */
export const longestSessionDays = 90
/** A session that nobody used for this long is over. */
export const idleSessionDays = 30

/**
 * A session that was opened: the secret for the browser, shown nowhere else, when it is over at the latest, and what the browser is known
 * by later on.
 */
export type OpenedSession = { readonly token: string; readonly expiresAt: string; readonly device: string }

/**
 * Opens a session for an account that has shown who it is, with a token that is new: whatever token the browser had before
 * opens nothing. `means` says by what (`password`, `passkey`, …), `browser` is the browser's User-Agent.
 */
export async function openSession(
  context: Pick<OperationContext, 'store' | 'now'>,
  accountId: string,
  means: string,
  browser = '',
): Promise<OpenedSession> {
  markEssential()
  const { session, token } = newSession(context, accountId, means, browser)
  await context.store.sessions.removeEnded(session.createdAt)
  await context.store.sessions.add(session, hashToken(token))
  return opened(context, session, token)
}

/** A new session for the reader who asks, in place of one that ended, as it does when they change their password. */
export function reopenSession(
  context: OperationContext,
  { means, browser }: { readonly means: string; readonly browser: string },
): Promise<OpenedSession> {
  return openSession(context, context.reader.id, means, browser)
}

/** The same for who gave a password, as long as it is still that of a hash; undefined where it was changed since it was looked at. */
export async function openSessionByPassword(
  context: Pick<OperationContext, 'store' | 'now'>,
  accountId: string,
  passwordHash: string,
  means: string,
  browser: string,
): Promise<OpenedSession | undefined> {
  const { session, token } = newSession(context, accountId, means, browser)
  await context.store.sessions.removeEnded(session.createdAt)
  const isAdded = await context.store.sessions.addByPassword(session, hashToken(token), passwordHash)
  return isAdded ? opened(context, session, token) : undefined
}

async function opened(
  context: Pick<OperationContext, 'store'>,
  { readerId, expiresAt }: Session,
  token: string,
): Promise<OpenedSession> {
  return { token, expiresAt, device: await rememberDevice(context, readerId) }
}

function newSession(
  { now }: Pick<OperationContext, 'now'>,
  readerId: string,
  means: string,
  browser: string,
): { readonly session: Session; readonly token: string } {
  const at = now()
  const session = {
    id: newId(),
    readerId,
    means,
    browser: browserWord(browser),
    createdAt: at.toISOString(),
    seenAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + longestSessionDays * DAY_MS).toISOString(),
  }
  return { session, token: newToken() }
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
function browserWord(userAgent: string): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1]
  const system = systems.find((word) => userAgent.includes(word))
  return [browser, system === 'Macintosh' ? 'Mac' : system].filter((word) => word !== undefined).join(', ')
}

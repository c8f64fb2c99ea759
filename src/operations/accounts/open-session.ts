import { hashToken, isSameHash, newId, newToken, signWith } from '../../credentials/token.ts'
import type { Session } from '../../store/accounts/sessions.ts'
import { markEssential } from '../../store/engine/request-context.ts'
import type { OperationContext } from '../operation.ts'

const DAY_MS = 86_400_000
/** A session ends this long after it was opened, even if used. */
export const longestSessionDays = 90
/** A session ends when it was not used for this long. */
export const idleSessionDays = 30

/**
 * A new session: the secret for the browser, shown nowhere else, the time it ends at the latest, and the value that marks the browser
 * as known.
 */
export type OpenedSession = { readonly token: string; readonly expiresAt: string; readonly device: string }

/**
 * Opens a session with a new token for an authenticated account. `means` is the sign-in method (`password`, `passkey`, …), `browser`
 * the User-Agent.
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

/** A new session for the same reader, in place of one that ended, as when they change their password. */
export function reopenSession(
  context: OperationContext,
  { means, browser }: { readonly means: string; readonly browser: string },
): Promise<OpenedSession> {
  return openSession(context, context.reader.id, means, browser)
}

/** The same after a password, if its hash is still current; undefined if it changed since it was checked. */
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

/** A short name for a browser: `Firefox, Linux`. The rest of the User-Agent is not stored. */
function browserWord(userAgent: string): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1]
  const system = systems.find((word) => userAgent.includes(word))
  return [browser, system === 'Macintosh' ? 'Mac' : system].filter((word) => word !== undefined).join(', ')
}

type Context = Pick<OperationContext, 'store'>

/** Value of a cookie that marks a browser in which somebody signed in. It grants no access and doesn't reveal the account. */
async function rememberDevice(context: Context, accountId: string): Promise<string> {
  const id = newId()
  return `${id}.${await signed(context, id, accountId)}`
}

/**
 * The key under which tries at a name are counted: a browser in which that account signed in before has a count of its own. So
 * somebody who guesses passwords from the same address, which behind a proxy is everybody's, can't make it wait.
 */
export async function tryAddressOf(
  context: Context,
  { name, address, device = '' }: { readonly name: string; readonly address: string; readonly device?: string },
): Promise<string> {
  const [id = '', signature = ''] = device.split('.')
  const account = signature === '' ? undefined : await context.store.accounts.findByName(name)
  if (!account || !isSameHash(signature, await signed(context, id, account.id))) return address
  return `device ${id}`
}

async function signed({ store }: Context, id: string, accountId: string): Promise<string> {
  return signWith(await store.alerts.secret('known-device', newToken), JSON.stringify([id, accountId]))
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { claimOwnerAccount, makeSetupCode } from '../../src/operations/accounts/owner-setup.ts'
import { freePort } from '../free-port.ts'

/** A whole product of its own on localhost, with an owner who has a password, and a reader who has one. */
export type Instance = {
  readonly origin: string
  readonly context: Context
  /** What the log said of accounts, since it was asked last. */
  readonly said: () => readonly Readonly<Record<string, unknown>>[]
  /** Lets time pass for the instance. */
  readonly pass: (minutes: number) => void
  /** A browser without a window: it keeps cookies, and follows no redirect. */
  readonly visitor: () => Visitor
  readonly close: () => Promise<void>
}

export type Visitor = {
  readonly cookies: Map<string, string>
  /** What the cookie of its session is called. */
  readonly sessionCookie: string
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** Signs in by password; the status of the answer. */
  signIn(name?: string): Promise<number>
  /** The name of the account the instance takes it for; undefined for nobody. */
  who(): Promise<string | undefined>
}

export const password = 'quiet harbor bridge at noon'

/** Starts an instance with more settings. `settings` may need its address, so it is told. */
export async function startInstance(
  settings: (origin: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Instance> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'twosource-house-'))
  let said: Readonly<Record<string, unknown>>[] = []
  let passedMs = 0
  const env = { TWOSOURCE_DATA: folder, TWOSOURCE_PORT: String(port), ...settings(origin) }
  const context = await createContext(
    readConfig(env),
    (event, fields) => {
      if (event === 'account') said.push(fields ?? {})
    },
    () => new Date(Date.now() + passedMs),
  )
  const running = await servePages(context)
  const token = (await makeSetupCode(context.operations))!
  await claimOwnerAccount(context.operations, { token, address: '', name: 'Mira', password, browser: '' })
  return {
    origin,
    context,
    said: () => {
      const all = said
      said = []
      return all
    },
    pass: (minutes) => (passedMs += minutes * 60_000),
    visitor: () => visitorOf(origin),
    async close() {
      await running.close()
      await context[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function visitorOf(origin: string): Visitor {
  const cookies = new Map<string, string>()
  const ask = async (path: string, options: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...(cookie && { cookie }), ...(options.headers as Record<string, string>) }
    const answer = await fetch(new URL(path, origin), { redirect: 'manual', ...options, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const visitor: Visitor = {
    cookies,
    sessionCookie: `session-${new URL(origin).port}`,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    async signIn(name = 'Mira') {
      return (await visitor.post('/sign-in', { name, password })).status
    },
    async who() {
      const answer = await visitor.get('/settings/account')
      if (answer.status !== 200) return undefined
      return /name="name" value="([^"]*)"/.exec(await answer.text())?.[1]
    },
  }
  return visitor
}

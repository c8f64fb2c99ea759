import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { ownerId } from '../../src/core/reader-identity.ts'
import { makeSetupCode } from '../../src/operations/accounts/owner-setup.ts'
import { freePort } from '../../test/free-port.ts'
import type { Proof } from './proof.ts'
import { ask } from './takeover/ask.ts'
import { guidedBelow, startProxies, type WayIn } from './takeover/proxies.ts'
import { attempts, disguises, privateWord } from './takeover/stranger.ts'

const host = 'news.example.org'
const password = 'nine gulls over the pier'
/** What a browser sends with a form of a page that came to it over TLS. */
const browser = { Host: host, Origin: `https://${host}`, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
const form = { ...browser, 'Content-Type': 'application/x-www-form-urlencoded' }

/**
 * nginx, Caddy and Apache in front of the product, with the lines of the guide and with careless ones that make every visitor look
 * as if they sat at the machine; with and without a public address. Through each a stranger tries to become the owner or to see
 * what is the owner's: before the first choice, after "only me", after a password. And the owner comes in through each. Everything is tried
 * in every disguise, or in as many as `rounds` says, others for the next thing and at the next proxy.
 */
export const prove: Proof = async ({ rounds } = {}) => {
  const servers = await Promise.all([undefined, `https://${host}`].map(startServer))
  const proxies = await startProxies(servers.map(({ at }) => at))
  const table: Record<string, number | string>[] = []
  const owners = { tried: 0, failed: 0 }
  try {
    for (const server of servers) {
      const ways = proxies.ways.get(server.at)!.filter(({ lines }) => lines !== guidedBelow)
      for (const stage of ['before the first choice', 'only me', 'a password'] as const) {
        const enter = (way: WayIn) => (stage === 'only me' ? enterByLink(server, way) : signIn(way))
        if (stage === 'a password') await setPassword(server, ways[0])
        if (stage === 'only me' && ways[0]) await enter(ways[0])
        for (const [turn, way] of ways.entries()) {
          const found = await attack(server, way, turn, rounds)
          table.push({
            stage,
            'public address': server.baseUrl ?? '',
            proxy: `${way.software}: ${way.lines}`,
            ...found,
          })
        }
        if (stage === 'before the first choice') continue
        for (const way of ways) {
          owners.tried += 1
          if (!(await enter(way))) owners.failed += 1
        }
      }
    }
    const sum = (name: string) => table.reduce((total, row) => total + Number(row[name]), 0)
    const tries = sum('tries')
    const none = (what: string, measured: number, cases: number) => ({
      what,
      measured,
      wanted: '0',
      isMet: measured === 0,
      cases,
      failures: measured,
    })
    const missing = proxies.missing.join(', ') || 'none'
    return {
      name: 'takeover',
      checks: [
        { what: 'proxies that are not installed', measured: missing, wanted: 'none', isMet: missing === 'none' },
        none('strangers who became the owner', sum('takeovers'), tries),
        none('private pages and answers that strangers got', sum('private'), tries),
        none('ways in by which the owner did not come in by link or password', owners.failed, owners.tried),
      ],
      table,
    }
  } finally {
    await proxies.close()
    for (const server of servers) await server.close()
  }
}

type Server = Awaited<ReturnType<typeof startServer>>

async function startServer(baseUrl: string | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-takeover-'))
  const port = await freePort()
  const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_PORT: String(port) }
  const context = await createContext(
    readConfig({ ...settings, ...(baseUrl !== undefined && { TWOSOURCE_BASE_URL: baseUrl }) }),
    () => {},
    undefined,
    { limits: { requestsPerMinute: 1_000_000 } },
  )
  const { store } = context.operations
  await store.feeds.addMany(ownerId, [{ url: `https://${privateWord}/feed.xml` }], new Date().toISOString())
  const running = await servePages(context)
  return {
    at: `127.0.0.1:${port}`,
    baseUrl,
    store,
    code: async () => (await makeSetupCode(context.operations)) ?? '',
    async close() {
      await running.close()
      await context[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Everything a stranger tries, in so many disguises; and whether anything of accounts is other than before. */
async function attack(server: Server, way: WayIn, turn: number, most?: number) {
  const before = await accountsOf(server)
  const found = { tries: 0, takeovers: 0, private: 0 }
  const all = disguises(server.at, host)
  for (const [at, disguise] of all.entries())
    for (const [index, { path, isPrivate, ...asked }] of attempts.entries()) {
      if ((at + index + turn) % all.length >= (most ?? all.length)) continue
      const answer = await ask(way.origin, path, { ...asked, headers: { Host: host, ...asked.headers, ...disguise } })
      found.tries += 1
      if (answer.cookies.some((cookie) => /session/.test(cookie) && !/max-age=0/i.test(cookie))) found.takeovers += 1
      if (isPrivate(answer)) {
        found.private += 1
        console.error(
          `${way.software}, ${way.lines}: ${asked.method ?? 'GET'} ${path} was answered with ${answer.status}`,
        )
      }
    }
  if ((await accountsOf(server)) !== before) found.takeovers += 1
  return found
}

/** All that makes somebody an owner: accounts, means, sessions, tokens. */
async function accountsOf({ store }: Server): Promise<string> {
  const accounts = await store.accounts.list()
  const of = accounts.map(async ({ id, name, role }) => ({
    name,
    role,
    hash: await store.accounts.passwordHash(id),
    sessions: (await store.sessions.list(id, new Date().toISOString())).map((session) => session.id),
    tokens: (await store.accessKeys.listTokens(id)).length,
    apps: (await store.accessKeys.appPasswords(id)).length,
  }))
  return JSON.stringify([await store.accounts.hasSignInMethod(), await Promise.all(of)])
}

/** The owner opens the printed link through a proxy, and comes in without a password. */
async function enterByLink(server: Server, way: WayIn): Promise<boolean> {
  const token = await server.code()
  const page = await ask(way.origin, `/setup?token=${token}`, { headers: browser })
  if (page.status !== 200) return false
  return isOwner(
    way,
    await ask(way.origin, '/setup', {
      method: 'POST',
      headers: form,
      body: new URLSearchParams({ token, who: 'only-me' }).toString(),
    }),
  )
}

async function setPassword(server: Server, way: WayIn | undefined): Promise<void> {
  if (!way) return
  const token = await server.code()
  const body = new URLSearchParams({ token, name: 'Mira', next: password, again: password }).toString()
  await ask(way.origin, '/setup', { method: 'POST', headers: form, body })
}

async function signIn(way: WayIn): Promise<boolean> {
  const body = new URLSearchParams({ name: 'Mira', password }).toString()
  return isOwner(way, await ask(way.origin, '/sign-in', { method: 'POST', headers: form, body }))
}

async function isOwner(way: WayIn, entered: Awaited<ReturnType<typeof ask>>): Promise<boolean> {
  const cookie = entered.cookies.map((each) => each.split(';')[0]).join('; ')
  const admin = await ask(way.origin, '/server', { headers: { ...browser, Cookie: cookie } })
  return entered.status === 303 && admin.status === 200
}

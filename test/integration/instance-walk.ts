import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext, createLog } from '../../src/app/context.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { openAuthentication } from '../../src/operations/accounts/authentication.ts'
import { makeSetupCode } from '../../src/operations/accounts/owner-setup.ts'
import { runRequest } from '../../src/store/engine/request-context.ts'
import { identifyBy } from '../../src/web/accounts/identify.ts'
import { trustThisMachine } from '../../src/web/arrival.ts'

/** A browser at an address: it keeps cookies, as far as their names, values and ends go. */
export type Visitor = {
  readonly cookies: Map<string, string>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
}

/** An instance with its pages as `serve` makes them (with `trustsMachine` as `serve --only-me` does), a clock that stands still, and everything it wrote to its log. */
export async function openInstance(databaseUrl: string, baseUrl?: string, trustsMachine = false) {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-house-'))
  const logged: string[] = []
  const clock = { at: Date.parse('2026-03-12T12:00:00Z') }
  const context = await createContext(
    readConfig({ TWOSOURCE_DATABASE: databaseUrl, TWOSOURCE_DATA: folder }),
    createLog((line) => logged.push(line)),
    () => new Date(clock.at),
  )
  const base = baseUrl === undefined ? {} : { baseUrl }
  const errors: string[] = []
  const web = openWeb(context.operations, {
    version: '0',
    ...base,
    identify: identifyBy(openAuthentication(context.operations), {
      ...base,
      ...(trustsMachine && { isHere: trustThisMachine() }),
    }),
    now: () => new Date(clock.at).toISOString(),
    onError: (error) => errors.push(error.stack ?? error.message),
  })

  /** Somebody at an address; `127.0.0.1` sits at the machine. */
  function visitor(peer: string, host = peer === '127.0.0.1' ? '127.0.0.1:7180' : 'house.example'): Visitor {
    const cookies = new Map<string, string>()
    const ask = async (path: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers)
      headers.set('host', host)
      if (!headers.has('accept')) headers.set('accept', 'text/html')
      if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const env = { incoming: { httpVersion: '1.1', socket: { remoteAddress: peer, localPort: 7180 } } }
      const answer = await runRequest(init.method === undefined, () =>
        web.request(`http://${host}${path}`, { redirect: 'manual', ...init, headers }, env),
      )
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=')
        if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      return answer
    }
    return {
      cookies,
      get: (path, headers = {}) => ask(path, { headers }),
      post: (path, fields, headers = {}) =>
        ask(path, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { origin: `http://${host}`, ...headers },
        }),
    }
  }

  return {
    context,
    web,
    clock,
    logged,
    errors,
    visitor,
    /** The code of a new link with which the owner comes in. */
    code: async () => (await makeSetupCode(context.operations))!,
    pass: (minutes: number) => {
      clock.at += minutes * 60_000
    },
    async close() {
      await context[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Fields of a form in which a name and a password are chosen. */
export const chosen = (name: string, password: string) => ({ name, next: password, again: password })

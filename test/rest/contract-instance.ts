import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Common, commonOf, seedNews } from '../../lab/prove/isolation/seed.ts'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { programApis } from '../../src/app/serve/program-apis.ts'
import { type Scope, scopes } from '../../src/core/account.ts'
import { makeApiToken } from '../../src/operations/accounts/access-keys.ts'
import { trustThisMachine } from '../../src/web/arrival.ts'

/** An instance with a little news in it, and a token of its owner of each kind. */
export type ContractInstance = {
  readonly common: Common
  readonly tokens: Readonly<Record<Scope, string>>
  /** What answers programs. */
  readonly answer: ReturnType<typeof programApis>
  /** The same with another limit. */
  limited(perMinute: number): ReturnType<typeof programApis>
  /** Asks as a program elsewhere; undefined for an address that is none of ours. */
  ask(path: string, request: RequestInit, token: string | null): Promise<Response | undefined>
  /** What went wrong in the instance, as its log has it. */
  readonly failures: readonly unknown[]
  close(): Promise<void>
}

/** Opens one on SQLite: what is tried is the way in, which no database changes. */
export async function openContractInstance(): Promise<ContractInstance> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-contract-'))
  const failures: unknown[] = []
  let clock = Date.parse('2026-03-12T12:00:00Z')
  const context = await createContext(
    readConfig({ TWOSOURCE_DATA: folder }),
    (event, fields) => event === 'api-failed' && failures.push(fields),
    () => new Date((clock += 10)),
    { limits: { requestsPerMinute: 1_000_000 } },
  )
  const { operations, pipeline } = context
  await seedNews(operations, () => pipeline.runOnce(), '2026-03-12T06:30:00Z')
  const answer = programApis(context, trustThisMachine())
  const tokenFor = async (scope: Scope) =>
    (await makeApiToken.run(operations, { name: scope, scopes: [scope] }))?.secret
  const [read = '', write = '', admin = ''] = await Promise.all(scopes.map(tokenFor))
  return {
    common: await commonOf(operations),
    tokens: { read, write, admin },
    failures,
    answer,
    limited: (perMinute) =>
      programApis(
        { operations, config: context.config, limits: { ...context.limits, requestsPerMinute: perMinute } },
        trustThisMachine(),
      ),
    async ask(path, request, token) {
      const asked = new Request(`http://localhost/api/v1${path}`, request)
      if (token !== null) asked.headers.set('authorization', `Bearer ${token}`)
      return answer(asked, { incoming: { socket: { remoteAddress: '192.0.2.7' }, httpVersion: '1.1' } })
    },
    async close() {
      await context[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

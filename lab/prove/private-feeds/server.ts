import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { servePages } from '../../../src/app/serve/serve.ts'
import { instanceOwner, type ReaderIdentity } from '../../../src/core/reader-identity.ts'
import { makeApiToken, makeAppPassword } from '../../../src/operations/accounts/access-keys.ts'
import { addAccount, setAccountPassword, setGuests } from '../../../src/operations/accounts/change-account.ts'
import { forReader } from '../../../src/operations/for-reader.ts'
import { type Dialect, makeDatabase } from '../../../test/integration/databases.ts'

/** Somebody who asks the server, with what their programs sign in by; a guest has nothing. */
export type Asker = {
  readonly name: string
  readonly identity?: ReaderIdentity
  readonly cookie?: string
  readonly token?: string
  readonly appPassword?: string
}

const password = 'a lamp beside the sea'

/** The product over a database of its own, on loopback, with nobody but its owner; thrown away at the end. */
export async function startServer(dialect: Dialect) {
  const database = await makeDatabase(dialect)
  if (database.schema) await (await database.open()).close()
  const folder = await mkdtemp(join(tmpdir(), 'twosource-private-'))
  const url = database.schema
    ? `${database.url}?options=${encodeURIComponent(`-c search_path=${database.schema}`)}`
    : database.url
  let offsetMs = 0
  const context = await createContext(
    readConfig({
      TWOSOURCE_DATABASE: url,
      TWOSOURCE_DATA: folder,
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      TWOSOURCE_PORT: '0',
    }),
    () => {},
    () => new Date(Date.now() + offsetMs),
    { limits: { requestsPerMinute: 100_000 } },
  )
  const running = await servePages(context)
  const origin = running.url.replace(/\/$/, '')

  /** Reads what is due until nothing is left of it: feeds, pages, stories. */
  async function readAll(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      await context.pipeline.runOnce()
      offsetMs += 30_000
      await setTimeout(5)
    }
  }

  async function addReader(name: string): Promise<Asker> {
    const made = await addAccount.run(context.operations, { name, role: 'reader', password })
    if (typeof made === 'string') throw new Error(made)
    return signedIn({ id: made.id, name, role: 'reader' })
  }

  async function signedIn(identity: ReaderIdentity): Promise<Asker> {
    const own = forReader(context.operations, identity)
    const token = await makeApiToken.run(own, { name: 'proof', scopes: ['read', 'write'] })
    const app = await makeAppPassword.run(own, { name: 'proof', isForFever: true })
    const answer = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ name: identity.name, password }),
      redirect: 'manual',
    })
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    if (!token || !app || cookie === '') throw new Error(`${identity.name} could not sign in`)
    return { name: identity.name, identity, token: token.secret, appPassword: app.secret, cookie }
  }

  return {
    context,
    origin,
    readAll,
    addReader,
    async owner(): Promise<Asker> {
      const { id, name } = (await context.operations.store.accounts.find(instanceOwner.id))!
      await setAccountPassword.run(context.operations, { id, password })
      return signedIn({ ...instanceOwner, name })
    },
    letGuestsRead: () => setGuests.run(context.operations, { mayRead: true }),
    async close() {
      await running.close()
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type ProofServer = Awaited<ReturnType<typeof startServer>>

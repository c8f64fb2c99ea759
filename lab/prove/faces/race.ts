import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { makeApiToken, makeAppPassword } from '../../../src/operations/accounts/access-keys.ts'
import { addAccount, setAccountRole } from '../../../src/operations/accounts/change-account.ts'
import { acceptInvitation, makeInvitation } from '../../../src/operations/accounts/invitations.ts'
import { removeAccount } from '../../../src/operations/accounts/remove-account.ts'
import { subscribe } from '../../../src/operations/feeds/add-feed.ts'
import type { OperationContext } from '../../../src/operations/operation.ts'
import { mostTries } from '../../../src/operations/throttle.ts'
import { type Dialect, dialects, makeDatabase, skipReason } from '../../../test/integration/databases.ts'
import type { Judge } from './judge-answer.ts'

const password = 'long enough for anybody'

/** Things that may be done once, done many times at one moment, on each database there is. */
export async function race(judge: Judge): Promise<void> {
  for (const dialect of dialects) if (!skipReason(dialect)) await raceOn(dialect, judge)
}

async function raceOn(dialect: Dialect, judge: Judge): Promise<void> {
  const database = await makeDatabase(dialect)
  const folder = await mkdtemp(join(tmpdir(), 'twosource-race-'))
  const context = await createContext(
    readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
    () => {},
    undefined,
    { limits: { subscriptions: 5 } },
  )
  const { operations } = context
  const { store } = operations
  try {
    const make = async (name: string, role: 'owner' | 'reader') => {
      const made = await addAccount.run(operations, { name, role, password })
      if (typeof made === 'string') throw new Error(made)
      return { id: made.id, name, role } as const
    }
    const owners = async () => (await store.accounts.list()).filter(({ role }) => role === 'owner').length

    const [one, two] = [await make('One', 'owner'), await make('Two', 'owner')]
    await at('two owners take the role from each other', [
      () => setAccountRole.run({ ...operations, reader: one }, { id: two.id, role: 'reader' }),
      () => setAccountRole.run({ ...operations, reader: two }, { id: one.id, role: 'reader' }),
    ])
    expect('two owners take the role from each other', await owners(), 1)

    const [three, four] = [await make('Three', 'owner'), await make('Four', 'owner')]
    const all = (await store.accounts.list()).filter(({ role }) => role === 'owner')
    await at(
      'all owners are removed at once',
      all.map(
        ({ id }) =>
          () =>
            removeAccount.run({ ...operations, reader: three }, { id, words: 'remove' }),
      ),
    )
    expect('all owners are removed at once', await owners(), 1)
    void four

    const [left] = (await store.accounts.list()).filter(({ role }) => role === 'owner')
    if (!left) throw new Error('No owner is left to invite anybody')
    const { token } = await makeInvitation.run({ ...operations, reader: left }, { role: 'reader', days: 1, note: '' })
    const before = (await store.accounts.list()).length
    await at(
      'one invitation, ten people',
      Array.from(
        { length: 10 },
        (_, n) => () =>
          acceptInvitation(operations, { token, address: `192.0.2.${n}`, name: `Guest ${n}`, password, browser: '' }),
      ),
    )
    expect('one invitation, ten people', (await store.accounts.list()).length - before, 1)

    const reader = await make('Reader', 'reader')
    const own: OperationContext = { ...operations, reader }
    await at(
      'sixty tokens',
      Array.from({ length: 60 }, (_, n) => () => makeApiToken.run(own, { name: `t${n}`, scopes: ['read'] })),
    )
    expect('sixty tokens', (await store.accessKeys.listTokens(reader.id)).length, 50)
    await at(
      'sixty passwords for apps',
      Array.from({ length: 60 }, (_, n) => () => makeAppPassword.run(own, { name: `p${n}` })),
    )
    expect('sixty passwords for apps', (await store.accessKeys.appPasswords(reader.id)).length, 50)

    await at(
      'twenty feeds where five may be',
      Array.from(
        { length: 20 },
        (_, n) => () => subscribe(own, [{ url: `https://e${n}.example/feed`, title: '' }], ''),
      ),
    )
    expect('twenty feeds where five may be', await store.opml.countSubscriptions(reader.id), 5)

    const key = 'race'
    const since = new Date(Date.now() - 900_000).toISOString()
    const counts = await at(
      'forty tries',
      Array.from({ length: 40 }, () => () => store.signInAttempts.count(key, new Date().toISOString(), since)),
    )
    expect('forty tries', counts.filter(({ count }) => count <= mostTries).length, mostTries)
  } finally {
    await context[Symbol.asyncDispose]()
    await database.remove()
    await rm(folder, { recursive: true, force: true })
  }

  async function at<Answer>(what: string, acts: readonly (() => Promise<Answer>)[]): Promise<readonly Answer[]> {
    judge.counted(acts.length)
    const settled = await Promise.allSettled(acts.map((act) => act()))
    for (const one of settled)
      if (one.status === 'rejected')
        judge.find({ face: `race on ${dialect}`, what, payload: '' }, `threw: ${String(one.reason).slice(0, 200)}`)
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  }

  function expect(what: string, found: number, wanted: number): void {
    if (found !== wanted) judge.find({ face: `race on ${dialect}`, what, payload: '' }, `${found}, not ${wanted}`)
  }
}

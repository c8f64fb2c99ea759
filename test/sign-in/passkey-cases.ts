import assert from 'node:assert/strict'
import { accountName } from '../../src/core/account.ts'
import { hashPassword } from '../../src/credentials/password.ts'
import { newId } from '../../src/credentials/token.ts'
import type { Case } from './case.ts'
import { type Instance, password, type Visitor } from './instance.ts'
import { type Said, type SoftPasskey, softPasskey } from './soft-authenticator.ts'

/** Adds a reader with the password of all, and answers their id. */
export async function addReader(instance: Instance, name: string): Promise<string> {
  const id = newId()
  const account = { id, name: accountName(name)!, role: 'reader' as const, createdAt: new Date().toISOString() }
  await instance.context.operations.store.accounts.add(account, { passwordHash: await hashPassword(password) })
  return id
}

/** What the instance asks for, to make a passkey or to use one. */
async function asked(visitor: Visitor, isNew = false): Promise<string> {
  const path = isNew ? '/settings/sign-in/passkeys/options' : '/sign-in/passkey/options'
  const { challenge } = (await (await visitor.post(path)).json()) as { readonly challenge: string }
  return challenge
}

type Attempt = {
  readonly instance: Instance
  readonly visitor: Visitor
  readonly key: SoftPasskey
  readonly readerId: string
  /** What an honest authenticator would say to a challenge of the instance. */
  readonly said: (challenge: string, counter?: number) => Said
}

/** Registers a passkey of a new reader, and hands it to somebody who is not signed in. */
async function attempt(instance: Instance): Promise<Attempt> {
  const name = `reader ${newId()}`
  const readerId = await addReader(instance, name)
  const key = softPasskey()
  const owner = instance.visitor()
  await owner.signIn(name)
  const said = (challenge: string, counter = 2): Said => ({
    challenge,
    counter,
    origin: instance.origin,
    rpId: 'localhost',
    userHandle: readerId,
  })
  const answer = JSON.stringify(key.create(said(await asked(owner, true), 1)))
  const added = await owner.post('/settings/sign-in/passkeys', { answer, name: 'Test' })
  assert.equal(added.status, 303, 'the passkey was added')
  instance.said()
  return { instance, visitor: instance.visitor(), key, readerId, said }
}

const use = (visitor: Visitor, answer: unknown) =>
  visitor.post('/sign-in/passkey', { answer: JSON.stringify(answer), back: '/following' })

function refusal(instance: Instance): unknown {
  return instance.said().find(({ what }) => what === 'passkey-refused')?.why
}

type Try = readonly [name: string, why: string, act: (attempt: Attempt) => Promise<unknown>]
const answered =
  (more: Partial<Said>): Try[2] =>
  async ({ visitor, key, said }) =>
    use(visitor, key.get({ ...said(await asked(visitor)), ...more }))

const tries: readonly Try[] = [
  [
    'without a challenge that was given to this browser',
    'over',
    async ({ visitor, key, said }) => use(visitor, key.get(said('made-up'))),
  ],
  [
    'with an answer that was used before',
    'over',
    async ({ instance, visitor, key, said }) => {
      const answer = key.get(said(await asked(visitor)))
      assert.equal((await use(visitor, answer)).status, 303)
      instance.said()
      visitor.cookies.delete(visitor.sessionCookie)
      return use(visitor, answer)
    },
  ],
  [
    'with an answer to a challenge before this one',
    'wrong-challenge',
    async ({ visitor, key, said }) => {
      const old = key.get(said(await asked(visitor)))
      await asked(visitor)
      return use(visitor, old)
    },
  ],
  [
    'in another browser than was asked',
    'over',
    async ({ instance, visitor, key, said }) => {
      const answer = key.get(said(await asked(visitor)))
      const other = instance.visitor()
      const result = await use(other, answer)
      assert.equal(await other.who(), undefined)
      return result
    },
  ],
  [
    'after five minutes',
    'over',
    async ({ instance, visitor, key, said }) => {
      const answer = key.get(said(await asked(visitor)))
      instance.pass(5.1)
      return use(visitor, answer)
    },
  ],
  ['from another origin', 'wrong-origin', answered({ origin: 'https://evil.example' })],
  ['from another port of localhost', 'wrong-origin', answered({ origin: 'http://localhost:1' })],
  ['for another house', 'wrong-house', answered({ rpId: 'evil.example' })],
  ['as an answer to making one', 'wrong-type', answered({ type: 'webauthn.create' })],
  ['from a page within another', 'wrong-origin', answered({ crossOrigin: true })],
  ['with nobody there', 'not-present', answered({ isPresent: false })],
  ['with nobody verified', 'not-verified', answered({ isVerified: false })],
  ['with a counter that stands still', 'cloned', answered({ counter: 1 })],
  ['with a counter that went back to nothing', 'cloned', answered({ counter: 0 })],
  [
    'with a signature of something else',
    'bad-signature',
    answered({ tamper: (response) => (response.signature = 'MAYCAQECAQE') }),
  ],
  ['with client data changed after signing', 'bad-signature', answered({ tamper: reorder })],
  ['for another reader', 'wrong-passkey', answered({ userHandle: 'owner' })],
  [
    'with a passkey that nobody has',
    'unknown-passkey',
    async ({ visitor, said }) => use(visitor, softPasskey().get(said(await asked(visitor)))),
  ],
  [
    'under the id of a passkey, signed with another key',
    'bad-signature',
    async ({ visitor, key, said }) => {
      const answer = softPasskey().get(said(await asked(visitor)))
      return use(visitor, { ...answer, id: key.id, rawId: key.id })
    },
  ],
  [
    'of an account that was disabled',
    'disabled',
    async ({ instance, visitor, key, said, readerId }) => {
      await instance.context.operations.store.accounts.setDisabled(readerId, new Date().toISOString())
      return use(visitor, key.get(said(await asked(visitor))))
    },
  ],
  [
    'that was removed',
    'unknown-passkey',
    async ({ instance, visitor, key, said, readerId }) => {
      await instance.context.operations.store.passkeys.remove(readerId, key.id, undefined)
      return use(visitor, key.get(said(await asked(visitor))))
    },
  ],
  [
    'as no JSON',
    'malformed',
    async ({ visitor }) => {
      await asked(visitor)
      return visitor.post('/sign-in/passkey', { answer: '{' })
    },
  ],
]

/** Signing in with a passkey, as it should be and as it should not. Each case has a reader and a passkey of its own. */
export function passkeyCases(instance: () => Instance): readonly Case[] {
  return [
    {
      name: 'as it should be: signed in, and back to where they were',
      async run() {
        const { visitor, key, said } = await attempt(instance())
        const answer = await use(visitor, key.get(said(await asked(visitor))))
        assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/following'])
        assert.match((await visitor.who()) ?? '', /^reader /)
      },
    },
    ...tries.map(([name, why, act]) => ({
      name: `${name}: ${why}`,
      async run() {
        const given = await attempt(instance())
        await act(given)
        assert.equal(refusal(given.instance), why)
        assert.equal(await given.visitor.who(), undefined, 'nobody is signed in')
        given.instance.pass(16)
      },
    })),
    {
      name: 'of two megabytes: refused before it is read',
      async run() {
        const { visitor } = await attempt(instance())
        await asked(visitor)
        assert.equal((await use(visitor, { id: 'A'.repeat(2_000_000) })).status, 413)
        assert.equal(await visitor.who(), undefined, 'nobody is signed in')
      },
    },
    {
      name: 'made twice: known',
      async run() {
        const { instance: at, key, said } = await attempt(instance())
        const other = at.visitor()
        await other.signIn()
        const answer = JSON.stringify(key.create(said(await asked(other, true))))
        assert.equal((await other.post('/settings/sign-in/passkeys', { answer })).status, 422)
        assert.equal(at.said().find(({ what }) => what === 'passkey-not-added')?.why, 'known')
      },
    },
    {
      name: 'made for who was signed in when it was asked, brought by somebody else: over',
      async run() {
        const { instance: at, said } = await attempt(instance())
        const [one, other] = [at.visitor(), at.visitor()]
        await one.signIn()
        const name = `reader ${newId()}`
        await addReader(at, name)
        await other.signIn(name)
        const answer = JSON.stringify(softPasskey().create(said(await asked(one, true))))
        other.cookies.set('step-new-passkey', one.cookies.get('step-new-passkey')!)
        assert.equal((await other.post('/settings/sign-in/passkeys', { answer })).status, 422)
        assert.equal(at.said().find(({ what }) => what === 'passkey-not-added')?.why, 'over')
      },
    },
    {
      name: 'ten wrong ones from one address: the next has to wait, and a right one does not',
      async run() {
        const { instance: at, visitor, key, said } = await attempt(instance())
        for (let round = 0; round < 10; round++) await use(visitor, key.get(said('made-up')))
        const answer = await use(visitor, key.get(said('made-up')))
        assert.equal(answer.status, 429)
        assert.ok(Number(answer.headers.get('retry-after')) > 0)
        assert.equal((await use(visitor, key.get(said(await asked(visitor))))).status, 303)
        at.pass(16)
      },
    },
  ]
}

/** The same words in another order: what was signed is bytes. */
function reorder(response: Record<string, string>): void {
  const client = JSON.parse(Buffer.from(response.clientDataJSON!, 'base64url').toString())
  const turned = Object.fromEntries(Object.entries(client).reverse())
  response.clientDataJSON = Buffer.from(JSON.stringify(turned)).toString('base64url')
}

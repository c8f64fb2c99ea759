import assert from 'node:assert/strict'
import { newId } from '../../src/credentials/token.ts'
import type { Case } from './case.ts'
import type { HostileIssuer } from './hostile-issuer.ts'
import type { Instance, Visitor } from './instance.ts'
import { addReader } from './passkey-cases.ts'

export type Elsewhere = { readonly instance: Instance; readonly issuer: HostileIssuer }

const back = '/sign-in/elsewhere/back'

/** Sends a browser to the provider; answers what the provider sends it back with. */
async function leave({ issuer }: Elsewhere, visitor: Visitor, path = '/sign-in/elsewhere', to = '/following') {
  const answer = await visitor.post(path, { back: to })
  assert.equal(answer.status, 200)
  return issuer.authorize(answer.headers.get('refresh')!.replace('0;url=', ''))
}
const comeBack = (visitor: Visitor, query: URLSearchParams) => visitor.get(`${back}?${query}`)

/** A reader, with the subject of a provider linked to them. */
async function linked(at: Elsewhere): Promise<{ readonly name: string; readonly id: string; readonly owner: Visitor }> {
  const name = `reader ${newId()}`
  const id = await addReader(at.instance, name)
  const owner = at.instance.visitor()
  await owner.signIn(name)
  at.issuer.twist = { claims: { sub: `subject of ${name}`, preferred_username: name } }
  const answer = await comeBack(owner, await leave(at, owner, '/settings/sign-in/elsewhere'))
  assert.equal(answer.headers.get('location'), '/settings/sign-in?done=linked#elsewhere')
  return { name, id, owner }
}
const why = (instance: Instance) => instance.said().find(({ what }) => what === 'elsewhere-refused')?.why

/** Signing in by a provider, over the whole product. */
export function elsewhereCases(at: () => Elsewhere): readonly Case[] {
  const cases: readonly (readonly [string, (at: Elsewhere) => Promise<void>])[] = [
    [
      'an identity that was linked signs in, and comes back to where it was',
      async (at) => {
        const { name } = await linked(at)
        const visitor = at.instance.visitor()
        const answer = await comeBack(visitor, await leave(at, visitor))
        assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/following'])
        assert.equal(await visitor.who(), name)
      },
    ],
    [
      'an identity that is linked to nobody opens nothing',
      async (at) => {
        at.issuer.twist = { claims: { sub: 'a stranger' } }
        const visitor = at.instance.visitor()
        assert.equal((await comeBack(visitor, await leave(at, visitor))).status, 401)
        assert.deepEqual([why(at.instance), await visitor.who()], ['not-linked', undefined])
      },
    ],
    [
      'the name and the address of somebody here make an identity nobody’s',
      async (at) => {
        const { store } = at.instance.context.operations
        await store.accounts.setEmail('owner', 'mira@example.org')
        const claims = { sub: 'thief', email: 'mira@example.org', email_verified: true, preferred_username: 'Mira' }
        at.issuer.twist = { claims }
        const visitor = at.instance.visitor()
        await comeBack(visitor, await leave(at, visitor))
        assert.deepEqual([why(at.instance), await visitor.who()], ['not-linked', undefined])
      },
    ],
    [
      'an identity that was unlinked opens nothing any more',
      async (at) => {
        const { name, owner } = await linked(at)
        const fields = { issuer: new URL(at.issuer.issuer).href, subject: `subject of ${name}` }
        assert.equal((await owner.post('/settings/sign-in/elsewhere/remove', fields)).status, 303)
        const visitor = at.instance.visitor()
        await comeBack(visitor, await leave(at, visitor))
        assert.deepEqual([why(at.instance), await visitor.who()], ['not-linked', undefined])
      },
    ],
    [
      'the account of a linked identity is disabled',
      async (at) => {
        const { id } = await linked(at)
        await at.instance.context.operations.store.accounts.setDisabled(id, new Date().toISOString())
        const visitor = at.instance.visitor()
        await comeBack(visitor, await leave(at, visitor))
        assert.deepEqual([why(at.instance), await visitor.who()], ['disabled', undefined])
      },
    ],
    [
      'what is brought back in another browser opens nothing there',
      async (at) => {
        await linked(at)
        const [victim, thief] = [at.instance.visitor(), at.instance.visitor()]
        await comeBack(victim, await leave(at, thief))
        assert.deepEqual([why(at.instance), await victim.who()], ['over', undefined])
      },
    ],
    [
      'what is brought back for the sign-in of another browser is not confirmed',
      async (at) => {
        await linked(at)
        const [victim, thief] = [at.instance.visitor(), at.instance.visitor()]
        await leave(at, victim)
        await comeBack(victim, await leave(at, thief))
        assert.deepEqual([why(at.instance), await victim.who()], ['not-confirmed', undefined])
      },
    ],
    [
      'what is brought back twice opens once',
      async (at) => {
        await linked(at)
        const visitor = at.instance.visitor()
        const query = await leave(at, visitor)
        const step = visitor.cookies.get('step-elsewhere')!
        assert.equal((await comeBack(visitor, query)).status, 303)
        visitor.cookies.clear()
        visitor.cookies.set('step-elsewhere', step)
        assert.equal((await comeBack(visitor, query)).status, 401)
        assert.equal(why(at.instance), 'over')
      },
    ],
    [
      'what is brought back after ten minutes is over',
      async (at) => {
        await linked(at)
        const visitor = at.instance.visitor()
        const query = await leave(at, visitor)
        at.instance.pass(10.1)
        await comeBack(visitor, query)
        assert.deepEqual([why(at.instance), await visitor.who()], ['over', undefined])
      },
    ],
    [
      'the way back leads nowhere else',
      async (at) => {
        await linked(at)
        for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
          const visitor = at.instance.visitor()
          const answer = await comeBack(visitor, await leave(at, visitor, '/sign-in/elsewhere', to))
          assert.equal(answer.headers.get('location'), '/', to)
        }
      },
    ],
    [
      'an identity of somebody is not linked to somebody else',
      async (at) => {
        const { name } = await linked(at)
        const twist = at.issuer.twist
        const other = `reader ${newId()}`
        await addReader(at.instance, other)
        const visitor = at.instance.visitor()
        await visitor.signIn(other)
        at.issuer.twist = twist
        assert.equal((await comeBack(visitor, await leave(at, visitor, '/settings/sign-in/elsewhere'))).status, 409)
        const again = at.instance.visitor()
        await comeBack(again, await leave(at, again))
        assert.equal(await again.who(), name)
      },
    ],
    [
      'who signs out while they link, or in as somebody else, links nothing',
      async (at) => {
        const { owner } = await linked(at)
        at.issuer.twist = { claims: { sub: `another ${newId()}` } }
        const query = await leave(at, owner, '/settings/sign-in/elsewhere')
        await owner.signIn()
        await comeBack(owner, query)
        assert.equal(why(at.instance), 'other-reader')
        assert.deepEqual(await at.instance.context.operations.store.identities.list('owner'), [])
      },
    ],
    [
      'nobody links without having signed in, nor from a page of another site',
      async (at) => {
        const stranger = at.instance.visitor()
        assert.notEqual((await stranger.post('/settings/sign-in/elsewhere')).status, 200)
        const owner = at.instance.visitor()
        await owner.signIn()
        const foreign = await owner.post('/settings/sign-in/elsewhere', {}, { 'sec-fetch-site': 'cross-site' })
        assert.equal(foreign.status, 403)
      },
    ],
    [
      'the session a browser had before signing in opens nothing after it',
      async (at) => {
        await linked(at)
        const visitor = at.instance.visitor()
        await visitor.signIn()
        const before = visitor.cookies.get(visitor.sessionCookie)!
        await comeBack(visitor, await leave(at, visitor))
        assert.notEqual(visitor.cookies.get(visitor.sessionCookie), before)
        const old = at.instance.visitor()
        old.cookies.set(old.sessionCookie, before)
        assert.equal(await old.who(), undefined)
      },
    ],
    [
      'the last way to sign in stays',
      async (at) => {
        const { name, id, owner } = await linked(at)
        await at.instance.context.operations.store.accounts.find(id)
        const fields = { issuer: new URL(at.issuer.issuer).href, subject: `subject of ${name}` }
        const { store } = at.instance.context.operations
        const removals = await Promise.all([
          store.identities.remove(id, fields.issuer, fields.subject, fields.issuer),
          store.identities.remove(id, fields.issuer, fields.subject, fields.issuer),
        ])
        assert.deepEqual(removals.toSorted(), ['done', 'not-there'])
        assert.equal((await owner.post('/settings/sign-in/elsewhere/remove', fields)).status, 422)
      },
    ],
  ]
  return cases.map(([name, act]) => ({
    name,
    async run() {
      const given = at()
      given.instance.said()
      given.issuer.twist = {}
      await act(given)
      given.instance.pass(16)
    },
  }))
}

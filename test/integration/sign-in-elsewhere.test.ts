import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { elsewhereCases } from '../sign-in/elsewhere-cases.ts'
import { type HostileIssuer, startHostileIssuer } from '../sign-in/hostile-issuer.ts'
import { type Instance, startInstance } from '../sign-in/instance.ts'

const secret = 'a secret that both of them know, long enough'

/** An instance that asks the issuer; on loopback, which only the provider of the settings may be. */
const instancedWith = (issuer: HostileIssuer, more: Readonly<Record<string, string>> = {}) =>
  startInstance((origin) => ({
    TWOSOURCE_BASE_URL: origin,
    TWOSOURCE_OIDC_ISSUER: issuer.issuer,
    TWOSOURCE_OIDC_CLIENT_ID: 'twosource',
    TWOSOURCE_OIDC_CLIENT_SECRET: secret,
    ...more,
  }))

describe('a provider is asked', () => {
  let instance: Instance
  let issuer: HostileIssuer
  before(async () => {
    issuer = await startHostileIssuer('twosource', secret)
    instance = await instancedWith(issuer)
  })
  after(async () => {
    await instance.close()
    await issuer.close()
  })
  for (const { name, run } of elsewhereCases(() => ({ instance, issuer }))) test(name, run)
})

test('a provider that may bring readers makes an account once, and never takes over a name', async () => {
  const issuer = await startHostileIssuer('twosource', secret)
  const instance = await instancedWith(issuer, { TWOSOURCE_NEW_READERS: 'true' })
  try {
    issuer.twist = { claims: { sub: 'new', preferred_username: 'Mira' } }
    for (let visit = 0; visit < 2; visit++) {
      const visitor = instance.visitor()
      const left = await visitor.post('/sign-in/elsewhere', {})
      const query = issuer.authorize(left.headers.get('refresh')!.replace('0;url=', ''))
      await visitor.get(`/sign-in/elsewhere/back?${query}`)
      assert.equal(await visitor.who(), 'Mira 2')
    }
    const accounts = await instance.context.operations.store.accounts.list()
    assert.deepEqual(
      accounts.map(({ name, role }) => [name, role]),
      [
        ['Mira', 'owner'],
        ['Mira 2', 'reader'],
      ],
    )
  } finally {
    await instance.close()
    await issuer.close()
  }
})

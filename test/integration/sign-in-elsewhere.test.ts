import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { elsewhereCases } from '../sign-in/elsewhere-cases.ts'
import { type HostileIssuer, startHostileIssuer } from '../sign-in/hostile-issuer.ts'
import { type House, startHouse } from '../sign-in/house.ts'

const secret = 'a secret that both of them know, long enough'

/** A house that asks the issuer; on loopback, which only the provider of the settings may be. */
const housedWith = (issuer: HostileIssuer, more: Readonly<Record<string, string>> = {}) =>
  startHouse((origin) => ({
    TWOSOURCE_BASE_URL: origin,
    TWOSOURCE_OIDC_ISSUER: issuer.issuer,
    TWOSOURCE_OIDC_CLIENT_ID: 'twosource',
    TWOSOURCE_OIDC_CLIENT_SECRET: secret,
    ...more,
  }))

describe('a provider is asked', () => {
  let house: House
  let issuer: HostileIssuer
  before(async () => {
    issuer = await startHostileIssuer('twosource', secret)
    house = await housedWith(issuer)
  })
  after(async () => {
    await house.close()
    await issuer.close()
  })
  for (const { name, run } of elsewhereCases(() => ({ house, issuer }))) test(name, run)
})

test('a provider that may bring readers makes an account once, and never takes over a name', async () => {
  const issuer = await startHostileIssuer('twosource', secret)
  const house = await housedWith(issuer, { TWOSOURCE_NEW_READERS: 'true' })
  try {
    issuer.twist = { claims: { sub: 'new', preferred_username: 'Mira' } }
    for (let visit = 0; visit < 2; visit++) {
      const visitor = house.visitor()
      const left = await visitor.post('/sign-in/elsewhere', {})
      const query = issuer.authorize(left.headers.get('refresh')!.replace('0;url=', ''))
      await visitor.get(`/sign-in/elsewhere/back?${query}`)
      assert.equal(await visitor.who(), 'Mira 2')
    }
    const accounts = await house.context.operations.store.accounts.list()
    assert.deepEqual(
      accounts.map(({ name, role }) => [name, role]),
      [
        ['Mira', 'owner'],
        ['Mira 2', 'reader'],
      ],
    )
  } finally {
    await house.close()
    await issuer.close()
  }
})

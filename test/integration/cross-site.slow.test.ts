import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { redirectPayloads } from '../../lab/prove/cross-site/redirect-payloads.ts'
import { attackOn, changedByOwnPages, changedByReading, refusedByOrigin } from '../../lab/prove/cross-site.ts'
import { openProofHouse, type ProofHouse } from '../../lab/prove/isolation/house.ts'
import { routesOf } from '../../lab/prove/isolation/route-walk.ts'
import { redirectsOf } from '../../lab/prove/open-redirect.ts'
import { exampleOperations, exampleWeb } from '../examples/operations.ts'

describe('from elsewhere', () => {
  let house: ProofHouse

  before(async () => {
    house = await openProofHouse('sqlite')
  })
  after(() => house.close())

  test('nothing is changed by a form with a foreign Origin, which our own pages can send', async () => {
    const unsafe = routesOf(house.web).filter(({ method }) => method !== 'GET')
    const attacks = unsafe.map(({ path }) => attackOn('http://127.0.0.1:7180', path, house))
    assert.deepEqual(await refusedByOrigin(house, attacks), [])
    assert.ok((await changedByOwnPages(house, unsafe)) >= 10)
  })

  test('nothing a reader chose is changed by reading', async () => {
    assert.deepEqual(await changedByReading(house), [])
  })

  test('nobody is led to another origin', async () => {
    const { app } = exampleOperations()
    const all = redirectPayloads()
    assert.ok(all.length >= 100)
    const some = all.filter((_, at) => at % 12 === 0)
    const redirects = await redirectsOf(exampleWeb(app, { version: '0.1.0' }), some)
    assert.ok(redirects.length >= 200)
    assert.deepEqual(
      redirects.filter(({ location }) => URL.parse(location, 'http://127.0.0.1:7180')?.host !== '127.0.0.1:7180'),
      [],
    )
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { redirectPayloads } from '../../lab/prove/cross-site/redirect-payloads.ts'
import { attackOn, changedByOwnPages, changedByReading, refusedByOrigin } from '../../lab/prove/cross-site.ts'
import { openProofInstance, type ProofInstance } from '../../lab/prove/isolation/instance.ts'
import { routesOf } from '../../lab/prove/isolation/route-walk.ts'
import { leadingFields, redirectsOf } from '../../lab/prove/open-redirect.ts'
import { exampleOperations, exampleWeb } from '../examples/operations.ts'

describe('from elsewhere', () => {
  let instance: ProofInstance

  before(async () => {
    instance = await openProofInstance('sqlite')
  })
  after(() => instance.close())

  test('nothing is changed by a form with a foreign Origin, which our own pages can send', async () => {
    const unsafe = routesOf(instance.web).filter(({ method }) => method !== 'GET')
    const attacks = unsafe.map(({ path }) => attackOn('http://127.0.0.1:7180', path, instance))
    assert.deepEqual(await refusedByOrigin(instance, attacks), [])
    assert.ok((await changedByOwnPages(instance, unsafe)) >= 10)
  })

  test('nothing a reader chose is changed by reading', async () => {
    assert.deepEqual(await changedByReading(instance), [])
  })

  test('nobody is led to another origin', async () => {
    const { app } = exampleOperations()
    const all = redirectPayloads()
    assert.ok(all.length >= 100)
    const some = all.filter((_, at) => at % 12 === 0)
    const redirects = await redirectsOf(exampleWeb(app, { version: '0.1.0' }), some, [...leadingFields])
    assert.ok(redirects.length >= 200)
    assert.deepEqual(
      redirects.filter(({ location }) => URL.parse(location, 'http://127.0.0.1:7180')?.host !== '127.0.0.1:7180'),
      [],
    )
  })
})

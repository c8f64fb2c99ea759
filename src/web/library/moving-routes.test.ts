import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { move } from '../../../test/examples/importing.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { instanceOwner } from '../../core/reader-identity.ts'
import { movePage } from './pages/move.ts'

const origin = 'http://127.0.0.1:7180'
const path = '/settings/import/move'
const { app, changes } = exampleOperations()
const web = exampleWeb(app, { version: '0.1.0', identify: async () => instanceOwner })
const post = (to: string, fields: Readonly<Record<string, string>> = {}) =>
  web.request(origin + to, { method: 'POST', body: new URLSearchParams(fields) })
const typed = { from: 'fever', address: ' https://a.example ', user: 'ada', password: 'lamp' }

beforeEach(() => {
  changes.length = 0
})

describe('moving here from another reader', () => {
  it('is offered on the import page, and its page shows how far it is, what came, and how to stop it', async () => {
    assert.match(await (await web.request(`${origin}/settings/import`)).text(), /href="\/settings\/import\/move"/)
    const page = await (await web.request(origin + path)).text()
    assert.match(page, /https:\/\/&lt;reader&gt;\.example\//)
    assert.match(page, /data-events="\/settings\/import\/move\/events"/)
    assert.match(page, /25%.*data-state>Moving<.*<dd>2,250<\/dd> <dt>articles<\/dt>/s)
    assert.match(page, /<dd>125<\/dd> <dt>stars<\/dt>/)
    assert.match(page, /&lt;Old&gt;: “mailto:x”/)
    assert.doesNotMatch(page, /type="password"/)
    assert.equal((await post(`${path}/stop`)).headers.get('location'), path)
    assert.deepEqual(changes, [['stopMove']])
  })

  it('begins with a form, which returns without its password when the other reader refuses', async () => {
    const begun = await post(path, typed)
    assert.deepEqual([begun.status, begun.headers.get('location')], [303, path])
    assert.deepEqual(changes, [['startMove', { ...typed, isRunHere: false }]])
    const refused = await post(path, { ...typed, password: 'wrong' })
    assert.equal(refused.status, 422)
    const page = await refused.text()
    assert.match(page, /did not accept the &lt;name&gt; or password/)
    assert.doesNotMatch(page, /wrong/)
    assert.equal((await post(path, { ...typed, from: 'other' })).status, 400)
  })

  it('has a form with every reader before the first, and after the end of one', () => {
    for (const view of [undefined, { ...move, state: 'failed' as const, trouble: 'There is <no> such API.' }]) {
      const page = movePage(exampleReader(), view ? { move: view } : {})
      assert.match(page, /<option value="miniflux">Miniflux.*<option value="fever">/s)
      assert.match(page, /type="password"/)
      assert.doesNotMatch(page, /data-events/)
    }
  })
})

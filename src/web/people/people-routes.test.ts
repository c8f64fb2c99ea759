import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../../../test/examples/answers.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

const { app } = exampleOperations()
const web = exampleWeb(app, { version: '0.1.0', now: () => now })

describe('pages about people', () => {
  it('are found by an id with any characters in it', async () => {
    const asked: string[] = []
    const get_entity: Required<Answers>['get_entity'] = async ({ id }) => {
      asked.push(id)
      return undefined
    }
    const own = exampleWeb({ ...app, get_entity }, { version: '0.1.0', now: () => now })
    const ids = [
      'person:a/b',
      'person:50%',
      'person:?x=1#y',
      'person:محمد',
      'place:"><b>',
      'person:..',
      'x'.repeat(300),
    ]
    for (const id of ids) assert.equal((await own.request(`/people/${encodeURIComponent(id)}`)).status, 404)
    assert.deepEqual(asked, ids)
  })

  it('say 404 for whom nobody names, and for a kind that is none', async () => {
    for (const path of ['/people/person%3Anobody', '/people?kind=robot', '/people/%', '/people/a/b'])
      assert.equal((await web.request(path)).status, 404, path)
  })

  it('lead from a name of single articles to whom it stands for, or let one choose', async () => {
    const one = await web.request('/people/person%3Aellind')
    assert.deepEqual([one.status, one.headers.get('location')], [302, '/people/person%3Atomas-reyd'])
    const several = await web.request('/people/person%3Areyd')
    assert.equal(several.status, 200)
    assert.match(await several.text(), /Hanne Reyd/)
  })

  it('take what is no period or no query for none', async () => {
    const page = await (await web.request('/people?days=9999&q=%20')).text()
    assert.match(page, /aria-current="page">Last 7 days/)
  })
})

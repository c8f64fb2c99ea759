import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { story } from '../../../test/examples/views.ts'

const { app, changes } = exampleOperations()
const web = exampleWeb(app, { version: '0.1.0' })
const get = (path: string) => web.request(path)
const home = '/settings/alerts/watches'

test('a person, a story and an outlet lead to where they are watched', async () => {
  for (const path of ['/people/person%3Atomas-reyd', `/stories/${story.id}`, '/sources/source-1'])
    assert.match(await (await get(path)).text(), /href="\/settings\/alerts\/watches\/new\?kind=/, path)
})

test('what is not watched yet gets a form, what is leads to its watch', async () => {
  const query = new URLSearchParams({ kind: 'entity', target: 'person:tomas-reyd', label: 'Tomas <Reyd>' })
  const page = await (await get(`${home}/new?${query}`)).text()
  assert.match(page, /<a href="\/people\/person%3Atomas-reyd"><bdi>Tomas &lt;Reyd&gt;/)
  const [, subject = ''] = page.match(/name="subject" value="([^"]+)"/) ?? []
  const chosen = { subject: subject.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>') }
  const body = new URLSearchParams({ ...chosen, occasion: 'second' })
  assert.equal((await web.request(home, { method: 'POST', body })).status, 303)
  assert.deepEqual(changes.at(-1), [
    'saveWatch',
    { kind: 'entity', target: 'person:tomas-reyd', label: 'Tomas <Reyd>', occasions: ['second'], isShared: false },
  ])
  const known = new URLSearchParams({ kind: 'entity', target: 'person:anna-berg', label: 'Anna Berg' })
  const there = await get(`${home}/new?${known}`)
  assert.deepEqual([there.status, there.headers.get('location')], [302, `${home}/watch-1`])
  for (const wrong of ['', '?kind=search&target=x&label=x', '?kind=entity&target=x'])
    assert.equal((await get(`${home}/new${wrong}`)).status, 404, wrong)
})

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

test('a watch without a moment comes back as it was sent, and says what to choose', async () => {
  const known = JSON.stringify(['entity', 'person:anna-berg', 'Anna Berg'])
  const fresh = JSON.stringify(['topic', 'world', 'World <news>'])
  for (const [subject, button] of [
    [fresh, 'Add'],
    [known, 'Save'],
  ] as const) {
    const before = changes.length
    const answer = await web.request(home, { method: 'POST', body: new URLSearchParams({ subject, shared: '1' }) })
    const page = await answer.text()
    assert.equal(answer.status, 400)
    assert.equal(changes.length, before)
    assert.ok(page.includes(`name="subject" value="${escaped(subject).slice(0, 30)}`))
    assert.match(page, /name="shared" value="1" checked/)
    assert.doesNotMatch(page, /name="occasion" value="[a-z]+" checked/)
    assert.match(
      page,
      /<fieldset aria-describedby="no-moment"><legend>Tell me about<\/legend><p[^>]* id="no-moment" role="alert">Choose at least one\./,
    )
    assert.match(page, new RegExp(`<button class="btn(?: main)?">${button}</button>`))
  }
})

test('a watch beyond the limit says so, and keeps what was chosen', async () => {
  const { app } = exampleOperations()
  const full = { ...app, save_watch: async () => undefined }
  const subject = JSON.stringify(['topic', 'world', 'World'])
  const body = new URLSearchParams({ subject, occasion: 'figure' })
  const answer = await exampleWeb(full, { version: '0.1.0' }).request(home, { method: 'POST', body })
  const page = await answer.text()
  assert.equal(answer.status, 400)
  assert.match(page, /role="alert">You’ve reached the limit/)
  assert.match(page, /name="occasion" value="figure" checked/)
})

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

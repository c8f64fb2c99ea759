import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { now, story } from '../../../test/examples/views.ts'
import type { Role } from '../../core/reader-identity.ts'
import { deskPage } from './pages/desk.ts'

function site(role: Role = 'moderator') {
  const example = exampleOperations()
  const identify = async () => ({ id: 'ada', name: 'Ada', role })
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now, baseUrl: 'https://news.example', identify })
  const post = (path: string, fields: Record<string, string>) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  const page = async (path: string) => (await web.request(path)).text()
  return { post, page, changes: example.changes }
}
const one = `/desk/${story.id}`
/** What the form of a story sends when nothing was changed in it. */
const unchanged = { state: 'planned', 'had-state': 'planned', assignee: '', 'had-assignee': '', due: '', 'had-due': '' }

test('the desk begins with what is due and what is new, then lists its stories by state', async () => {
  const { page } = site()
  const desk = await page('/desk')
  const parts = [...desk.matchAll(/<section id="([a-z-]+)"/g)].map(([, id]) => id)
  assert.deepEqual(parts.slice(0, 5), ['due', 'news', 'planned', 'in-progress', 'done'])
  assert.match(desk, /&lt;b&gt;/)
  assert.match(desk, /2 notes/)
  assert.match(desk, /<a href="\/desk"[^>]*data-key="w"[^>]*aria-current="page"/)
  const mine = await page('/desk?mine=1')
  assert.ok(!/The bridge/.test(mine) && mine.includes(one))
})

test('forms change the desk and lead back; what is incomplete or too long is refused', async () => {
  const { post, page, changes } = site()
  const changed = await post(one, { state: 'done', assignee: '', due: '2026-03-20' })
  assert.deepEqual([changed.status, changed.headers.get('location')], [303, `${one}?said=saved`])
  assert.match(await page(`${one}?said=saved`), /role="status">Saved/)
  assert.deepEqual(changes, [
    ['changeDeskStory', { story: story.id, state: 'done', assignee: null, due: '2026-03-20' }],
  ])
  assert.equal((await post('/desk', { story: story.id })).headers.get('location'), one)
  assert.equal((await post(`${one}/notes/remove`, { note: 'note-1' })).headers.get('location'), `${one}#notes`)
  assert.equal((await post(`${one}/remove`, {})).headers.get('location'), '/desk')
  const before = changes.length
  for (const [path, fields] of [
    [one, { state: 'lost', assignee: '', due: '' }],
    [one, { state: 'done', assignee: '', due: '20 August' }],
    [one, { ...unchanged, body: 'x'.repeat(2001) }],
    [one, { ...unchanged, body: 'x', writer: 'somebody-else' }],
    ['/desk', {}],
  ] as const)
    assert.equal((await post(path, fields)).status, 400, `${path} ${JSON.stringify(fields)}`)
  assert.equal(changes.length, before)
})

test('a note is saved with what else was filled in, and only what was changed here is changed', async () => {
  const { post, page, changes } = site()
  const noted = await post(one, { ...unchanged, due: '2026-03-20', body: ' a\r\nb ' })
  assert.equal(noted.headers.get('location'), `${one}#notes`)
  assert.deepEqual(changes, [
    ['changeDeskStory', { story: story.id, due: '2026-03-20' }],
    ['addDeskNote', { story: story.id, body: 'a\nb' }],
  ])
  const shown = await page(one)
  for (const name of ['had-state', 'had-assignee', 'had-due']) assert.match(shown, new RegExp(`name="${name}"`))
  const [, form = ''] = shown.match(/<form method="post" action="\/desk\/[^"]+" id="([^"]+)"/) ?? []
  assert.match(shown, new RegExp(`<textarea [^>]*name="body"[^>]* form="${form}"`))
  assert.match(shown, new RegExp(`<button class="btn" form="${form}"`))
})

test('a story leads to the desk, or is put there from its menu', async () => {
  const editor = site()
  const menu = await editor.page(`/stories/${story.id}`)
  assert.match(menu, /<form method="post" action="\/desk"(?:.|\n)*?Put on the desk/)
  assert.doesNotMatch(await site('reader').page(`/stories/${story.id}`), /Put on the desk/)
})

test('readers see the desk without forms, and guests have no link to it', async () => {
  const editor = site()
  assert.match(await editor.page(one), /<form method="post" action="\/desk\/[^"]+"/)
  const { page } = site('reader')
  const seen = await page(one)
  assert.match(seen, /Ask the depot\./)
  assert.doesNotMatch(seen, /action="\/desk/)
  assert.match(seen, /href="\/desk"/)
  assert.doesNotMatch(await site('guest').page('/'), /href="\/desk"/)
})

test('an empty desk says how to begin; with one account alone, that takes another', () => {
  const empty = (more: object) => deskPage({ stories: [] }, false, { ...exampleReader('en'), ...more })
  assert.match(empty({ hasDesk: true }), /Put on the desk/)
  const alone = empty({ hasDesk: false })
  assert.doesNotMatch(alone, /Put on the desk/)
  assert.match(alone, /a second account[\s\S]*<a [^>]*href="\/server\/people"/)
  assert.doesNotMatch(empty({ hasDesk: false, isOwner: false }), /main[\s\S]*href="\/server\/people"/)
})

test('a note on a story that was taken off the desk meanwhile is not lost', async () => {
  const { post } = site()
  const answer = await post('/desk/nowhere', { ...unchanged, body: 'Ask the <depot>.' })
  assert.equal(answer.status, 400)
  assert.match(await answer.text(), /<textarea[^>]*>Ask the &lt;depot&gt;\.<\/textarea>/)
})

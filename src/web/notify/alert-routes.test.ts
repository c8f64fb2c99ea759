import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailToken } from '../../../test/examples/alerts.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

function site() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now, baseUrl: 'https://news.example' })
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  return { web, post, changes: example.changes }
}

test('quiet hours are kept as minutes, and a time that is none is refused', async () => {
  const { post, changes } = site()
  const saved = await post('/settings/alerts', { all: '1', from: '22:00', until: '07:15', 'per-hour': '5' })
  assert.equal(saved.status, 303)
  assert.equal(saved.headers.get('location'), '/settings/alerts?said=saved')
  assert.deepEqual(changes, [['setAlertSettings', { isAllOn: true, perHour: 5, quiet: { from: 1320, until: 435 } }]])
  for (const wrong of [{ from: '25:00' }, { until: 'soon' }, { 'per-hour': 'x' }])
    assert.equal((await post('/settings/alerts', { from: '', until: '', 'per-hour': '5', ...wrong })).status, 400)
  await post('/settings/alerts', { all: '0', from: '', until: '', 'per-hour': '5' })
  assert.deepEqual(changes.at(-1), ['setAlertSettings', { isAllOn: false, perHour: 5 }])
})

test('a single thing is switched where it stands, and the reader comes back there and nowhere else', async () => {
  const { post, changes } = site()
  const fields = { kind: 'entity', target: 'person:anna-berg', choice: 'on' }
  const chosen = await post('/alerts/choose', { ...fields, back: '/following?muted=show' })
  assert.equal(chosen.headers.get('location'), '/following?muted=show')
  assert.deepEqual(changes, [['chooseAlert', fields]])
  const away = await post('/alerts/choose', { search: 'search-1', choice: 'off', back: 'https://evil.example/' })
  assert.equal(away.headers.get('location'), '/settings/alerts#follows')
  assert.equal((await post('/alerts/choose', { ...fields, choice: 'maybe' })).status, 400)
  assert.equal((await post('/alerts/choose', { ...fields, kind: 'word' })).status, 400)
})

test('what cannot be added or sent says why, in words, and escaped', async () => {
  const { post, web } = site()
  const refused = await post('/settings/alerts/channels', { kind: 'webhook', url: 'ftp://a.example' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /It must begin with https/)
  const failed = await post('/settings/alerts/channels/channel-3/test', {})
  assert.equal(failed.status, 502)
  assert.match(await failed.text(), /The receiver &lt;answered&gt; 500/)
  assert.equal(
    (await post('/settings/alerts/channels/channel-1/test', {})).headers.get('location'),
    '/settings/alerts?said=tested',
  )
  assert.equal((await post('/settings/alerts/channels', { kind: 'pigeon' })).status, 400)
  assert.match(await (await web.request('/settings/alerts?said=tested')).text(), /Test sent/)
  assert.doesNotMatch(await (await web.request('/settings/alerts?said=<b>')).text(), /class="notice"/)
})

test('a feed opens without a cookie by its address alone, as Atom and as JSON Feed', async () => {
  const { web } = site()
  const token = 'y'.repeat(43)
  const atom = await web.request(`/alerts/feed/${token}.atom`)
  assert.equal(atom.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
  assert.match(atom.headers.get('cache-control') ?? '', /private/)
  const text = await atom.text()
  assert.equal(text.split('<entry>').length - 1, 4)
  assert.match(text, /https:\/\/news\.example\/stories\/story-1\?alert=/)
  const json = await web.request(`/alerts/feed/${token}.json`)
  const feed = (await json.json()) as { readonly version: string; readonly items: readonly { readonly id: string }[] }
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1')
  assert.equal(new Set(feed.items.map(({ id }) => id)).size, 4)
  for (const path of [`/alerts/feed/${'n'.repeat(43)}.atom`, '/alerts/feed/short.atom', `/alerts/feed/${token}`])
    assert.equal((await web.request(path)).status, 404)
})

test('one click of a mail program ends the mails; another site’s page does not', async () => {
  const { post } = site()
  const oneClick = await post(`/alerts/stop/${mailToken}`, { 'List-Unsubscribe': 'One-Click' })
  assert.equal(oneClick.status, 200)
  assert.match(await oneClick.text(), /Alert emails are off/)
  assert.equal((await post('/alerts/stop/other', {})).status, 404)
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  assert.equal((await post(`/alerts/stop/${mailToken}`, {}, foreign)).status, 403)
})

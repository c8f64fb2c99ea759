import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noFeedsYet } from '../../../test/examples/instance.ts'
import { all, parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { idle } from '../../../test/examples/progress.ts'
import { noFeeds, now } from '../../../test/examples/views.ts'

function served(feedCount = 12, progress = idle, unreadCount = 0) {
  const example = exampleOperations()
  const app = {
    ...example.app,
    get_progress: async () => progress,
    list_entries: async () => ({ ...noFeeds, unreadCount }),
    list_packs: async () => ({ ...(await example.app.list_packs()), feedCount }),
  }
  const web = exampleWeb(app, { version: '0', now: () => now })
  const get = async (path: string) => parseMarkup(await (await web.request(path)).text())
  const post = (path: string, body: URLSearchParams | FormData) => web.request(path, { method: 'POST', body })
  return { ...example, get, post }
}

const file = (text: string, more: Record<string, string> = {}) => {
  const form = new FormData()
  form.set('file', new File([text], 'feeds.opml'))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

describe('the first sources', () => {
  it('lead to where the stories appear; later ones back to the form', async () => {
    const add = (feedCount: number) => served(feedCount).post('/packs', new URLSearchParams({ pack: 'p' }))
    assert.equal((await add(16)).headers.get('location'), '/start')
    assert.equal((await add(40)).headers.get('location'), '/add?added=16&existing=0')
  })

  it('say so where none was ticked', async () => {
    const answer = await served().post('/packs', new URLSearchParams())
    assert.equal(answer.status, 422)
    const page = parseMarkup(await answer.text())
    assert.match(textOf(page.querySelector('[role=alert]')), /Nothing was chosen\. Choose at least one\./)
    assert.ok(all(page, 'input[name=pack]').length > 0)
  })

  it('are offered on the first page, a list in the reader’s language ticked already', async () => {
    const page = await served().get('/days/2026-01-01')
    assert.equal(all(page, 'input[name=pack][checked]').length, 1)
    assert.deepEqual(values(page, 'main form', 'action'), ['/packs', '/feeds', '/opml'])
    assert.match(textOf(page.querySelector('.demo code')), /^TWOSOURCE_PORT=\d+ npm run demo$/)
  })
})

describe('the page of first stories', () => {
  it('looks again by itself only while there is work, and ends with how many are ready', async () => {
    const busy = await served(3, { ...idle, isBusy: true }).get('/start')
    assert.ok(busy.querySelector('await-work[data-busy] live-progress'))
    assert.ok(busy.querySelector('a[href="/start"]'), 'a way to look again without script')
    const ready = await served().get('/start')
    assert.equal(ready.querySelector('[data-busy]'), null)
    assert.match(textOf(ready.querySelector('[role=status] h1')), /^\d+ stor\w+ ready/)
    assert.ok(all(ready, '#first-stories a[href^="/stories/"]').length > 0)
  })

  it('says what is there to read when articles made no story, and never that nothing came', async () => {
    const quiet = { ...idle, stories: { ...idle.stories, done: 0 } }
    const page = await served(12, quiet, 1_230).get('/start')
    assert.match(textOf(page.querySelector('[role=status]')), /No stories yet\s*Your feeds have 1,230 articles to read/)
    assert.ok(all(page, '[role=status] a[href="/feeds"]').length > 0)
    assert.doesNotMatch(textOf(page.querySelector('main')), /Nothing arrived|returned no articles/)
    const nothing = await served(12, quiet, 0).get('/start')
    assert.match(textOf(nothing.querySelector('[role=status]')), /Nothing arrived yet/)
  })

  it('begins at the beginning when there are no sources', async () => {
    const page = await served(0, noFeedsYet).get('/start')
    assert.equal(textOf(page.querySelector('h1')), 'No sources yet')
    assert.equal(page.querySelector('.steps [aria-current]') === null, false)
  })
})

describe('a file of subscriptions', () => {
  const opml = '<opml><body><outline text="a &lt;b&gt;" xmlUrl="https://a.example/"/></body></opml>'

  it('is looked into before anything is added, and taken in as it was, without the folders left out', async () => {
    const { post, changes } = served()
    const page = parseMarkup(await (await post('/opml', file(opml, { look: '1' }))).text())
    assert.deepEqual(changes, [])
    assert.match(textOf(page.querySelector('#preview')), /In the file: 3 feeds.*Region 2 feeds · 1 already added/s)
    // The parser of the tests leaves the entities of a text area as they are; browsers do not.
    const written = page.querySelector('#preview textarea')!.textContent
    const text = written
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    assert.equal(text, opml)
    await post('/opml', new URLSearchParams({ file: text, isChosen: '1', folder: 'Region' }))
    assert.deepEqual(changes, [['importOpml', { text: opml, folders: ['Region'] }]])
  })

  it('is taken in whole when nobody looks', async () => {
    const { post, changes } = served()
    await post('/opml', file(opml))
    assert.deepEqual(changes, [['importOpml', { text: opml, name: 'feeds.opml' }]])
  })

  it('that is none says so, and what to do', async () => {
    const { post } = served()
    const answer = await post('/opml', file('a,b', { look: '1' }))
    assert.equal(answer.status, 422)
    const alert = parseMarkup(await answer.text()).querySelector('[role=alert]')
    assert.match(textOf(alert), /isn’t a list of subscriptions.*choose Export and then OPML/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, nameOf, parseErrors, parseMarkup, textOf, values } from '../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { addArticle } from '../operations/articles/add-article.ts'
import { reportText } from '../operations/articles/report-problem.ts'
import { appealDecision, reportComment } from '../operations/discussion/list-comments.ts'
import { moderateComment } from '../operations/discussion/moderate.ts'
import { addFeed } from '../operations/feeds/add-feed.ts'
import { importOpmlFrom } from '../operations/feeds/import-opml.ts'
import { addNewsletterAddress } from '../operations/feeds/newsletter-addresses.ts'
import { suggestPageFeed } from '../operations/feeds/page-feeds.ts'
import { follow } from '../operations/library/follow.ts'
import { mute } from '../operations/library/mute.ts'
import { saveNote } from '../operations/library/save-note.ts'
import { renameTag } from '../operations/library/tags.ts'
import { addAlertChannel } from '../operations/notify/alert-channels.ts'
import { renameSearch, saveSearch } from '../operations/search/saved-searches.ts'
import { fieldsOf } from './form-fields.ts'

const origin = 'http://127.0.0.1:7180'

function served() {
  const { app, changes } = exampleOperations()
  const web = exampleWeb(app, { version: '0.1.0' })
  const post = (path: string, body: URLSearchParams | FormData, more: Record<string, string> = {}) =>
    web.request(`${origin}${path}`, { method: 'POST', body, headers: { origin, ...more } })
  return { post, changes }
}

/** Forms sent without the browser's own validation: path, fields, and the field that should be named. */
const sent = [
  ['/feeds', { url: ' ', folder: 'Local news' }, 'url', { folder: 'Local news' }],
  ['/follow', { kind: 'search', target: '', back: '/following' }, 'target', { kind: 'search', back: '/following' }],
  ['/mute', { kind: 'word', target: '', period: 'week' }, 'target', { period: 'week' }],
  ['/tags', { kind: 'article', target: 'article-1', names: ' , ' }, 'names', { target: 'article-1' }],
  ['/tags/rename', { name: 'old', to: '' }, 'to', { name: 'old' }],
  ['/searches/search-1/rename', { name: ' ', back: '/search' }, 'name', { back: '/search' }],
  ['/newsletters', { name: '', folder: 'Post' }, 'name', { folder: 'Post' }],
  ['/settings/import/list', { url: '' }, 'url', {}],
  ['/articles', { url: '', title: 'A title', names: 'one, two' }, 'url', { title: 'A title', names: 'one, two' }],
  ['/history/clear', { all: '1' }, 'sure', { all: '1' }],
  ['/comments/appeal', { id: 'comment-1', words: '' }, 'words', { id: 'comment-1' }],
  ['/feeds/remove', { feed: 'feed-1' }, 'sure', { feed: 'feed-1' }],
] as const

/** Fields of forms, and the operation that uses them, with its other input. */
const limits = [
  ['/feeds', 'url', addFeed, {}],
  ['/feeds', 'folder', addFeed, { url: 'x' }],
  ['/settings/import/list', 'url', importOpmlFrom, {}],
  ['/articles', 'url', addArticle, {}],
  ['/settings/alerts/channels', 'url', addAlertChannel, { kind: 'webhook' }],
  ['/follow', 'target', follow, { kind: 'search' }],
  ['/mute', 'target', mute, { kind: 'word' }],
  ['/searches', 'query', saveSearch, {}],
  ['/searches', 'name', saveSearch, { query: 'x' }],
  ['/searches/x/rename', 'name', renameSearch, { id: 'x' }],
  ['/tags/rename', 'to', renameTag, { name: 'x' }],
  ['/newsletters', 'name', addNewsletterAddress, {}],
  ['/newsletters', 'folder', addNewsletterAddress, { name: 'x' }],
  ['/feeds/page', 'url', suggestPageFeed, {}],
  ['/notes', 'body', saveNote, { id: 'x' }],
  ['/comments/appeal', 'words', appealDecision, { id: 'x' }],
  ['/comments/report', 'words', reportComment, { id: 'x', reason: 'spam' }],
  ['/moderation/decide', 'reason', moderateComment, { id: 'x', decision: 'hide' }],
  ['/articles/x/text', 'words', reportText, { id: 'x', wrong: 'other' }],
] as const

describe('a form that cannot be carried out', () => {
  for (const [path, fields, wrong, kept] of sent)
    it(`comes back from ${path} with what was written, and names the field`, async () => {
      const { post, changes } = served()
      const answer = await post(path, new URLSearchParams(fields as Record<string, string>))
      assert.equal(answer.status, 400)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      const markup = await answer.text()
      assert.deepEqual(parseErrors(markup), [])
      const page = parseMarkup(markup)
      const [form] = all(page, `main form[action="${path}"]`)
      assert.ok(form, 'the form stands there again')
      const [field, ...others] = all(form, '[aria-invalid="true"]')
      assert.deepEqual(others, [])
      assert.equal(field?.getAttribute('name'), wrong)
      assert.notEqual(nameOf(field!, page), '')
      const note = all(page, `[id="${field!.getAttribute('aria-describedby')}"]`)[0]
      assert.notEqual(textOf(note!), '')
      for (const [name, value] of Object.entries(kept))
        assert.equal(all(form, `[name="${name}"]`)[0]?.getAttribute('value'), value, name)
      assert.deepEqual(changes, [])
    })

  it('says at its head whether something is missing, or cannot be used', async () => {
    const { post } = served()
    const head = async (url: string, folder = '') => {
      const answer = await post('/feeds', new URLSearchParams({ url, folder }))
      return textOf(all(parseMarkup(await answer.text()), 'main h1')[0] ?? null)
    }
    assert.equal(await head(' '), 'Something is missing')
    assert.equal(await head('', 'n'.repeat(201)), 'Something isn’t right')
  })

  it('says of each field what is wrong with it', async () => {
    const { post } = served()
    const body = new URLSearchParams({ url: '', folder: 'n'.repeat(201) })
    const page = parseMarkup(await (await post('/feeds', body)).text())
    assert.deepEqual(values(page, '[aria-invalid="true"]', 'name'), ['url', 'folder'])
    assert.match(textOf(page.querySelector('main')), /This field is required.*Up to 200 characters/)
  })

  it('allows as many letters as the operation takes that the form is for', () => {
    for (const [path, field, { input }, others] of limits) {
      const form = new Map(Object.entries(others).map(([name, value]) => [name, [value]]))
      const { most } = fieldsOf(path, form)!.find(({ name }) => name === field)!
      const isTaken = (letters: number) => input.safeParse({ ...others, [field]: 'x'.repeat(letters) }).success
      assert.deepEqual([isTaken(most), isTaken(most + 1)], [true, false], `${path} ${field}`)
    }
  })

  it('asks for a file again, and carries no markup of theirs', async () => {
    const { post } = served()
    const body = new FormData()
    body.set('file', new File([], ''))
    body.set('look', '"><script>alert(1)</script>')
    const markup = await (await post('/opml', body)).text()
    assert.ok(!markup.includes('<script>alert'))
    const [form] = all(parseMarkup(markup), 'main form[action="/opml"]')
    assert.equal(form?.getAttribute('enctype'), 'multipart/form-data')
  })

  it('leads back to the page it came from, and nowhere else', async () => {
    const { post } = served()
    const body = () => new URLSearchParams({ url: '' })
    const home = async (referer: string) =>
      values(parseMarkup(await (await post('/feeds', body(), { referer })).text()), 'main .actions a', 'href')
    assert.deepEqual(await home(`${origin}/add?x=1`), ['/add?x=1'])
    assert.deepEqual(await home('http://127.0.0.1:7180//evil.example/'), ['/'])
  })

  it('stays as it was where nobody fills in a field', async () => {
    const { post } = served()
    const answer = await post('/unmute', new URLSearchParams())
    assert.equal(answer.status, 400)
    assert.doesNotMatch(await answer.text(), /aria-invalid/)
    assert.equal((await post('/settings/alerts/channels', new URLSearchParams({ kind: 'nonsense' }))).status, 400)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Context } from 'hono'
import { all, parseMarkup, textOf } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

const placeOfNote = '/notes/new?article=article-wire&start=0&end=10'

function served() {
  const { app, changes } = exampleOperations()
  const web = exampleWeb(app, { version: '0.1.0', now: () => now })
  const get = async (path: string) => web.request(path)
  const post = (path: string, fields: Readonly<Record<string, string>>, headers = {}) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  return { get, post, changes, app }
}

describe('the pages of the discussion', () => {
  it('show comments with nothing of theirs as markup, and links that pass nothing on', async () => {
    const { get } = served()
    const markup = await (await get('/stories/story-1/discussion')).text()
    assert.ok(markup.includes('&lt;script&gt;alert(1)&lt;/script&gt;'))
    const page = parseMarkup(markup)
    assert.equal(all(page, '.comment').length, 5)
    const link = page.querySelector('.said-here a[rel]')
    assert.equal(link?.getAttribute('rel'), 'nofollow ugc noreferrer')
    assert.match(textOf(page.querySelector('.said-here')), /\(site\.example\)/)
    assert.ok(all(page, '.said-here a.cite').length > 0, 'a quotation leads to its place')
    assert.match(textOf(page.querySelector('.said-here .bad')), /Not found in the article/)
  })

  it('have the tabs of their story; of an article they name it', async () => {
    const { get } = served()
    const ofStory = parseMarkup(await (await get('/stories/story-1/discussion')).text())
    assert.deepEqual(
      [...all(ofStory, 'main .tabs a')].map((tab) => tab.getAttribute('href')),
      ['', '/quotes', '/timeline', '/coverage', '/discussion'].map((rest) => `/stories/story-1${rest}`),
    )
    assert.match(textOf(ofStory.querySelector('main .tabs [aria-current]')), /^Discussion \d+$/)
    const ofArticle = parseMarkup(await (await get('/articles/article-wire/discussion')).text())
    assert.equal(ofArticle.querySelector('main .tabs'), null)
    assert.ok(ofArticle.querySelector('.pagehead a[href="/articles/article-wire"]'))
  })

  it('say in whole sentences what awaits review', async () => {
    const page = parseMarkup(await (await served().get('/stories/story-1/discussion')).text())
    assert.equal(
      textOf(page.querySelector('.in-state')),
      'Pending review: first comment of a new reader; many links. Only you can see it.',
    )
  })

  it('are there by the address of a story that went into another', async () => {
    const answer = await served().get('/stories/story-merged/discussion')
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/stories/story-1/discussion'])
  })

  it('are not there for what is not', async () => {
    const { get, post } = served()
    for (const path of [
      '/stories/nowhere/discussion',
      '/articles/nowhere/discussion.atom',
      '/comments/none',
      '/comments/none/edit',
      '/comments/new',
    ])
      assert.equal((await get(path)).status, 404, path)
    assert.equal((await post('/comments', { kind: 'story', on: 'nowhere', body: 'x' })).status, 404)
    for (const path of [
      '/comments',
      '/comments/report',
      '/comments/delete',
      '/moderation/decide',
      '/moderation/lock',
      '/moderation/block',
      '/admin/discussion',
    ])
      assert.equal((await post(path, {})).status, 400, path)
  })

  it('take no words in the name of who signed in after them in another window, and lose none', async () => {
    const { app, changes } = exampleOperations()
    const identify = async ({ req }: Context) => ({ id: req.header('x-reader')!, name: 'R', role: 'reader' as const })
    const web = exampleWeb(app, { version: '0.1.0', now: () => now, identify })
    for (const [path, action, fields] of [
      ['/comments/new?story=story-1', '/comments', { kind: 'story', on: 'story-1' }],
      [placeOfNote, '/notes', { article: 'article-wire', span: '0-10' }],
    ] as const) {
      const form = parseMarkup(await (await web.request(path, { headers: { 'x-reader': 'ann' } })).text())
      const writer = form.querySelector(`form[action="${action}"] [name=writer]`)?.getAttribute('value') ?? ''
      const body = new URLSearchParams({ ...fields, writer, body: 'Words of Ann.' })
      const answer = await web.request(action, { method: 'POST', body, headers: { 'x-reader': 'bob' } })
      assert.equal(answer.status, 422, action)
      const page = parseMarkup(await answer.text())
      assert.match(textOf(page.querySelector('[role=alert]')), /Someone else is signed in now/)
      assert.equal(textOf(page.querySelector('textarea[name=body]')), 'Words of Ann.')
      assert.deepEqual(changes, [])
    }
  })

  it('take what is written, and lose nothing of what they refuse', async () => {
    const { post, changes } = served()
    const done = await post('/comments', {
      kind: 'article',
      on: 'article-wire',
      revision: 'doc-wire',
      span: '141-200',
      body: 'So?',
    })
    assert.deepEqual([done.status, done.headers.get('location')], [303, '/comments/comment-1#c-comment-1'])
    assert.deepEqual(changes.at(-1), [
      'writeComment',
      { kind: 'article', id: 'article-wire', sentence: { documentId: 'doc-wire', start: 141, end: 200 }, body: 'So?' },
    ])
    const held = await post('/comments', { answers: 'comment-1', body: 'casino' })
    assert.equal(held.headers.get('location'), '/comments/comment-1?said=held')
    const refused = await post('/comments', { kind: 'story', on: 'story-1', body: '' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Write something first/)
    assert.equal(
      (await post('/comments', { answers: 'comment-1', body: 'x' }, { origin: 'https://evil.example' })).status,
      403,
    )
  })

  it('moderate with a reason', async () => {
    const { post, changes } = served()
    assert.equal(
      (await post('/moderation/decide', { id: 'comment-6', decision: 'remove', reason: 'Spam' })).status,
      303,
    )
    assert.deepEqual(changes.at(-1), ['moderateComment', { id: 'comment-6', decision: 'remove', reason: 'Spam' }])
    await post('/moderation/lock', { kind: 'story', on: 'story-1', locked: '1', reason: '' })
    assert.deepEqual(changes.at(-1), ['lockDiscussion', { kind: 'story', id: 'story-1', isLocked: true, reason: '' }])
    await post('/admin/discussion', { chosen: 'off' })
    assert.deepEqual(changes.at(-1), ['setDiscussionSwitch', { chosen: 'off' }])
  })

  it('hand out files and feeds', async () => {
    const { get } = served()
    assert.match(
      (await get('/stories/story-1/discussion/export/jsonl')).headers.get('content-disposition') ?? '',
      /jsonl/,
    )
    const feed = await get('/stories/story-1/discussion.atom')
    assert.match(feed.headers.get('content-type') ?? '', /atom\+xml/)
    const text = await feed.text()
    assert.ok(!text.includes('<script>') && !text.includes('<b>'))
    assert.equal(text.match(/<entry\b/g)?.length, 2)
  })

  it('are told of on no page where the instance does not discuss', async () => {
    const { app } = exampleOperations()
    const web = exampleWeb({ ...app, has_discussion: async () => false }, { version: '0.1.0', now: () => now })
    assert.ok(!(await (await web.request('/feeds')).text()).includes('"/discussion"'))
    assert.ok((await (await served().get('/feeds')).text()).includes('"/discussion"'))
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newsOf } from '../../test/examples/live.ts'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'

async function listening(path: string, headers: Record<string, string> = {}) {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0', now: () => now, live: example.live })
  const answer = await web.request(path, { headers })
  const events = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => {
    const { value = '' } = await events.read()
    return JSON.parse(/^data: (.*)$/m.exec(value)?.[1] ?? '""')
  }
  return { ...example, answer, next, leave: () => events.cancel() }
}

describe('the stream of news', () => {
  it('says from where it counts, then how many stories of the day are new under the filters', async () => {
    const path = '/news/events?day=2026-03-17&section=Region&language=en'
    const { answer, next, announceNews, newsListeners, leave } = await listening(path)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/)
    assert.equal(answer.headers.get('etag'), null)
    assert.deepEqual(await next(), { after: 'story-9', text: '' })
    assert.deepEqual(newsListeners(), [{ after: 'story-9' }])
    announceNews(newsOf(3))
    assert.deepEqual(await next(), { after: 'story-9', text: '3 new stories' })
    await leave()
  })

  it('goes on counting from where a page that comes back began, in its language', async () => {
    const { next, announceNews, leave } = await listening('/news/events?day=2026-03-17&after=story-90', {
      'accept-language': 'ar',
    })
    assert.deepEqual(await next(), { after: 'story-90', text: '' })
    announceNews(newsOf(3))
    assert.deepEqual(await next(), { after: 'story-90', text: 'قصتان جديدتان' })
    await leave()
  })

  it('counts no story of another day, section or source', async () => {
    for (const filter of ['day=2026-03-18', 'section=World', 'language=ar', 'source=source-1']) {
      const { next, announceNews, leave } = await listening(`/news/events?${filter}`)
      assert.equal((await next()).text, '')
      announceNews(newsOf(3))
      const answer = await Promise.race([next(), new Promise((resolve) => setTimeout(resolve, 60, 'silent'))])
      assert.equal(answer, 'silent', filter)
      await leave()
    }
  })

  it('says that a story has changed since the page was made', async () => {
    const { next, announceNews, newsListeners, leave } = await listening(
      '/news/events?story=story-1&changed=2026-03-17T09:54:00Z',
    )
    assert.deepEqual(newsListeners(), [{ story: 'story-1' }])
    announceNews(newsOf(0, '2026-03-17T09:54:00.000Z'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    announceNews(newsOf(0, '2026-03-17T10:00:00.000Z'))
    assert.deepEqual(await next(), { text: 'This story has changed' })
    await leave()
  })
})

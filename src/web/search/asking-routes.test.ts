import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../../../test/examples/answers.ts'
import { parseMarkup, texts, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

function served() {
  const { app, changes } = exampleOperations()
  const asked: unknown[] = []
  const ask: Required<Answers>['ask'] = (input) => {
    asked.push(input)
    return app.ask(input)
  }
  const web = exampleWeb({ ...app, ask }, { version: '0.1.0', now: () => now })
  const get = async (path: string) => parseMarkup(await (await web.request(path)).text())
  const post = (path: string, fields: [string, string][]) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { web, get, post, asked, changes }
}

describe('asking over HTTP', () => {
  it('asks what the address says, of what it says', async () => {
    const { get, asked } = served()
    const page = await get('/ask?q=and+when%3F&story=story-1&from=2026-03-16&follows=a&follows=b')
    assert.deepEqual(asked, [
      {
        question: 'and when?',
        timeZone: 'UTC',
        storyId: 'story-1',
        from: '2026-03-16T00:00:00.000Z',
        follows: 'a\nb',
        judge: 'start',
      },
    ])
    assert.deepEqual(texts(page, 'h1'), ['and when?'])
    assert.match(texts(page, 'title')[0] ?? '', /^and when\? · Ask/)
  })

  it('shows the form where nothing is asked, with questions made of what would be', async () => {
    const { get, asked } = served()
    assert.ok(texts(await get('/ask?story=story-1'), '#examples a').includes('What did Tomas Reyd say?'))
    const ofPerson = await get('/ask?entity=person%3Atomas-reyd')
    assert.deepEqual(values(ofPerson, '[name=entity]', 'value'), ['person:tomas-reyd'])
    assert.deepEqual(asked, [])
    const ofNews = texts(await get('/ask'), '#examples a').map((question) => question.split(' ').slice(0, 2).join(' '))
    assert.deepEqual([...new Set(ofNews)], ['What did', 'How many', 'Who is'])
    assert.ok(asked.length >= 3, 'each is asked first, so that none is offered that has no answer')
  })

  it('asks in a folder that is chosen, and offers the others', async () => {
    const { get, asked } = served()
    assert.deepEqual(values(await get('/ask'), '[name=folder] [selected]', 'value'), [])
    asked.length = 0
    const page = await get('/ask?q=what&folder=News%2FLocal')
    assert.deepEqual(asked, [{ question: 'what', timeZone: 'UTC', folder: 'News/Local', judge: 'start' }])
    assert.deepEqual(texts(page, '[name=folder] [selected]'), ['News/Local'])
    assert.deepEqual(texts(page, '[name=folder] option'), ['All articles', 'News', 'News/Local'])
    assert.match(texts(page, '.ask-change summary')[0] ?? '', /News\/Local/)
  })

  it('finds nothing where there is no such story or person', async () => {
    const { web } = served()
    for (const path of ['/ask?story=none', '/ask?entity=none', '/ask?q=x&story=nowhere'])
      assert.equal((await web.request(path)).status, 404, path)
  })

  it('lets the model write and stop by forms that come back to the question', async () => {
    const { post, changes } = served()
    const fields: [string, string][] = [
      ['q', 'and when?'],
      ['story', 'story-1'],
      ['follows', 'a'],
    ]
    const answer = await post('/ask/write', fields)
    assert.deepEqual(
      [answer.status, answer.headers.get('location')],
      [303, '/ask?q=and+when%3F&story=story-1&follows=a#written'],
    )
    assert.equal((await post('/ask/cancel', [...fields, ['key', 'k']])).status, 303)
    assert.equal((await post('/ask/write', [])).status, 400)
    assert.deepEqual(changes, [
      ['writeAnswer', { question: 'and when?', timeZone: 'UTC', storyId: 'story-1', follows: 'a' }],
      ['cancelAnswer', { key: 'k' }],
    ])
  })

  it('is reached from a story, a person, a day and a search, each with its scope', async () => {
    const { get } = served()
    const fields = async (path: string) =>
      values(await get(path), 'main form[action="/ask"] input[type=hidden]', 'value')
    assert.deepEqual(await fields('/stories/story-1'), ['story-1'])
    assert.deepEqual(await fields('/people/person%3Atomas-reyd'), ['person:tomas-reyd'])
    assert.deepEqual(await fields('/days/2026-01-04'), ['2026-03-17', '2026-03-17'])
    const links = async (path: string) => values(await get(path), 'main a[href^="/ask?"]', 'href')
    assert.deepEqual(await links('/search?q=ferry+%22night+watch%22+-strike'), ['/ask?q=ferry+night+watch'])
    assert.deepEqual(await links('/search?q=nothing'), ['/ask?q=nothing+at+all'])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { highlight } from '../../../test/examples/tags.ts'

const origin = 'http://127.0.0.1:7180'

function served() {
  const { app, changes } = exampleOperations()
  const web = exampleWeb(app, { version: '0.1.0' })
  const post = (path: string, fields: Record<string, string>) =>
    web.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
  /** Presses the undo button of an answer. */
  async function undo(answer: Response, action: string, field: string) {
    const done = new URL(answer.headers.get('location') ?? '', origin).searchParams.get('done') ?? ''
    return post(action, { [field]: done.slice(done.indexOf('.') + 1), back: '/saved' })
  }
  return { changes, post, undo, web }
}

const story = { kind: 'story', target: 'story-1' }

describe('tags', () => {
  it('are put on several at once, with commas of any script', async () => {
    const { changes, post } = served()
    const answer = await post('/tags', { ...story, names: ' harbor , ميناء، ,', back: '/saved?kind=story' })
    assert.equal(answer.headers.get('location'), '/saved?kind=story')
    assert.deepEqual(changes, [['addTags', { ...story, names: ['harbor', 'ميناء'] }]])
  })

  it('can be taken back, each way', async () => {
    const { changes, post, undo } = served()
    await undo(await post('/tags', { ...story, names: 'harbor' }), '/tags/remove', 'mark')
    await undo(await post('/tags/remove', { ...story, name: 'har, bor' }), '/tags', 'mark')
    await undo(await post('/tags/rename', { name: 'harbor', to: 'port' }), '/tags/undo', 'undo')
    await undo(await post('/tags/drop', { name: 'harbor', sure: '1' }), '/tags/undo', 'undo')
    assert.deepEqual(changes, [
      ['addTags', { ...story, names: ['harbor'] }],
      ['removeTag', { ...story, name: 'harbor' }],
      ['removeTag', { ...story, name: 'har, bor' }],
      ['addTags', { ...story, names: ['har, bor'], at: '2025-08-19T14:00:00.000Z' }],
      ['renameTag', { name: 'harbor', to: 'port' }],
      ['undoTags', { undoId: 'undo-1' }],
      ['dropTag', { name: 'harbor' }],
      ['undoTags', { undoId: 'undo-1' }],
    ])
  })

  it('are refused where something is missing, and leave things as they are when sent twice', async () => {
    const { changes, post } = served()
    const nonsense = [
      await post('/tags', { ...story, names: ' ,' }),
      await post('/tags', { kind: 'house', target: 'x', names: 'x' }),
      await post('/tags', { ...story, target: 'nowhere', names: 'x' }),
      await post('/tags/drop', { name: 'harbor' }),
      await post('/tags/rename', { name: 'unknown', to: 'x' }),
      await post('/tags/undo', { undo: 'undo-2' }),
    ]
    for (const { status } of nonsense) assert.equal(status, 400)
    const again = await post('/tags/remove', { ...story, name: 'unknown', back: '/saved' })
    assert.deepEqual([again.status, again.headers.get('location')], [303, '/saved'])
    assert.deepEqual(changes, [])
  })
})

describe('highlights', () => {
  const place = { article: highlight.articleId, revision: highlight.documentId }

  it('are made with a button of the form for notes, given another color, and taken back', async () => {
    const { changes, post, undo } = served()
    const made = await post('/highlights', { ...place, span: '0-60', color: 'green', body: '' })
    assert.match(made.headers.get('location') ?? '', new RegExp(`^/articles/${highlight.articleId}\\?done=highlight`))
    await post('/highlights', { id: highlight.id, color: 'blue' })
    await undo(await post('/highlights/remove', { id: highlight.id }), '/highlights', 'mark')
    const { id, articleId, documentId, at } = highlight
    const span = { start: 0, end: 60 }
    assert.deepEqual(changes, [
      ['saveHighlight', { articleId, documentId, ...span, color: 'green' }],
      ['saveHighlight', { id, color: 'blue' }],
      ['removeHighlight', { id }],
      ['saveHighlight', { articleId, documentId, ...span, color: 'green', id, at }],
    ])
  })

  it('lose no note that was written beside the button', async () => {
    const { changes, post } = served()
    const made = await post('/highlights', { ...place, span: '0-60', color: 'green', body: 'What I think of it.\r\n' })
    assert.match(made.headers.get('location') ?? '', /done=highlight/)
    const { articleId, documentId } = highlight
    const words = { articleId, documentId, start: 0, end: 60 }
    assert.deepEqual(changes, [
      ['saveNote', { ...words, body: 'What I think of it.' }],
      ['saveHighlight', { ...words, color: 'green' }],
    ])
  })

  it('are refused where there is no such place', async () => {
    const { post } = served()
    for (const fields of [
      { ...place, span: '0-60' },
      { ...place, article: 'x', span: '0-60', color: 'green' },
      { color: 'green' },
    ])
      assert.equal((await post('/highlights', fields)).status, 400)
  })
})

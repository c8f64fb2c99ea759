import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { pathWithUndo, readUndo, undoActions } from './undo-actions.ts'

describe('donePath', () => {
  it('adds what was done to the page that is gone back to, and says only the latest', () => {
    assert.equal(pathWithUndo('/feeds?show=all#e', '/', 'read', 'entry 1'), '/feeds?show=all&done=read.entry+1#e')
    assert.equal(pathWithUndo('/feeds?done=read.a', '/', 'read', 'b'), '/feeds?done=read.b')
    assert.equal(pathWithUndo('//evil.example', '/feeds', 'read', 'b'), '/feeds?done=read.b')
  })
})

describe('readDone', () => {
  it('knows the kinds of the list alone', () => {
    assert.deepEqual(readUndo('read.entry.1'), { done: undoActions.read, value: 'entry.1' })
    for (const done of [undefined, '', 'read', '.x', 'none.x', 'constructor.x', '__proto__.x'])
      assert.equal(readUndo(done), undefined, done)
  })
})

describe('a page that a form came back to', () => {
  const web = exampleWeb(exampleOperations().app, { version: '0.1.0', now: () => now })
  const page = async (path: string) => (await web.request(path)).text()

  it('says what was done, with the form that takes it back, and not again after that', async () => {
    const markup = await page('/feeds?show=all&done=read.entry-1')
    assert.match(markup, /role="status"><p>Marked as read\.<\/p>/)
    assert.match(markup, /name="read" value="0"><input type="hidden" name="entry" value="entry-1">/)
    assert.doesNotMatch(markup, /name="back" value="[^"]*done/)
  })

  it('says nothing that the address made up', async () => {
    for (const done of ['evil.<b>', '', 'read'])
      assert.doesNotMatch(await page(`/feeds?done=${encodeURIComponent(done)}`), /role="status"/)
    assert.doesNotMatch(await page('/feeds?done=read.%22%3E%3Cb%3E'), /<b>"/)
  })
})

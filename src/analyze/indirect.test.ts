import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, told } from './test-document.ts'

/** What is reported without marks: content, speaker, cue. */
function reported(...paragraphs: string[]): (string | undefined)[][] {
  return told(documentOf(paragraphs))
    .filter(({ kind }) => kind === 'indirect')
    .map(({ words, by, cue }) => [words, by, cue])
}

describe('reported speech', () => {
  it('follows the cue, with or without that', () => {
    assert.deepEqual(reported('Jane Roe said the bridge was old.'), [['the bridge was old', 'Jane Roe', 'said']])
    assert.deepEqual(reported('Jane Roe argued that the bridge was old.'), [
      ['that the bridge was old', 'Jane Roe', 'argued'],
    ])
  })

  it('stands before the cue', () => {
    assert.deepEqual(reported('The bridge was old and unsafe, Jane Roe said.'), [
      ['The bridge was old and unsafe', 'Jane Roe', 'said'],
    ])
  })

  it('stands before or after according to', () => {
    assert.deepEqual(reported('The bridge was old, according to Jane Roe.'), [
      ['The bridge was old', 'Jane Roe', 'according to'],
    ])
    assert.deepEqual(reported('According to Jane Roe, the bridge was old.'), [
      ['the bridge was old', 'Jane Roe', 'According to'],
    ])
  })

  it('leaves out whom it was told to', () => {
    assert.deepEqual(reported('Jane Roe told the council that the bridge was old.'), [
      ['that the bridge was old', 'Jane Roe', 'told'],
    ])
  })

  it('ends where another report begins', () => {
    assert.deepEqual(reported('Jane Roe said the bridge was old, adding that it had to close.'), [
      ['the bridge was old', 'Jane Roe', 'said'],
      ['that it had to close', 'Jane Roe', 'adding'],
    ])
  })

  it('holds the words quoted within it', () => {
    assert.deepEqual(reported("Jane Roe said the bridge was 'too old' for cars."), [
      ["the bridge was 'too old' for cars", 'Jane Roe', 'said'],
    ])
  })

  it('is not told twice of words between marks', () => {
    assert.deepEqual(reported('“The bridge is old,” Jane Roe said.'), [])
    assert.deepEqual(reported("Jane Roe said: 'The bridge is old.'"), [])
    assert.deepEqual(reported("Jane Roe said 'the bridge is old'."), [])
  })

  it('is not what somebody did', () => {
    assert.deepEqual(reported('Jane Roe accepted the prize. She continued the work. He described the bridge.'), [])
  })

  it('may be a promise', () => {
    assert.deepEqual(reported('Jane Roe pledged to close the bridge.'), [
      ['to close the bridge', 'Jane Roe', 'pledged'],
    ])
  })

  it('is less sure with a weaker verb', () => {
    const sure = (text: string) => told(documentOf([text])).length
    assert.equal(sure('Jane Roe said the bridge was old.'), 1)
    assert.equal(sure('Jane Roe decided that the bridge was old.'), 1)
    assert.equal(sure('Jane Roe decided the bridge was old.'), 0)
  })
})

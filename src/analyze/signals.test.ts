import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from './annotate.ts'
import { documentOf } from './test-document.ts'

function signalsOf(...paragraphs: string[]) {
  const doc = documentOf(paragraphs)
  const words = (span?: { start: number; end: number }) => span && doc.text.slice(span.start, span.end)
  return (annotate(doc).signals?.items ?? []).map(({ kind, span, denier, denied }) => ({
    kind,
    cue: words(span),
    denier: words(denier?.span),
    denied: words(denied?.span),
    by: denied?.by?.entity?.name,
  }))
}

const kindIn = (text: string) => signalsOf(text)[0]?.kind

describe('signals', () => {
  it('hears a reporter say that accounts conflict', () => {
    for (const text of [
      'But the mayor appeared to share conflicting views on whether a bridge was needed.',
      'Officials gave contradictory accounts of the collapse.',
      'The letter contradicted her earlier statement.',
      'The mayor appeared to contradict the engineer.',
      'On Monday the minister backtracked.',
      'The report is at odds with what the mayor said.',
      'She reversed course on the tunnel.',
    ])
      assert.equal(kindIn(text), 'conflict', text)
  })

  it('hears a reporter say that somebody rejects what was told', () => {
    for (const text of [
      'In the capital, Holm rejected this notion.',
      'The company denied these allegations in a letter.',
      'Lindqvist dismissed the unfounded claims.',
      'A spokesman disputed that account.',
      'The ministry pushed back against those reports.',
    ])
      assert.equal(kindIn(text), 'rejection', text)
  })

  it('is deaf to what is not asserted', () => {
    for (const text of [
      'The mayor did not deny the allegations.',
      'Holm has never rejected this idea.',
      'The council may reject the claims.',
      'He was expected to deny these allegations.',
      'The minister refused to dismiss the reports.',
      'Did the mayor reject this claim?',
      'The claim was rejected by the court.',
      'The mayor neither confirmed nor denied the reports.',
    ])
      assert.equal(kindIn(text), undefined, text)
  })

  it('is deaf to a denial of something other than an account', () => {
    assert.equal(kindIn('The court rejected the appeal.'), undefined)
    assert.equal(kindIn('The council dismissed the architect.'), undefined)
    assert.equal(kindIn('There were no conflicting reports.'), undefined)
  })

  it('is deaf to a pronoun that may stand for anything', () => {
    assert.equal(kindIn('The mayor got the drafts and dismissed them, saying they were long.'), undefined)
  })

  it('is deaf inside somebody’s quoted words', () => {
    const text = 'Holm said: “The mayor rejected this notion.”'
    assert.equal(kindIn(text), undefined)
  })
})

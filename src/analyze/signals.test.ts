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

describe('denials', () => {
  const denial = (text: string) => {
    const [first, ...rest] = signalsOf(text).filter(({ kind }) => kind === 'denial')
    assert.deepEqual(rest, [], text)
    return first && [first.denier, first.denied]
  }

  it('say who says that what is not so', () => {
    for (const [text, denier, denied] of [
      ['The minister denied that he had met the banker.', 'The minister', 'he had met the banker'],
      ['The minister denies taking money from the builder.', 'The minister', 'taking money from the builder'],
      ['A spokeswoman for the bank, Lina Foss, denied any wrongdoing.', 'Lina Foss', 'any wrongdoing'],
      ['The company rejected claims that its mill had leaked.', 'The company', 'its mill had leaked'],
      ['Anna Lindqvist dismissed as nonsense a report that she would go.', 'Anna Lindqvist', 'she would go'],
      ['The company insisted it had not known of the leak.', 'The company', 'it had not known of the leak'],
      ['Velmar Steel disputes the findings.', 'Velmar Steel', 'the findings'],
      ['The embassy called the accusations baseless.', 'The embassy', 'the accusations'],
      ['The claim has been denied by the ministry.', 'the ministry', 'The claim'],
      ['Jonas Berg has pleaded not guilty to fraud.', 'Jonas Berg', 'fraud'],
    ] as const)
      assert.deepEqual(denial(text), [denier, denied], text)
  })

  it('are none where nothing is denied', () => {
    for (const text of [
      'The council denied the builder a permit.',
      'The minister did not deny that he had met the banker.',
      'There is no denying that prices are high.',
      'The minister dismissed the clerk in May.',
      'Officials neither confirmed nor denied that a deal was near.',
      'The suit was dismissed by the judge.',
    ])
      assert.equal(denial(text), undefined, text)
  })
})

describe('what is rejected', () => {
  it('is the statement before it, with who made it', () => {
    const [found] = signalsOf(
      'Jonas Berg said the bridge would sink. In the town hall, Anna Lindqvist rejected this notion.',
    )
    assert.deepEqual(found, {
      kind: 'rejection',
      cue: 'rejected this notion',
      denier: 'Anna Lindqvist',
      denied: 'Jonas Berg said the bridge would sink.',
      by: 'Jonas Berg',
    })
  })

  it('is told in the sentence itself where no claim stands before it', () => {
    const [found] = signalsOf('Anna Lindqvist rejected the notion that the bridge would sink.')
    assert.deepEqual([found?.denier, found?.denied], ['Anna Lindqvist', 'the bridge would sink'])
  })

  it('does not take what was only spoken of for the statement that is rejected', () => {
    const [found] = signalsOf(
      'Governor Tom Hale criticized the new harbor plan on Monday.',
      'Mayor Anna Lindqvist rejected this criticism.',
    )
    assert.deepEqual([found?.denier, found?.denied, found?.by], ['Anna Lindqvist', 'this criticism', undefined])
  })
})

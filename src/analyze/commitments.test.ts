import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Span } from '../core/span.ts'
import { annotate } from './annotate.ts'
import { documentOf } from './test-document.ts'

/** Published on Tuesday, 10 June 2025. */
function read(...paragraphs: string[]) {
  const doc = documentOf(paragraphs)
  const words = (span: Span | undefined) => span && doc.text.slice(span.start, span.end)
  return (annotate(doc).commitments?.items ?? []).map((found) => ({
    kind: found.kind,
    by: found.agents.map(({ span }) => words(span)).join(' + '),
    content: words(found.content),
    condition: words(found.condition),
    due: found.deadline && [words(found.deadline.span), found.deadline.value],
    reporter: words(found.reportedBy?.span),
  }))
}

const only = (...paragraphs: string[]) => {
  const [first, ...rest] = read(...paragraphs)
  assert.deepEqual(rest, [])
  return first
}

describe('commitments', () => {
  it('are what is promised, by whom, on what condition and by when', () => {
    assert.deepEqual(
      only('The government has pledged to rebuild the bridge by Friday if parliament approves the funds.'),
      {
        kind: 'promise',
        by: 'The government',
        content: 'rebuild the bridge',
        condition: 'if parliament approves the funds',
        due: ['by Friday', '2025-06-13'],
        reporter: undefined,
      },
    )
  })

  it('are of several kinds', () => {
    const kinds = [
      ['Velmar Steel agreed to buy its rival.', 'agreement'],
      ['The museum plans to open a new wing.', 'plan'],
      ['The council offered to host the talks.', 'offer'],
      ['Mayor Anna Lindqvist vowed Tuesday to veto the bill.', 'promise'],
      ['Ministers gave an undertaking to fund the repairs.', 'promise'],
      ['The government is committed to publishing the report.', 'promise'],
      ['The company pledged $5 million for the clinic.', 'promise'],
    ] as const
    for (const [text, kind] of kinds) assert.equal(only(text)?.kind, kind, text)
  })

  it('are a speaker’s own will, with the pronoun for the one who speaks', () => {
    const found = only('“We will rebuild every house,” Mayor Anna Lindqvist told residents.')
    assert.deepEqual([found?.by, found?.content, found?.reporter], ['We', 'rebuild every house', undefined])
    assert.equal(only('“I won’t sign it,” Governor Tom Hale said.')?.content, 'sign it')
  })

  it('are what a body is said to be going to do, and who says so', () => {
    const found = only('The health ministry will send 20 nurses tomorrow, Dr Ana Silva said.')
    assert.deepEqual(
      [found?.by, found?.content, found?.due, found?.reporter],
      ['The health ministry', 'send 20 nurses', ['tomorrow', '2025-06-11'], 'Dr Ana Silva'],
    )
  })

  it('take a weekday after would for the next one', () => {
    assert.deepEqual(only('Prime Minister Jon Reed said he would sign it on Thursday.')?.due, [
      'on Thursday',
      '2025-06-12',
    ])
  })

  it('take what a power’s own means could do for an offer', () => {
    const found = only('President Jon Reed said American ships could help guard the harbor if a deal is signed.')
    assert.deepEqual([found?.kind, found?.by, found?.condition], ['offer', 'American ships', 'if a deal is signed'])
  })

  it('are no hopes, predictions, refusals or nouns', () => {
    for (const text of [
      'The mayor hopes that the council will send engineers.',
      'The storm will bring rain.',
      'The union has not promised to end the strike.',
      'The minister refused to promise new money.',
      'Critics want the company to pledge to repay the loan.',
      'The government’s plans to raise the tax were dropped.',
      'Vaccines could help protect the town, Dr Ana Silva said.',
      'Will the council send engineers?',
      'Governor Tom Hale did not say that Norland will send engineers.',
    ])
      assert.deepEqual(read(text), [], text)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from '../analyze/annotate.ts'
import { documentOf } from '../analyze/test-document.ts'
import type { Span } from '../core/span.ts'
import { articleStatements } from './article-statements.ts'

/** Published on Tuesday, 10 June 2025. */
function read(...paragraphs: string[]) {
  const doc = documentOf(paragraphs)
  const words = (span: Span | undefined) => span && doc.text.slice(span.start, span.end)
  const { promises, denials, figures } = articleStatements(doc, annotate(doc))
  return {
    promises: promises.map(({ span, by, reportedBy }) => [words(span), by?.name, words(reportedBy)]),
    denials: denials.map(({ span, denied }) => [words(span), words(denied)]),
    figures: figures.map(({ span, number }) => [words(span), words(number)]),
  }
}

describe('what an article states', () => {
  it('is a promise with its terms, and who “We” is', () => {
    const { promises } = read(
      'The government has pledged to rebuild the bridge by Friday if parliament approves the funds.',
      '“We will rebuild every house,” Mayor Anna Lindqvist told residents.',
      'The health ministry will send 20 nurses tomorrow, Dr Ana Silva said.',
    )
    assert.deepEqual(promises, [
      [
        'The government has pledged to rebuild the bridge by Friday if parliament approves the funds',
        undefined,
        undefined,
      ],
      ['We will rebuild every house', 'Anna Lindqvist', undefined],
      ['The health ministry will send 20 nurses tomorrow', undefined, 'Dr Ana Silva'],
    ])
  })

  it('is a denial with what is denied, there or in the sentence before', () => {
    const { denials } = read(
      'The company denied that its ship had hit the quay.',
      'Governor Tom Hale said the wall had been sold in secret.',
      'Mayor Anna Lindqvist rejected this notion.',
    )
    assert.deepEqual(denials, [
      ['The company denied that its ship had hit the quay', undefined],
      ['Anna Lindqvist rejected this notion', 'Governor Tom Hale said the wall had been sold in secret.'],
    ])
  })

  it('is a figure with what bounds it and what it counts, once', () => {
    const { figures } = read(
      'At least 14 people were killed and 31 were taken to hospital.',
      'Taxes rose by 4.9%. The club sold 14 shirts. The club sold 14 shirts again.',
    )
    assert.deepEqual(figures, [
      ['At least 14 people', '14'],
      ['31 were taken to hospital', '31'],
      ['Taxes rose by 4.9%', '4.9%'],
      ['14 shirts', '14'],
    ])
  })

  it('is nothing where no layer was computed', () => {
    assert.deepEqual(articleStatements(documentOf(['A text.']), {}), { promises: [], denials: [], figures: [] })
  })
})

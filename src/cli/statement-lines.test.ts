import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOf } from '../analyze/test-document.ts'
import { asId, type EntityId } from '../core/ids.ts'
import type { Quote } from '../core/quote.ts'
import { statementLines } from './statement-lines.ts'

const doc = documentOf(['The mayor told reporters that the wall will hold.'])
const at = (words: string) => ({ start: doc.text.indexOf(words), end: doc.text.indexOf(words) + words.length })
const quoteWith = (rest: Partial<Quote>): Quote => ({
  span: at('the wall will hold'),
  kind: 'indirect',
  cue: at('told'),
  source: at('The mayor'),
  addressee: at('reporters'),
  pattern: 'pronoun',
  confidence: 0.52,
  sentence: 0,
  ...rest,
})
const linesOf = (quote: Quote) => statementLines(doc, { quotes: { by: 'quotes', version: 1, items: [quote] } })
const speaker = { id: asId<EntityId>('person:mara-ellind'), kind: 'person', name: 'Mara Ellind' } as const

test('a speaker below the floor is only probable, and one nobody knows is the words for them', () => {
  const rest = ' · told · indirect 0.52 · to: reporters · the wall will hold'
  assert.deepEqual(linesOf(quoteWith({ speaker })), [`  quote  probably Mara Ellind${rest}`])
  assert.deepEqual(linesOf(quoteWith({})), [`  quote  The mayor${rest}`])
  assert.match(linesOf(quoteWith({ speaker, confidence: 0.6 }))[0] ?? '', /^ {2}quote {2}Mara Ellind/)
})

test('words that only name what was spoken of say so', () => {
  assert.match(linesOf(quoteWith({ isTopic: true }))[0] ?? '', /only spoken of/)
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Entity } from '../../core/annotation.ts'
import type { Correction, Verdict } from '../../core/correction.ts'
import type { Document } from '../../core/document.ts'
import { asId, type CorrectionId } from '../../core/ids.ts'
import type { Annotations } from '../../core/layers.ts'
import { selectText } from '../../core/text/text-quote.ts'
import { entityId } from '../names/people.ts'
import { confidenceOf } from '../quotes/confidence.ts'
import { documentOf, layersOf } from '../test-document.ts'
import { applyCorrections } from './apply-corrections.ts'

const person = (name: string): Entity => ({ id: entityId('person', name), kind: 'person', name })
const berg = person('Anna Berg')
const doc = documentOf([
  'Mayor Carl Lund and his deputy, Anna Berg, opened the bridge.',
  '“It took nine years to build,” Lund told reporters. “It was worth every day of them.”',
  '“We now have to pay for it.',
  '“And nobody knows how.”',
  'The so-called “bridge to nowhere” leads to an island.',
])
const layers = layersOf(doc)

let made = 0
function correct(words: string, verdict: Verdict, within: Document = doc, minute = made): Correction {
  const start = within.text.indexOf(words)
  assert.ok(start >= 0, words)
  return {
    id: asId<CorrectionId>(`c${made++}`),
    articleId: within.articleId,
    documentId: within.id,
    selector: selectText(within.text, { start, end: start + words.length }),
    verdict,
    at: new Date(Date.UTC(2026, 2, 10, 12, minute)).toISOString(),
  }
}
const told = (annotations: Annotations, within: Document = doc) =>
  (annotations.quotes?.items ?? []).map(({ span, speaker, pattern }) => [
    within.text.slice(span.start, span.end).slice(0, 12),
    speaker?.name,
    pattern,
  ])

describe('a corrected speaker', () => {
  const [first, second, ...rest] = told(layers)

  it('stands with certainty, and what goes on from the quotation follows', () => {
    const after = applyCorrections(doc, layers, [
      correct('It took nine years to build,', { kind: 'speaker', speaker: berg }),
    ])
    assert.deepEqual(told(after), [
      [first?.[0], 'Anna Berg', 'label'],
      [second?.[0], 'Anna Berg', 'run-on'],
      ...rest.map(([words, by, pattern]) => [words, by && 'Anna Berg', pattern]),
    ])
    assert.equal(after.quotes?.items[0]?.confidence, 1)
  })

  it('makes what goes on from it as sure as going on is', () => {
    const uncertain = layers.quotes!.items.map((quote) => ({ ...quote, confidence: 0.4 }))
    const before = { ...layers, quotes: { ...layers.quotes!, items: uncertain } }
    const after = applyCorrections(doc, before, [
      correct('It took nine years to build,', { kind: 'speaker', speaker: berg }),
    ]).quotes!.items
    assert.deepEqual(
      after.slice(0, 4).map(({ confidence }) => confidence >= confidenceOf('run-on', false)),
      [true, true, true, true],
    )
  })

  it('takes away a source that names somebody else, and what was read beside it', () => {
    const [quote] = applyCorrections(doc, layers, [
      correct('It took nine years to build,', { kind: 'speaker', speaker: berg }),
    ]).quotes!.items
    assert.ok(layers.quotes?.items[0]?.source && layers.quotes.items[0].cue)
    assert.deepEqual([quote?.source, quote?.cue, quote?.addressee], [undefined, undefined, undefined])
  })

  it('that was right keeps its source and cue', () => {
    const lund = layers.quotes?.items[0]?.speaker
    assert.equal(lund?.name, 'Carl Lund')
    const after = applyCorrections(doc, layers, [
      correct('It took nine years to build,', { kind: 'speaker', speaker: lund! }),
    ]).quotes!.items
    assert.deepEqual(after[0], { ...layers.quotes?.items[0], pattern: 'label', confidence: 1 })
  })

  it('can be nobody known', () => {
    const after = applyCorrections(doc, layers, [correct('It took nine years to build,', { kind: 'speaker' })])
    assert.deepEqual(told(after).slice(0, 2), [
      [first?.[0], undefined, 'label'],
      [second?.[0], undefined, 'run-on'],
    ])
  })

  it('is found again in a later text of the article, and waits when its words are gone', () => {
    const correction = correct('It took nine years to build,', { kind: 'speaker', speaker: berg })
    const later = documentOf(['Updated.', ...doc.text.split('\n')], { id: asId('doc 2') })
    assert.equal(told(applyCorrections(later, layersOf(later), [correction]), later)[0]?.[1], 'Anna Berg')
    const other = documentOf(['Nothing is said here.'], { id: asId('doc 3') })
    const before = layersOf(other)
    assert.equal(applyCorrections(other, before, [correction]), before)
  })

  it('of another article does not apply', () => {
    const correction = { ...correct('It took nine years to build,', { kind: 'speaker' }), articleId: asId('other') }
    assert.equal(applyCorrections(doc, layers, [correction as Correction]), layers)
  })

  it('is the one given last', () => {
    const words = 'It took nine years to build,'
    const earlier = correct(words, { kind: 'speaker' })
    const later = correct(words, { kind: 'speaker', speaker: berg })
    for (const both of [
      [earlier, later],
      [later, earlier],
    ])
      assert.equal(told(applyCorrections(doc, layers, both))[0]?.[1], 'Anna Berg')
  })
})

describe('marks that are not speech', () => {
  it('are no quotation any more, and the others stay', () => {
    const after = applyCorrections(doc, layers, [correct('bridge to nowhere', { kind: 'not-a-quote' })])
    assert.deepEqual(
      told(after),
      told(layers).filter(([words]) => words !== 'bridge to no'),
    )
    assert.ok(told(layers).some(([words]) => words === 'bridge to no'))
  })

  it('leave what went on from them where it was before', () => {
    const after = applyCorrections(doc, layers, [correct('We now have to pay for it.', { kind: 'not-a-quote' })])
    const indexes = after.quotes!.items.flatMap(({ continues }) => continues ?? [])
    for (const index of indexes) assert.ok(index < after.quotes!.items.length)
  })
})

describe('words of somebody that nothing marked', () => {
  it('become a quotation in their place in the text', () => {
    const after = applyCorrections(doc, layers, [correct('leads to an island', { kind: 'quote', speaker: berg })])
      .quotes!.items
    const quote = after.at(-1)
    assert.deepEqual([quote?.speaker?.name, quote?.kind, quote?.pattern], ['Anna Berg', 'indirect', 'label'])
    assert.equal(after.length, layers.quotes!.items.length + 1)
  })

  it('take the place of what was thought to be quoted there', () => {
    const after = applyCorrections(doc, layers, [correct('to nowhere” leads', { kind: 'quote', speaker: berg })])
    assert.ok(!told(after).some(([words]) => words === 'bridge to no'))
  })
})

describe('a corrected name', () => {
  it('is a mention of that person, and of whom it says, that person says it', () => {
    const start = doc.text.indexOf('Lund told')
    const correction = {
      ...correct('Lund told', { kind: 'name', entity: berg }),
      selector: selectText(doc.text, { start, end: start + 4 }),
    }
    const after = applyCorrections(doc, layers, [correction])
    assert.equal(after.mentions?.items.find(({ span }) => span.start === start)?.entity.name, 'Anna Berg')
    assert.deepEqual(told(after)[0]?.slice(1), ['Anna Berg', layers.quotes?.items[0]?.pattern])
    assert.equal(told(after)[1]?.[1], 'Anna Berg')
  })

  it('can be no name at all', () => {
    const after = applyCorrections(doc, layers, [correct('Carl Lund', { kind: 'name' })])
    assert.equal(after.mentions!.items.length, layers.mentions!.items.length - 1)
  })
})

const pieces = fc.constantFrom(
  ...[
    '“We go on',
    '” ',
    '” said Jane Roe. ',
    'Jane Roe said ',
    'that it held. ',
    'Carl Lund ',
    '“Yes,” ',
    'he said. ',
    '“',
  ],
  ...['The guard ', 'told reporters ', '😀 ', '. ', 'of the “old” ', 'a dit ', '« Oui », '],
)
const documents = fc
  .array(
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
    { minLength: 1, maxLength: 5 },
  )
  .filter((paragraphs) => paragraphs.join('').length > 0)
  .map((paragraphs) => documentOf(paragraphs))
const entity = fc.option(fc.constantFrom(person('Jane Roe'), person('Carl Lund'), person('Eve Moe')), {
  nil: undefined,
})
const verdict: fc.Arbitrary<Verdict> = fc
  .record({ kind: fc.constantFrom('speaker', 'quote', 'name', 'not-a-quote'), entity })
  .map(({ kind, entity }) => {
    if (kind === 'not-a-quote') return { kind }
    if (kind === 'name') return { kind, ...(entity && { entity }) }
    return { kind, ...(entity && { speaker: entity }) }
  })
/** Places are those of findings as often as any others. */
const place = fc.record({
  of: fc.constantFrom('quotes', 'mentions', 'any'),
  a: fc.nat(),
  b: fc.nat(),
  verdict,
  minute: fc.nat(3),
})

function correctionsOf(
  doc: Document,
  found: Annotations,
  places: readonly (typeof place extends fc.Arbitrary<infer P> ? P : never)[],
) {
  return places.map(({ of, a, b, verdict, minute }, index): Correction => {
    const items = of === 'any' ? [] : (found[of as 'quotes' | 'mentions']?.items ?? [])
    const length = doc.text.length
    const at =
      items.length > 0
        ? items[a % items.length]!.span
        : { start: a % length, end: (a % length) + 1 + (b % (length - (a % length))) }
    return {
      id: asId<CorrectionId>(`p${index}`),
      articleId: doc.articleId,
      documentId: doc.id,
      selector: selectText(doc.text, at),
      verdict,
      at: `2026-03-10T12:0${minute}:00.000Z`,
    }
  })
}

describe('whatever is corrected', () => {
  const cases = fc.tuple(documents, fc.array(place, { maxLength: 6 }))

  it('is the same twice as once, and the same again from the same', () => {
    fc.assert(
      fc.property(cases, ([doc, places]) => {
        const found = layersOf(doc)
        const corrections = correctionsOf(doc, found, places)
        const once = applyCorrections(doc, found, corrections)
        assert.deepEqual(applyCorrections(doc, once, corrections), once)
        assert.deepEqual(applyCorrections(doc, found, corrections.toReversed()), once)
      }),
      { numRuns: 120 },
    )
  })

  it('stays inside the text, in its order, and points at what is there', () => {
    fc.assert(
      fc.property(cases, ([doc, places]) => {
        const found = layersOf(doc)
        const after = applyCorrections(doc, found, correctionsOf(doc, found, places))
        for (const { span } of [...after.quotes!.items, ...after.mentions!.items])
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= doc.text.length)
        const starts = after.quotes!.items.map(({ span }) => span.start)
        const wasInOrder = found.quotes!.items.every(
          ({ span }, i, all) => i === 0 || all[i - 1]!.span.start <= span.start,
        )
        if (wasInOrder)
          assert.deepEqual(
            starts,
            starts.toSorted((a, b) => a - b),
          )
        after.quotes!.items.forEach(({ continues }, index) => {
          if (continues !== undefined) assert.ok(continues >= 0 && continues < index)
        })
      }),
    )
  })
})

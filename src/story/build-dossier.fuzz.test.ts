import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Mention, TimeExpression } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import type { Quote, QuotePattern } from '../core/quote.ts'
import type { Span } from '../core/span.ts'
import type { Syndication } from '../core/syndication.ts'
import { buildDossier } from './build-dossier.ts'
import { mayBeOpinion } from './reads-as-opinion.ts'
import { entity, storyInput } from './story-fixture.ts'
import { readMembers, type StoryInput } from './story-text.ts'
import { verify } from './verify.ts'

const storyId = asId<StoryId>('story')
const people = ['Anna Lindqvist', 'Lindqvist', 'Erik Holm', 'Holm', 'Norland'].map((name) => entity('person', name))

/** Text that looks like news and text that looks like nothing. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Anna Lindqvist rejected this claim.',
        '“We will build it if they agree,” she said.',
        'But the mayor gave conflicting accounts of it.',
        'The flood killed at least 12 people on Monday.',
        'Norland has pledged to send help by Friday.',
        '(Jo Field/PA)',
        "'Half a quotation",
        'He said so.',
        '\n',
        '\n# Heading\n',
        'وقال إن الجسر سيفتح.',
        '$1.5bn aid package 👩‍👩‍👧 3.5-magnitude',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(' '))

/** A span in a text whose length is not yet known, as two shares of the length. */
const place = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true }))
const pattern = fc.constantFrom<QuotePattern>('cue-right', 'colon', 'none', 'pronoun', 'run-on')

const article = fc.record({
  text,
  title: fc.string({ maxLength: 30 }),
  hour: fc.integer({ min: 0, max: 23 }),
  kind: fc.constantFrom('article', 'live', 'opinion', 'video' as const),
  credit: fc.option(fc.constantFrom('PA', 'Reuters', ' '), { nil: undefined }),
  quotes: fc.array(
    fc.tuple(
      place,
      place,
      pattern,
      fc.constantFrom('direct', 'mixed', 'indirect' as const),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(5),
    ),
    { maxLength: 5 },
  ),
  mentions: fc.array(fc.tuple(place, fc.nat(4), fc.constantFrom('name', 'role', 'pronoun' as const)), { maxLength: 6 }),
  times: fc.array(
    fc.tuple(place, fc.constantFrom('2025-03-03', '2025', '2025-W10', 'PRESENT_REF', 'P3D', '2025-03-07T14:00', '')),
    { maxLength: 4 },
  ),
  copies: fc.option(
    fc.tuple(
      fc.nat(3),
      fc.constantFrom('whole-copy', 'cut-copy', 'shares-passages', 'shared-quotation' as const),
      fc.boolean(),
      place,
    ),
    {
      nil: undefined,
    },
  ),
})
type Made = typeof article extends fc.Arbitrary<infer Value> ? Value : never

describe('buildDossier on anything an analyzer may find', () => {
  it('never throws and never cites what does not stand there', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 4 }), (articles) => {
        const members = articles.map(memberOf)
        const documents = new Map<DocumentId, Document>(members.map(({ document }) => [document.id, document]))
        const dossier = buildDossier({ storyId, members })
        const verified = verify(dossier, documents)
        assert.equal(verified.droppedCount, 0)
        assert.deepEqual(verified, dossier)
      }),
      { numRuns: 50 },
    )
  })

  it('puts every member in exactly one report, what may be opinion at most in one', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 4 }), (articles) => {
        const inputs = articles.map(memberOf)
        const { members, reports } = buildDossier({ storyId, members: inputs })
        const doubtful = new Set(
          readMembers(inputs).flatMap((text) => (mayBeOpinion(text) ? text.input.document.id : [])),
        )
        assert.equal(members.length, articles.length)
        const counted = reports.flatMap(({ documentIds }) => documentIds)
        assert.ok(reports.length > 0)
        assert.equal(new Set(counted).size, counted.length)
        for (const { documentId, own, group } of members) {
          assert.ok(own >= 0 && own <= 1)
          const isIn = reports.some((report) => report.group === group && report.documentIds.includes(documentId))
          assert.ok(isIn || (doubtful.has(documentId) && !counted.includes(documentId)))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('keeps opinion, live and video pages out of brief, timeline, commitments and figures', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (articles) => {
        const members = articles.map((made, index) => memberOf({ ...made, kind: 'live' }, index))
        const { brief, timeline, commitments, figures } = buildDossier({ storyId, members })
        assert.deepEqual([brief, timeline, commitments, figures], [[], [], [], []])
      }),
      { numRuns: 40 },
    )
  })
})

function memberOf(made: Made, index: number): StoryInput {
  const input = storyInput({
    id: `d${index}`,
    title: made.title,
    text: made.text,
    at: `2025-03-04T${String(made.hour).padStart(2, '0')}:00:00Z`,
    article: { kind: made.kind, ...(made.credit === undefined ? {} : { credit: made.credit }) },
  })
  const { document } = input
  // Analyzers' spans begin and end between letters.
  const between = (at: number) => at - Number(/^[\udc00-\udfff]/.test(document.text.slice(at)))
  const spanAt = ([start, length]: readonly [number, number]): Span => {
    const from = Math.floor(start * document.text.length)
    const end = Math.min(document.text.length, from + Math.ceil(length * document.text.length))
    return { start: between(from), end: between(end) }
  }
  const quotes = made.quotes.map(([content, cue, how, kind, confidence, who]): Quote => {
    const speaker = people[who]
    const said = spanAt(cue)
    return {
      span: spanAt(content),
      // A reporting verb has letters.
      ...(said.end > said.start && { cue: said }),
      pattern: how,
      kind,
      confidence,
      sentence: 0,
      ...(speaker ? { speaker } : {}),
    }
  })
  const mentions = made.mentions.flatMap(([where, who, form]): Mention[] => {
    const found = people[who]
    return found ? [{ span: spanAt(where), kind: found.kind, form, entity: found }] : []
  })
  const times = made.times.map(([where, value]): TimeExpression => ({ span: spanAt(where), kind: 'date', value }))
  return {
    ...input,
    annotations: {
      ...input.annotations,
      quotes: { by: 'quotes', version: 1, items: quotes.filter(isSomething) },
      mentions: {
        by: 'mentions',
        version: 1,
        items: mentions.filter(isSomething).sort((a, b) => a.span.start - b.span.start),
      },
      times: { by: 'times', version: 1, items: times.filter(isSomething) },
    },
    syndications: made.copies ? [copyOf(made.copies, input, spanAt)] : [],
  }
}

/** Analyzers find words, never empty spans. */
function isSomething({ span }: { readonly span: Span }): boolean {
  return span.end > span.start
}

function copyOf(
  [other, kind, isCopyOfOther, where]: NonNullable<Made['copies']>,
  { document }: StoryInput,
  spanAt: (where: readonly [number, number]) => Span,
): Syndication {
  return {
    documentId: document.id,
    otherId: asId(`d${other}x`.replace(other < 3 ? 'x' : '', '')),
    kind,
    share: 0.7,
    otherShare: 0.4,
    isCopyOfOther,
    direction: isCopyOfOther ? { kind: 'time' } : { kind: 'undecided' },
    passages: [{ span: spanAt(where), otherSpan: spanAt(where), isQuotation: false }],
  }
}

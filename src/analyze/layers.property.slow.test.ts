import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import type { Span } from '../core/span.ts'
import { all } from './all.ts'
import { annotate } from './annotate.ts'
import { documentOf } from './test-document.ts'

/** Pieces of news, and of what is not news, in any order. */
const piece = fc.constantFrom(
  ...[
    '‘It held,’ ',
    '“We go',
    '” ',
    '’ ',
    "'",
    '« Oui », ',
    ' a dit ',
    'said ',
    'told the BBC ',
    'that ',
    ', who ',
    ', ',
  ],
  ...[
    'Mr Roe ',
    'Jane Roe ',
    'Zorvan Quillet ',
    'the mayor, ',
    'she ',
    'He ',
    'Dr. ',
    'U.S. ',
    'the guard ',
    '. ',
    '? ',
  ],
  ...[
    'on Monday ',
    '3pm ',
    '15 August 2025 ',
    'last week ',
    'since 2014 ',
    'hier ',
    'قال سعيد: «',
    'نعم»',
    '文「はい」',
    '😀',
  ],
  ...[
    'denied that ',
    'rejected this notion ',
    'conflicting accounts of ',
    'pledged to send ',
    'We will send ',
    'the ministry would pay ',
    'if a deal is done ',
    'by Friday ',
    '12 people were killed ',
    'between 30 and 40 ',
    '$3 million aid ',
    '4.9% of renters ',
    'the following day ',
  ],
  ...['according to ', 'of the ', 'in ', 'of ', ': ', '— ', '(', ') ', '…', ' ', '\u00a0', '\ud800', 'é', '1,000 '],
)
const paragraph = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 30 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
)
const language = fc.constantFrom('en', 'en-GB', 'fr', 'ar', 'de', 'es', 'ja', 'und')
const documents: fc.Arbitrary<Document> = fc
  .record({ paragraphs: fc.array(paragraph, { maxLength: 6 }), language })
  .map(({ paragraphs, language }) =>
    documentOf(
      paragraphs.map((one) => one.replace(/[\r\n]/g, ' ')),
      { language },
    ),
  )

function always(name: string, holds: (doc: Document, layers: Annotations) => void): void {
  it(name, () => {
    fc.assert(
      fc.property(documents, (doc) => holds(doc, annotate(doc))),
      { numRuns: 200 },
    )
  })
}

function spansOf(layers: Annotations): Span[] {
  return Object.values(layers).flatMap((layer) => layer!.items.map(({ span }) => span))
}

describe('the layers of any text', () => {
  always('point into it, at something', (doc, layers) => {
    for (const { start, end } of spansOf(layers)) {
      assert.ok(Number.isInteger(start) && Number.isInteger(end))
      assert.ok(start >= 0 && start < end && end <= doc.text.length)
    }
  })

  always('are each in the order of the text', (_doc, layers) => {
    for (const layer of Object.values(layers))
      layer!.items.forEach(({ span }, i) => {
        const before = layer!.items[i - 1]?.span
        if (before) assert.ok(before.start <= span.start)
      })
  })

  always('are the same when made again', (doc, layers) => {
    assert.deepEqual(annotate({ ...doc, blocks: doc.blocks.map((block) => ({ ...block })) }), layers)
  })

  always('leave the document as it was', (doc, layers) => {
    const copy = structuredClone(doc)
    annotate(doc)
    assert.deepEqual(doc, copy)
    assert.deepEqual(
      Object.keys(layers),
      all.map(({ assigns }) => assigns),
    )
  })

  always('survive being stored as JSON', (_doc, layers) => {
    assert.deepEqual(JSON.parse(JSON.stringify(layers)), layers)
  })
})

describe('sentences of any text', () => {
  always('stay inside their block and never overlap', (doc, { sentences }) => {
    sentences?.items.forEach(({ span, block }, i) => {
      const within = doc.blocks[block]
      assert.ok(within && within.start <= span.start && span.end <= within.end)
      const before = sentences.items[i - 1]?.span
      if (before) assert.ok(before.end <= span.start)
    })
  })

  always('are numbered from nought', (_doc, { sentences }) => {
    sentences?.items.forEach(({ index }, i) => {
      assert.equal(index, i)
    })
  })

  always('leave out nothing but blanks', (doc, { sentences }) => {
    let rest = ''
    let at = 0
    for (const { span } of sentences?.items ?? []) {
      rest += doc.text.slice(at, span.start)
      at = span.end
    }
    assert.equal((rest + doc.text.slice(at)).trim(), '')
  })
})

describe('quotes of any text', () => {
  always('stay inside one block', (doc, { quotes }) => {
    for (const { span } of quotes?.items ?? [])
      assert.ok(doc.blocks.some((block) => block.start <= span.start && span.end <= block.end))
  })

  always('between marks never overlap one another', (_doc, { quotes }) => {
    const spoken = quotes?.items.filter(({ kind }) => kind !== 'indirect') ?? []
    spoken.forEach(({ span }, i) => {
      const before = spoken[i - 1]?.span
      if (before) assert.ok(before.end <= span.start)
    })
  })

  always('go on only with a quote before them, of the same speaker', (_doc, { quotes }) => {
    quotes?.items.forEach(({ continues, speaker }, i) => {
      if (continues === undefined) return
      assert.ok(continues < i)
      assert.equal(speaker?.id, quotes.items[continues]?.speaker?.id)
    })
  })

  always('have a confidence that is a share, and none where nobody speaks', (_doc, { quotes }) => {
    for (const { confidence, pattern } of quotes?.items ?? []) {
      assert.ok(confidence >= 0 && confidence <= 1)
      if (pattern === 'none') assert.equal(confidence, 0)
    }
  })

  always('have cue, source, channel, time, place and addressee in the text', (doc, { quotes }) => {
    for (const { cue, source, channel, when, place, addressee } of quotes?.items ?? [])
      for (const part of [cue, source, channel, when, place, addressee])
        if (part) assert.ok(part.start >= 0 && part.start < part.end && part.end <= doc.text.length)
  })

  always('have a speaker that is a person or a body with a name', (_doc, { quotes }) => {
    for (const { speaker } of quotes?.items ?? []) {
      if (!speaker) continue
      assert.notEqual(speaker.kind, 'place')
      assert.ok(speaker.name.trim().length > 0)
    }
  })
})

describe('statements of any text', () => {
  always('have all their parts in the text', (doc, { figures, commitments, signals }) => {
    const parts: (Span | undefined)[] = [
      ...(figures?.items ?? []).map(({ counted }) => counted),
      ...(commitments?.items ?? []).flatMap(({ agents, cue, content, condition, deadline, reportedBy }) => [
        ...agents.map(({ span }) => span),
        cue,
        content,
        condition,
        deadline?.span,
        reportedBy?.span,
      ]),
      ...(signals?.items ?? []).flatMap(({ denier, denied }) => [denier?.span, denied?.span, denied?.by?.span]),
    ]
    for (const part of parts)
      if (part) assert.ok(part.start >= 0 && part.start < part.end && part.end <= doc.text.length, JSON.stringify(part))
  })

  always('stand in the sentence they name', (_doc, { sentences, figures, commitments, signals }) => {
    for (const { span, sentence } of [
      ...(figures?.items ?? []),
      ...(commitments?.items ?? []),
      ...(signals?.items ?? []),
    ]) {
      const whole = sentences?.items[sentence]?.span
      assert.ok(whole && whole.start <= span.start && span.end <= whole.end)
    }
  })

  always('have figures that are numbers, low before high', (_doc, { figures }) => {
    for (const { value, low, high } of figures?.items ?? []) {
      assert.ok(Number.isFinite(value))
      if (low !== undefined && high !== undefined) assert.ok(low < high)
    }
  })

  always('are found in English only', (doc, { figures, commitments, signals }) => {
    if (/^(?:en|und)/.test(doc.language)) return
    assert.deepEqual([figures?.items, commitments?.items, signals?.items], [[], [], []])
  })
})

describe('mentions of any text', () => {
  always('of names are one id for one kind, and carry it in front', (_doc, { mentions }) => {
    for (const { entity, kind } of mentions?.items ?? []) {
      assert.equal(entity.kind, kind)
      assert.ok(entity.id.startsWith(`${kind}:`))
    }
  })

  always('of persons never overlap by name', (_doc, { mentions }) => {
    const named = mentions?.items.filter(({ kind, form }) => kind === 'person' && form === 'name') ?? []
    named.forEach(({ span }, i) => {
      const before = named[i - 1]?.span
      if (before) assert.ok(before.end <= span.start)
    })
  })

  always('by pronoun are the pronoun', (doc, { mentions }) => {
    for (const { form, span } of mentions?.items ?? [])
      if (form === 'pronoun') assert.match(doc.text.slice(span.start, span.end), /^s?he$/i)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Document, textOf } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import type { Quote } from '../core/quote.ts'
import { detectSyndication, type SyndicationInput } from './detect-syndication.ts'

const wire = [
  'Engineers closed the harbour bridge at Port Alder on Tuesday after finding cracks in two of its piers.',
  'The crossing carries 20,000 vehicles a day and is the only link to the northern suburbs.',
  'Mayor Ada Lindqvist said the bridge would stay shut until every pier had been inspected.',
  'Ferries will run every ten minutes between the two banks and bus fares are waived for the week.',
  'Shopkeepers on the north bank said they expected to lose half of their trade.',
]
const own = [
  'Residents woke to long queues as the main road out of the city was shut without any notice.',
  'One nurse told this newspaper that her journey to the hospital had taken two hours instead of fifteen minutes.',
  'Others left their cars beside the road and walked down to the old pier in the rain.',
  'A retired sailor offered to row his neighbours across for the price of a cup of coffee.',
  'By the afternoon a small market of umbrellas and sandwiches had grown up around the ticket office.',
  'The oldest of the ferries was built before the war and is better known for wedding parties.',
]

type Extra = Partial<Pick<SyndicationInput, 'credit' | 'origin' | 'sourceName' | 'kind'>> & {
  at?: string
  language?: string
}

/** A document with the given sentences; everything between “ and ” is a direct quote. */
function inputOf(id: string, sentences: readonly string[], { at, language, ...extra }: Extra = {}): SyndicationInput {
  const text = sentences.join(' ')
  const document: Document = {
    id: asId(id),
    articleId: asId(id),
    language: language ?? 'en',
    title: '',
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    publishedAt: at ?? '2025-08-19T12:00:00Z',
  }
  let start = 0
  const sentenceItems = sentences.map((sentence, index) => {
    const span = { start, end: start + sentence.length }
    start = span.end + 1
    return { span, block: 0, index }
  })
  const quoteItems = [...text.matchAll(/(?<=“)[^”]*(?=”)/gu)].map(
    (match): Quote => ({
      span: { start: match.index, end: match.index + match[0].length },
      kind: 'direct',
      pattern: 'none',
      confidence: 0,
      sentence: 0,
    }),
  )
  return {
    document,
    annotations: {
      sentences: { by: 'sentences', version: 1, items: sentenceItems },
      quotes: { by: 'quotes', version: 1, items: quoteItems },
    },
    ...extra,
  }
}

function only(here: SyndicationInput, there: SyndicationInput) {
  const found = detectSyndication(here, [there])
  assert.equal(found.length, 1)
  return found[0] as (typeof found)[number]
}

describe('detectSyndication', () => {
  it('knows a whole copy, also after small edits', () => {
    const original = inputOf('wire', wire, { at: '2025-08-19T08:00:00Z' })
    const edited = wire.map((sentence) =>
      sentence.replace('said', 'told reporters').replace('Engineers', 'City engineers'),
    )
    for (const copy of [inputOf('copy', wire), inputOf('copy', edited)]) {
      const found = only(copy, original)
      assert.equal(found.kind, 'whole-copy')
      assert.equal(found.isCopyOfOther, true)
      assert.deepEqual(found.direction, { kind: 'time' })
      assert.ok(found.share > 0.8)
    }
  })
  it('gives passages whose spans hold the shared words in both texts', () => {
    const here = inputOf('copy', [own[0] as string, ...wire.slice(1, 3)])
    const there = inputOf('wire', wire)
    const { passages } = only(here, there)
    assert.deepEqual(
      passages.map(({ span }) => textOf(here.document, span)),
      wire.slice(1, 3),
    )
    for (const { span, otherSpan } of passages)
      assert.equal(textOf(here.document, span), textOf(there.document, otherSpan))
  })
  it('narrows a passage to the words that are shared', () => {
    const here = inputOf('copy', [
      `After a long night, ${wire[2]?.replace('.', ', officials added later.')}`,
      ...wire.slice(3),
    ])
    const passage = only(here, inputOf('wire', wire)).passages[0]
    assert.ok(passage)
    assert.equal(textOf(here.document, passage.span), wire[2]?.replace('.', ''))
  })
  it('knows a cut copy by the one text contained in the other', () => {
    const original = inputOf('wire', [...wire, ...own], { at: '2025-08-19T08:00:00Z' })
    const cut = inputOf('cut', wire.slice(0, 3))
    assert.equal(only(cut, original).kind, 'cut-copy')
    const fromOriginal = only(original, cut)
    assert.equal(fromOriginal.kind, 'cut-copy')
    assert.equal(fromOriginal.isCopyOfOther, false)
    assert.equal(fromOriginal.otherShare, 1)
  })
  it('says a later, longer text shares passages with the brief it grew from', () => {
    const brief = inputOf('brief', wire.slice(0, 2), { at: '2025-08-19T08:00:00Z' })
    const grown = inputOf('grown', [...wire.slice(0, 2), ...own])
    const found = only(grown, brief)
    assert.equal(found.kind, 'shares-passages')
    assert.equal(found.isCopyOfOther, true)
    assert.equal(only(brief, grown).kind, 'shares-passages')
  })
  it('names two lifted sentences in a text of its own', () => {
    const here = inputOf('own', [...own, ...own.map((s) => s.split(' ').reverse().join(' ')), ...wire.slice(1, 3)])
    const found = only(here, inputOf('wire', wire))
    assert.equal(found.kind, 'shares-passages')
    assert.equal(found.passages.length, 2)
  })
  it('knows a shared quotation from a copy', () => {
    const quote = '“We will not open the bridge again until every one of its piers has been seen by a diver,” she said.'
    const here = inputOf('here', [...own.slice(0, 4), quote])
    const there = inputOf('there', [quote, ...wire.slice(3)])
    const found = only(here, there)
    assert.equal(found.kind, 'shared-quotation')
    assert.deepEqual(
      found.passages.map((passage) => passage.isQuotation),
      [true],
    )
  })
  it('calls a text all in quote marks a copy when all of it is copied', () => {
    const speech = ['“We will not open the bridge again until every one of its piers has been seen by a diver.”']
    assert.equal(only(inputOf('a', speech), inputOf('b', speech)).kind, 'whole-copy')
  })
  it('finds nothing between reports that share an event and a few phrases', () => {
    const here = inputOf('here', [
      'The only road to the northern suburbs of Port Alder is closed.',
      'Inspectors discovered fractures below the waterline, and Mayor Ada Lindqvist said nobody would cross soon.',
    ])
    assert.deepEqual(detectSyndication(here, [inputOf('wire', wire), inputOf('own', own)]), [])
  })
  it('takes direction from the credit line before time', () => {
    const agency = inputOf('pa', wire, { sourceName: 'Daily Alder', credit: 'PA', at: '2025-08-19T20:00:00Z' })
    const outlet = inputOf('post', wire, { sourceName: 'The Harbour Post' })
    assert.deepEqual(only(outlet, agency).direction, { kind: 'credit', agency: 'PA' })
    assert.equal(only(outlet, agency).isCopyOfOther, true)
    assert.equal(only(agency, outlet).isCopyOfOther, false)
  })
  it('says so when direction is unknown', () => {
    assert.deepEqual(only(inputOf('a', wire), inputOf('b', wire)).direction, { kind: 'undecided' })
  })
  it('takes a page that gathers pieces for no original, whatever its time or credit, and an article for no cut of it', () => {
    const live = { kind: 'live', at: '2025-08-19T06:00:00Z', credit: 'PA' } as const
    const page = inputOf('live', [...own, ...wire], live)
    const article = inputOf('article', wire, { kind: 'article' })
    const seen = only(article, page)
    assert.equal(seen.kind, 'shares-passages')
    assert.deepEqual([seen.isCopyOfOther, seen.direction], [false, { kind: 'undecided' }])
    const turned = only(page, article)
    assert.equal(turned.kind, 'shares-passages')
    assert.deepEqual([turned.isCopyOfOther, turned.direction], [true, { kind: 'undecided' }])
    assert.equal(only(article, inputOf('same', wire, live)).kind, 'whole-copy')
    assert.equal(only(page, inputOf('other', [...own, ...wire], { kind: 'live' })).direction.kind, 'credit')
  })
  it('leaves the document itself out and puts the most shared first', () => {
    const here = inputOf('here', wire)
    const found = detectSyndication(here, [inputOf('part', [...wire.slice(0, 2), ...own]), here, inputOf('all', wire)])
    assert.deepEqual(
      found.map(({ otherId }) => otherId),
      ['all', 'part'],
    )
  })
  it('works without layers, block by block', () => {
    const bare = (id: string) => ({ document: inputOf(id, wire).document, annotations: {} })
    const found = only(bare('a'), bare('b'))
    assert.equal(found.kind, 'whole-copy')
    assert.equal(found.passages.length, 1)
  })
  it('works for scripts without spaces', () => {
    const text = ['市長は火曜日に橋を閉鎖すると発表した。', '技術者が橋脚に亀裂を見つけたためである。']
    assert.equal(
      only(inputOf('a', text, { language: 'ja' }), inputOf('b', text, { language: 'ja' })).kind,
      'whole-copy',
    )
  })
  const anyText = fc.array(fc.constantFrom(...wire, ...own), { minLength: 1, maxLength: 7 })
  it('says the same of each text in whatever order the others come', () => {
    const scene = fc
      .array(anyText, { minLength: 2, maxLength: 5 })
      .chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })))
    fc.assert(
      fc.property(anyText, scene, (text, [texts, shuffled]) => {
        const here = inputOf('here', text)
        const verdicts = (list: readonly (readonly string[])[]) => {
          const others = list.map((each) => inputOf(`t${texts.indexOf(each as string[])}`, each))
          return detectSyndication(here, others).sort((a, b) => (a.otherId < b.otherId ? -1 : 1))
        }
        assert.deepEqual(verdicts(shuffled), verdicts(texts))
      }),
      { numRuns: 60 },
    )
  })
  it('says the same of a pair from both sides when time tells who was first', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const early = inputOf('early', a, { at: '2025-08-19T08:00:00Z' })
        const late = inputOf('late', b, { at: '2025-08-19T12:00:00Z' })
        const [fromLate] = detectSyndication(late, [early])
        const [fromEarly] = detectSyndication(early, [late])
        const copies = (kind: string | undefined) => kind === 'whole-copy' || kind === 'cut-copy'
        assert.equal(copies(fromLate?.kind), copies(fromEarly?.kind), `${fromLate?.kind} and ${fromEarly?.kind}`)
        if (!fromLate || !fromEarly) return
        assert.deepEqual([fromLate.isCopyOfOther, fromEarly.isCopyOfOther], [true, false])
        assert.deepEqual([fromLate.share, fromLate.otherShare], [fromEarly.otherShare, fromEarly.share])
      }),
      { numRuns: 100 },
    )
  })
  it('never throws; shares lie in 0 to 1 and spans inside both texts, whatever the texts', () => {
    const sentence = fc.oneof(fc.constantFrom(...wire, ...own), fc.string({ unit: 'grapheme', maxLength: 60 }))
    const sentences = fc.array(sentence, { maxLength: 8 })
    fc.assert(
      fc.property(sentences, sentences, (a, b) => {
        const here = inputOf('a', a)
        const there = inputOf('b', b)
        for (const { share, otherShare, passages } of detectSyndication(here, [there])) {
          assert.ok(share > 0 && share <= 1 && otherShare > 0 && otherShare <= 1)
          for (const { span, otherSpan } of passages) {
            assert.ok(span.start < span.end && span.end <= here.document.text.length)
            assert.ok(otherSpan.start < otherSpan.end && otherSpan.end <= there.document.text.length)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  describe('of what both texts quote', () => {
    const post = [
      'We will close the harbor of Port Alder at once if the council does not give us the money for the new pier.',
      'Hard to believe that there was ever a council that would approve of such a bridge!',
    ]
    const quoting = inputOf('a', [
      own[0]!,
      `“${post[0]}`,
      `${post[1]}” the mayor wrote on Tuesday.`,
      ...own.slice(1, 3),
    ])

    it('takes a post that one shows whole and the other quotes for a quotation', () => {
      const shown = inputOf('b', [...own.slice(3), ...post, '— Ada Lindqvist (@adalindqvist) August 19, 2025'])
      assert.equal(only(shown, quoting).kind, 'shared-quotation')
      assert.equal(only(quoting, shown).kind, 'shared-quotation')
    })

    it('takes a statement in a quotation block for one, too', () => {
      const plain = inputOf('b', [...own.slice(3), ...post])
      const at = plain.document.text.indexOf(post[0]!)
      const blocks = [
        { start: 0, end: at, kind: 'paragraph' as const },
        { start: at, end: plain.document.text.length, kind: 'quote' as const },
      ]
      const shown = { ...plain, document: { ...plain.document, blocks } }
      assert.equal(only(shown, inputOf('c', [...own.slice(0, 3), ...post])).kind, 'shared-quotation')
    })

    it('counts who said it where as part of the quotation', () => {
      const cue = 'the harbor office said in a statement.'
      const one = inputOf('a', [...own.slice(0, 3), `“${post[0]},” ${cue}`])
      const other = inputOf('b', [...own.slice(3), `“${post[0]},” ${cue}`])
      assert.equal(only(one, other).kind, 'shared-quotation')
    })

    it('knows a copy that carries the quotations of its original', () => {
      const said = `“${post[0]},” the mayor said.`
      const original = inputOf('a', [...wire, said], { at: '2025-08-19T08:00:00Z' })
      const copy = inputOf('b', [...wire.slice(0, 3), said, ...own])
      assert.equal(only(copy, original).kind, 'shares-passages')
    })
  })
})

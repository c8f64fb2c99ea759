import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Span } from '../core/span.ts'
import { all } from './all.ts'
import { defineAnalyzer } from './analyzer.ts'
import { type AnalyzerFault, annotate, followGiven } from './annotate.ts'
import { sentences } from './sentences.ts'
import { documentOf } from './test-document.ts'

describe('annotate', () => {
  it('assigns every layer of the list, with its maker and version', () => {
    const layers = annotate(documentOf(['“We agree,” Jane Roe said on Monday. She left for Paris.']))
    assert.deepEqual(Object.keys(layers), [
      'sentences',
      'mentions',
      'times',
      'quotes',
      'figures',
      'commitments',
      'signals',
      'amendments',
      'topics',
    ])
    assert.equal(layers.quotes?.by, 'quotes')
    assert.equal(typeof layers.quotes?.version, 'number')
    assert.equal(layers.sentences?.items.length, 2)
  })

  it('leaves out layers that no analyzer in the list assigns', () => {
    assert.deepEqual(Object.keys(annotate(documentOf(['One. Two.']), [sentences])), ['sentences'])
  })

  it('leaves a layer empty when its analyzer throws and faults are gathered, and goes on', () => {
    const broken = defineAnalyzer({
      assigns: 'times',
      requires: ['sentences'],
      version: 6,
      run() {
        throw new Error('a text it was not made for')
      },
    })
    const list = all.map((analyzer) => (analyzer.assigns === 'times' ? broken : analyzer))
    const doc = documentOf(['“We agree,” Jane Roe said on Monday.'])
    const faults: AnalyzerFault[] = []
    const { times, quotes } = annotate(doc, list, faults)
    assert.deepEqual(times, { by: 'times', version: -6, items: [] })
    assert.equal(quotes?.items.length, 1)
    assert.deepEqual(
      faults.map(({ layer, error }) => [layer, error.split('\n')[0]]),
      [['times', 'Error: a text it was not made for']],
    )
    assert.throws(() => annotate(doc, list), /not made for/)
  })

  it('says the same twice of the same document', () => {
    const doc = documentOf(['Mr Roe told the BBC: ‘We will go.’ He later said he would stay.'])
    assert.deepEqual(annotate(doc), annotate({ ...doc }))
  })

  it('takes a title before nothing but a suffix', () => {
    for (const text of ['On Monday, King Jr. spoke.', 'King Jr ', 'A man Sr left.'])
      assert.deepEqual(annotate(documentOf([text])).mentions?.items, [], text)
  })

  it('takes an empty document', () => {
    const layers = annotate(documentOf([]))
    assert.deepEqual(layers.quotes?.items, [])
    assert.deepEqual(layers.mentions?.items, [])
  })

  it('never throws, and every span lies within the text, whatever the text', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '‘',
      '’',
      '“',
      '”',
      '«',
      '»',
      ' ',
      ' ',
      ', ',
      '. ',
      '? ',
      'said',
      'he',
      'Mr Roe',
      'Keir Starmer',
      'the president',
      'told CNN',
      'that',
      "don't",
      'according to',
      ': ',
      '…',
      '(',
      ')',
      'É',
      'قال',
      '文',
      '😀',
      '\u00a0',
      'U.S.',
      'on Monday',
      '-',
      '–',
    )
    const paragraph = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    )
    const language = fc.constantFrom('en', 'fr', 'ar', 'de', 'ja', 'und', 'x y', '')
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), language, (paragraphs, tongue) => {
        const flat = paragraphs.map((one) => one.replace(/[\r\n]/g, ' '))
        const doc = documentOf(flat, { language: tongue })
        const layers = annotate(doc)
        const spans: Span[] = []
        for (const layer of Object.values(layers)) for (const item of layer!.items) spans.push(item.span)
        for (const quote of layers.quotes?.items ?? [])
          for (const part of [quote.cue, quote.source, quote.channel, quote.when]) if (part) spans.push(part)
        for (const { start, end } of spans) assert.ok(start >= 0 && start < end && end <= doc.text.length)
        for (const quote of layers.quotes?.items ?? []) {
          assert.ok(quote.confidence >= 0 && quote.confidence <= 1)
          if (quote.continues !== undefined) assert.ok(quote.continues < (layers.quotes?.items.length ?? 0))
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('followGiven', () => {
  const doc = documentOf(['“We will send 12 boats by Friday,” Jane Roe said.', '“We will send 3 more,” she said.'])

  it('makes anew what is read from the given layers, and keeps them and the rest', () => {
    const whole = annotate(doc)
    const given = { ...whole, quotes: { ...whole.quotes!, items: [] } }
    const followed = followGiven(doc, given, ['quotes'])
    assert.notDeepEqual(followed.commitments, whole.commitments)
    assert.equal(followed.quotes, given.quotes)
    assert.equal(followed.figures, whole.figures)
    assert.deepEqual(followGiven(doc, whole, ['mentions', 'quotes']), whole)
  })

  it('makes no layer that was not there', () => {
    const { commitments: _, ...without } = annotate(doc)
    assert.deepEqual(Object.keys(followGiven(doc, without, ['quotes'])), Object.keys(without))
  })
})

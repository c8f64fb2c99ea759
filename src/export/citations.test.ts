import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Citation } from '../core/citation.ts'
import type { Dossier } from '../core/story.ts'
import { bibtex } from './bibtex.ts'
import { csl } from './csl.ts'
import { csvQuotes } from './csv-quotes.ts'
import { citing, documents, dossier, emptyDossier } from './export-fixture.ts'
import { sourceOf } from './exporter.ts'
import { jsonLd } from './json-ld.ts'
import { markdown } from './markdown.ts'
import { ninjs } from './ninjs.ts'

type Json = { readonly [name: string]: unknown }

/** Every citation anywhere in a value. */
function citationsIn(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return []
  if ('documentId' in value && 'span' in value && 'exact' in value) return [value as Citation]
  return Object.values(value).flatMap(citationsIn)
}

/** Every node of a JSON document that quotes a text, as the citation it was made from. */
function quotedIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const { 'oa:hasSelector': selectors, '@id': id } = value as { 'oa:hasSelector'?: readonly Json[]; '@id'?: string }
  const [quote, position] = selectors ?? []
  const own =
    quote && position
      ? [
          key(
            String(id).replace('urn:twosource:document:', ''),
            position['oa:start'],
            position['oa:end'],
            quote['oa:exact'],
          ),
        ]
      : []
  return [...own, ...Object.values(value).flatMap(quotedIn)]
}

function key(documentId: unknown, start: unknown, end: unknown, exact: unknown): string {
  return JSON.stringify([documentId, start, end, exact])
}

/** Unescapes the text of our CommonMark: backslash escapes and entities. */
function unescaped(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&amp;/g, '&')
}

const pointing = (text: string): Dossier => ({
  ...emptyDossier,
  brief: [{ text, citations: [{ ...citing('The council'), exact: text }], outlets: [] }],
})

describe('the citations of a dossier', () => {
  it('all stand in the JSON-LD, with document, offsets and exact words', () => {
    const named = new Set(quotedIn(JSON.parse(jsonLd.render(dossier, documents))))
    const { headline: _headline, ...rest } = dossier
    const citations = citationsIn(rest)
    assert.ok(citations.length > 15)
    for (const { documentId, span, exact } of citations)
      assert.ok(named.has(key(documentId, span.start, span.end, exact)), exact)
  })

  it('come back from the JSON-LD letter by letter, whatever the words are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (words) => {
        const text = jsonLd.render(pointing(words), documents)
        assert.doesNotMatch(text, /</)
        assert.ok(quotedIn(JSON.parse(text)).some((each) => JSON.parse(each)[3] === words))
      }),
    )
  })

  it('each have a link of their own in Markdown: two marks side by side are not one link', () => {
    const text = markdown.render(dossier, documents)
    assert.doesNotMatch(text, /\]\[/)
    assert.match(text, /\[1\] \[2\]/)
    const [body = '', list = ''] = text.split('## Sources')
    const used = new Set([...body.matchAll(/(?<!\\)\[(\d+)\]/g)].map((match) => match[1]))
    const defined = [...list.matchAll(/^\[(\d+)\]: /gm)].map((match) => match[1])
    assert.deepEqual([...used].sort(), defined)
  })

  it('come back from Markdown with their words, white space aside', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), (words) => {
        fc.pre(!/&amp;/.test(words) && words.trim() !== '')
        const line = markdown.render(pointing(words), documents).split('## In brief\n\n')[1]?.split('\n')[0] ?? ''
        assert.equal(unescaped(line), `- ${words.replace(/\s+/g, ' ').trim()} [1]`)
      }),
    )
  })
})

describe('what a Markdown reader could take for more than text', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['# heading', /^- \\# heading/m],
    ['---', /^- \\--- \[1\]/m],
    ['- item', /^- \\- item/m],
    ['+', /^- \\\+ \[1\]/m],
    ['1. item', /^- 1\\\. item/m],
    ['1)', /^- 1\\\) \[1\]/m],
    ['> quote', /^- \\> quote/m],
    ['![x](javascript:alert(1))', /!\\\[x\\\]\(javascript/],
    ['<script>alert(1)</script>', /\\<script\\>alert/],
    ['a\n\n# b\r\nc', /^- a \\# b c \[1\]/m],
    ['&lt;b&gt;', /&amp;lt;b&amp;gt;/],
    ['`code` ~~gone~~ |cell|', /\\`code\\` \\~\\~gone\\~\\~ \\\|cell\\\|/],
  ]
  for (const [text, expected] of cases)
    it(`is text: ${JSON.stringify(text)}`, () => {
      assert.match(markdown.render(pointing(text), documents), expected)
    })

  it('is no address that ends early', () => {
    const addressed = (url: string) => {
      const [source] = Object.values(documents)
      return markdown.render(pointing('x'), { 'doc-a': { ...source!, url } })
    }
    assert.match(addressed('https://a.example/\\'), /^\[1\]: <https:\/\/a\.example\/%5C> "/m)
    assert.match(addressed('https://a.example/a b>"c'), /<https:\/\/a\.example\/a%20b%3E%22c>/)
    for (const url of ['javascript:alert(1)', '//evil.example', 'data:text/html,x', ''])
      assert.match(addressed(url), /^\[1\]: <#> "/m)
  })
})

describe('CSV', () => {
  const quoteCell = (exact: string): string => {
    const said: Dossier = {
      ...emptyDossier,
      unattributed: [
        {
          wordings: [{ citation: { ...citing('notion'), exact }, kind: 'direct', confidence: 0, pattern: 'none' }],
          outlets: [],
        },
      ],
    }
    return csvQuotes.render(said, documents).split('\r\n').slice(1).join('\r\n')
  }

  for (const first of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    it(`hands a spreadsheet no formula that begins with ${JSON.stringify(first)}`, () => {
      assert.ok(quoteCell(`${first}SUM(A1)`).startsWith(`,,"'${first}SUM(A1)",direct`))
    })

  it('guards every column that an outlet can write, not the words alone', () => {
    const [source] = Object.values(documents)
    const evil = { ...source!, sourceName: '=1+1', title: '@x', publishedAt: '-1', url: '+2' }
    const csv = csvQuotes.render(dossier, { 'doc-a': evil, 'doc-b': evil })
    assert.doesNotMatch(csv, /(?:^|,)"?[=+@]/m)
  })

  it('leaves a number a number', () => {
    assert.match(quoteCell('plain'), /^,,plain,direct,0,none,,,,,Sandvik Herald/)
  })
})

describe('JSON-LD of a hostile outlet', () => {
  it('makes no address of what is none', () => {
    const text = jsonLd.render(dossier, documents)
    assert.doesNotMatch(text, /javascript:/)
    assert.match(text, /"url": "https:\/\/herald\.example\/bridge"/)
  })

  it('gives every reading of a figure with its time', () => {
    const { hasPart } = JSON.parse(jsonLd.render(dossier, documents)) as { hasPart: Json[] }
    assert.deepEqual(
      hasPart
        .filter((node) => node['@type'] === 'Observation')
        .map(({ value, observationDate }) => [value, observationDate]),
      [
        [12, '2025-03-04T10:00:00Z'],
        [14, '2025-03-04T11:00:00Z'],
      ],
    )
  })
})

describe('a source that was not given', () => {
  it('stops every exporter: a statement without its source must not leave', () => {
    const { 'doc-a': only } = documents
    for (const exporter of [markdown, jsonLd, csvQuotes, ninjs, bibtex, csl])
      assert.throws(() => exporter.render(dossier, { 'doc-a': only! }), /doc-b is cited but not given/, exporter.name)
    assert.equal(sourceOf(documents, only!.documentId), only)
  })
})

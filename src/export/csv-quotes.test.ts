import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Dossier } from '../core/story.ts'
import { csvQuotes } from './csv-quotes.ts'
import { citing, documents, dossier, emptyDossier } from './export-fixture.ts'

/** Parses CSV (RFC 4180). */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const withQuote = (exact: string): Dossier => ({
  ...emptyDossier,
  unattributed: [
    {
      wordings: [{ citation: { ...citing('this notion'), exact }, kind: 'direct', confidence: 0, pattern: 'none' }],
      outlets: [],
    },
  ],
})

describe('the quotations as CSV', () => {
  it('has a row for every wording, with its utterance and place', () => {
    const [header, ...rows] = parse(csvQuotes.render(dossier, documents))
    assert.ok(header)
    assert.equal(rows.length, 3)
    const cell = (row: number, column: string) => rows[row]?.[header.indexOf(column)]
    assert.equal(cell(0, 'speaker'), 'Anna Lindqvist')
    assert.equal(cell(0, 'quote'), 'We will open it in <May>, if *all* goes well,')
    assert.equal(cell(0, 'addressee'), 'callers')
    assert.equal(cell(0, 'place'), 'in Sandvik')
    assert.equal(cell(0, 'channel'), 'local radio')
    assert.equal(cell(0, 'start'), String(citing('We will').span.start))
    assert.equal(cell(1, 'outlet'), 'Post, Morning')
    assert.deepEqual(
      [0, 1, 2].map((row) => cell(row, 'utterance')),
      ['1', '1', '2'],
    )
    assert.equal(cell(2, 'speaker'), '')
  })

  it('says when the words are heard, where the article is a transcript', () => {
    const plain = withQuote('We will')
    const [said] = plain.unattributed
    const heard: Dossier = {
      ...plain,
      unattributed: [{ ...said!, wordings: [{ ...said!.wordings[0], heard: { seconds: 723 } }] }],
    }
    const last = (of: Dossier) => parse(csvQuotes.render(of, documents))[1]?.at(-1)
    assert.deepEqual([last(heard), last(plain)], ['723', ''])
  })

  it('has only its header when nothing was said', () => {
    assert.equal(parse(csvQuotes.render(emptyDossier, documents)).length, 1)
  })

  it('does not hand a spreadsheet a formula', () => {
    const [, row] = parse(csvQuotes.render(withQuote('=HYPERLINK("x")'), documents))
    assert.equal(row?.[2], `'=HYPERLINK("x")`)
  })

  it('gives every quotation back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (words) => {
        const [header, row, ...rest] = parse(csvQuotes.render(withQuote(words), documents))
        assert.equal(rest.length, 0)
        assert.equal(row?.length, header?.length)
        assert.ok(row?.[2] === words || row?.[2] === `'${words}`)
      }),
    )
  })
})

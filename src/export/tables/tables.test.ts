import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { describe, it } from 'node:test'
import { parquetReadObjects } from 'hyparquet'
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import type { Entity } from '../../core/annotation.ts'
import { asId, type DocumentId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { citedText, citing, documents, dossier as plain } from '../export-fixture.ts'
import { datasheet } from './datasheet.ts'
import { documentsOf, type RowFilter, rowsOfStory, type TableText } from './story-rows.ts'
import { type TableFormat, type TableName, type TableRow, tableColumns, tableNames } from './table-columns.ts'
import { tableWriter } from './write-table.ts'

const digest = (text: string) => hash('sha256', text)
const words = 'The council approved the bridge on Monday.'
const dossier: Dossier = {
  ...plain,
  shared: [
    {
      documentId: asId('doc-b'),
      otherId: asId('doc-a'),
      kind: 'shares-passages',
      count: 3,
      passages: [{ here: citing(words, 'doc-b'), there: citing(words) }],
    },
  ],
}
const textOf = (id: string): TableText => ({
  documentId: asId(id),
  articleId: `article-${id}`,
  sourceId: asId(`source-${id}`),
  outlet: documents[id]!.sourceName,
  url: documents[id]!.url,
  language: 'en',
  title: '=cmd()',
  text: citedText,
  publishedAt: documents[id]!.publishedAt,
  fetchedAt: '2025-03-04T12:00:00.000Z',
  layers: { quotes: 17 },
  extractor: 7,
})
const texts = new Map<DocumentId, TableText>(['doc-a', 'doc-b'].map((id) => [asId(id), textOf(id)]))

function rows(table: TableName, filter: RowFilter = {}, hasTexts = true, of: typeof texts = texts): TableRow[] {
  return rowsOfStory(
    table,
    { id: dossier.storyId, dossier, texts: of },
    { ...filter, hasTexts, digest, program: 'T 1' },
  )
}

async function written(
  table: TableName,
  format: TableFormat,
  all: readonly TableRow[],
  hasTexts = true,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = await tableWriter(table, format, { hasTexts, program: 'T 1' })
  return Uint8Array.from(
    [[...writer.begin()], ...all.map((row) => [...writer.write([row])]), ...writer.end().map((end) => [...end])].flat(),
  )
}

const read = (bytes: Uint8Array<ArrayBuffer>) => parquetReadObjects({ file: bytes.buffer })

describe('the rows of a story', () => {
  it('have a place and hashes by which each passage can be found again', () => {
    for (const table of ['quotations', 'promises', 'figures', 'copies'] as const) {
      const found = rows(table)
      assert.ok(found.length > 0, table)
      for (const { start, end, exact, sha256, text_sha256: whole } of found) {
        assert.equal(citedText.slice(Number(start), Number(end)), exact)
        assert.equal(digest(String(exact)), sha256)
        assert.equal(digest(citedText), whole)
      }
    }
    assert.deepEqual(documentsOf(dossier), ['doc-a', 'doc-b'])
  })

  it('say who spoke, how sure that is, and what found it', () => {
    const [first, second, third] = rows('quotations')
    assert.equal(first?.speaker_id, 'person:anna-lindqvist')
    assert.deepEqual([first?.confidence, first?.is_probable, second?.is_probable], [0.95, false, true])
    assert.equal(second?.utterance, first?.id)
    assert.equal(third?.speaker, undefined)
    assert.equal(first?.analyzer, 'quotes 17, text 7')
    const [promise] = rows('promises')
    assert.deepEqual(
      [promise?.by, promise?.state, promise?.condition],
      ['Anna Lindqvist', 'changed', 'if *all* goes well'],
    )
    assert.deepEqual(
      rows('reports').map(({ origin, origin_by: by }) => [origin, by]),
      [
        ['Sandvik Herald', 'alone'],
        ['PA', 'undecided'],
      ],
    )
    assert.deepEqual(
      rows('copies').map(({ document, other_document: other, passages }) => [document, other, passages]),
      [['doc-b', 'doc-a', 3]],
    )
  })

  it('are only those of a person, an outlet or a period', () => {
    const count = (filter: RowFilter) => tableNames.map((table) => rows(table, filter).length)
    const entity: Entity = { id: asId('person:erik-holm'), kind: 'person', name: 'Erik Holm' }
    assert.deepEqual(count({}), [3, 1, 2, 2, 1])
    assert.deepEqual(count({ entity }), [0, 0, 0, 2, 1])
    assert.deepEqual(count({ sourceId: asId('source-doc-b') }), [1, 0, 1, 1, 1])
    assert.deepEqual(count({ from: Date.parse('2025-03-04T10:30:00Z') }), [1, 0, 1, 1, 1])
    assert.deepEqual(count({ until: Date.parse('2025-03-04T10:00:00Z') }), [0, 0, 0, 0, 0])
  })

  it('leave out a document that the reader may not read, and who copied it', () => {
    const one = new Map([[asId<DocumentId>('doc-b'), textOf('doc-b')]])
    assert.deepEqual(
      tableNames.map((table) => rows(table, {}, true, one).map(({ document }) => document)),
      [['doc-b'], [], ['doc-b'], ['doc-b'], []],
    )
  })
})

describe('a table', () => {
  it('is CSV that no spreadsheet runs', async () => {
    const csv = new TextDecoder().decode(await written('reports', 'csv', rows('reports')))
    const [head, first] = csv.split('\r\n')
    assert.equal(head, tableColumns.reports.map(({ name }) => name).join(','))
    assert.match(first ?? '', /,"'=cmd\(\)",/)
    const figures = new TextDecoder().decode(await written('figures', 'csv', [{ id: 'a', value: -5, unit: '-5' }]))
    assert.match(figures, /,"'-5",-5,/)
  })

  it('is JSON Lines with a value where there is one', async () => {
    const lines = new TextDecoder()
      .decode(await written('quotations', 'jsonl', rows('quotations')))
      .trim()
      .split('\n')
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      rows('quotations').map((row) => JSON.parse(JSON.stringify(row))),
    )
  })

  it('is Parquet that another program reads back', async () => {
    for (const table of tableNames) {
      const all = rows(table)
      const found = await read(await written(table, 'parquet', all))
      assert.deepEqual(
        found,
        all.map((row) => Object.fromEntries(tableColumns[table].map(({ name }) => [name, row[name] ?? null]))),
      )
    }
  })

  it('is Parquet in groups of rows, and one without rows', async () => {
    const many = Array.from({ length: 12_001 }, (_, at): TableRow => ({ id: `é${at}`, value: at / 2, start: at }))
    const found = await read(await written('figures', 'parquet', many))
    assert.equal(found.length, 12_001)
    assert.deepEqual([found[12_000]?.id, found[12_000]?.value, found[7_777]?.start], ['é12000', 6000, 7777])
    assert.deepEqual(await read(await written('figures', 'parquet', [])), [])
  })

  it('is Parquet with the footer that the library would write', async () => {
    for (const count of [1, 14_000, 16_500]) {
      const many = Array.from({ length: count }, (_, at): TableRow => ({ id: `é${at}`, value: at / 2, start: at }))
      const columns = tableColumns.figures
      const types = { text: 'BYTE_ARRAY', integer: 'INT32', number: 'DOUBLE', flag: 'BOOLEAN' } as const
      const out = new ByteWriter()
      const library = new ParquetWriter({
        writer: out,
        schema: [
          { name: 'root', num_children: columns.length },
          ...columns.map(({ name, type }) => ({
            name,
            type: types[type],
            ...(type === 'text' && { converted_type: 'UTF8' as const }),
            repetition_type: 'OPTIONAL' as const,
          })),
        ],
        createdBy: 'T 1',
        statistics: false,
      })
      const columnData = columns.map(({ name }) => ({ name, data: many.map((row) => row[name] ?? null) }))
      void library.write({ columnData, rowGroupSize: 1_000 })
      void library.finish()
      assert.ok(Buffer.from(out.getBytes()).equals(await written('figures', 'parquet', many)), `${count} rows`)
    }
  })

  it('has no words of an article unless they are wanted', async () => {
    for (const table of tableNames)
      for (const format of ['csv', 'jsonl'] as const) {
        const text = new TextDecoder().decode(await written(table, format, rows(table, {}, false), false))
        assert.doesNotMatch(text, /approved|open it|notion|cmd/, table)
      }
  })
})

describe('a datasheet', () => {
  it('says which rows each filter leaves, and nothing of filters that there are none of', () => {
    const facts = {
      version: '1',
      analyzers: {},
      madeAt: '2025-03-04T12:00:00Z',
      format: 'csv',
      hasTexts: false,
    } as const
    const rowCounts = { quotations: 1, promises: 0, figures: 0, reports: 2, copies: 0 }
    const ofOne = datasheet({ ...facts, filter: { person: 'Anna Lindqvist', to: '2025-03-04' }, rowCounts })
    assert.match(ofOne, /^- person: quotations that they say.*stories that name them/m)
    assert.match(ofOne, /^- to: /m)
    assert.doesNotMatch(ofOne, /^- (?:topic|source): /m)
    assert.doesNotMatch(datasheet({ ...facts, filter: {}, rowCounts }), /How rows are chosen/)
  })
})

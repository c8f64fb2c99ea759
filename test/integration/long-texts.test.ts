import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { tsvector } from '../../src/store/search/postgres-search.ts'
import { dialects, makeDatabase, skipReason } from './databases.ts'

const at = '2026-03-17T08:00:00.000Z'
const manyWords = Array.from({ length: 400_000 }, (_, number) => `word${number}`).join(' ')

/** A text of so many characters, with many different words, whose last word is nowhere else. */
function longText(characters: number, last: string): string {
  const parts: string[] = []
  for (let size = 0, number = 0; size < characters; number++) {
    const sentence = `The council of ward ${number % 500} spoke about the bridge at harbor${number % 2_000} on that day.`
    const part = number % 8 === 7 ? `${sentence}\n\n` : `${sentence} `
    parts.push(part)
    size += part.length
  }
  return `${parts.join('')}\n\nAt the very end stands ${last}.`
}

for (const dialect of dialects)
  test(`the last word of a long text is found on ${dialect}`, {
    skip: skipReason(dialect),
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twosource-long-'))
    const database = await makeDatabase(dialect)
    const url =
      database.schema === undefined ? database.url : `${database.url}?options=-c%20search_path%3D${database.schema}`
    const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_DATABASE: url }
    const context = await createContext(readConfig(settings), () => {}, undefined, { limits: { analysisMs: 60_000 } })
    try {
      // Far more words than there are places in an index of PostgreSQL.
      const body = { kind: 'text' as const, text: longText(300_000, 'zyzzyva') }
      const [outcome] = await context.pipeline.importArticles([{ outlet: 'Archive', title: 'Volume', body }], { at })
      assert.equal(outcome?.kind, 'kept')
      assert.equal((await context.operations.store.entries.search('zyzzyva', 10)).rows.length, 1)
      const written = tsvector('Many', manyWords).replaceAll("'", "''")
      if (dialect === 'postgres') await database.execute(`select '${written}'::tsvector`)
    } finally {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    }
  })

test('of seventeen megabytes each word is indexed, as far as the type of PostgreSQL holds them', () => {
  const written = tsvector('Volume', longText(17_000_000, 'zyzzyva'))
  assert.match(written, / 'zyzzyva':16383$/)
  assert.ok(tsvector('Volume', manyWords).length < 4_000_000)
})

test('of a text that takes too long to read it is said what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-long-'))
  const context = await createContext(readConfig({ TWOSOURCE_DATA: folder }), () => {}, undefined, {
    limits: { analysisMs: 1_000 },
  })
  try {
    const body = { kind: 'text' as const, text: longText(6_000_000, 'zyzzyva') }
    const [outcome] = await context.pipeline.importArticles([{ outlet: 'Archive', title: 'Volume', body }], { at })
    assert.deepEqual(outcome, {
      title: 'Volume',
      outlet: 'Archive',
      kind: 'failed',
      message: 'Its 6.0 MB took too long to read. Import it in parts of up to 1 MB.',
    })
  } finally {
    await context[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  }
})

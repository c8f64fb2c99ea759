import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { makeDatabase } from './databases.ts'

/** An article as a line of a file to import. */
type ArticleLine = {
  readonly title: string
  readonly outlet: string
  readonly url: string
  readonly publishedAt: string
  readonly text: string
}

/** The product on a database of its own, at noon of March 12, 2026, with these articles imported and read. */
export async function openWithArticles(
  dialect: Parameters<typeof makeDatabase>[0],
  articles: readonly ArticleLine[],
): Promise<{ readonly context: Context; readonly close: () => Promise<void> }> {
  const database = await makeDatabase(dialect)
  const folder = await mkdtemp(join(tmpdir(), 'twosource-articles-'))
  const config = readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder })
  const context = await createContext(
    config,
    () => {},
    () => new Date('2026-03-12T12:00:00Z'),
  )
  const lines = articles.map((article) => JSON.stringify(article)).join('\n')
  await importFile.run(context.operations, { bytes: new TextEncoder().encode(`${lines}\n`), name: 'articles.jsonl' })
  await context.pipeline.runOnce()
  return {
    context,
    async close() {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

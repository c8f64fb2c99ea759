import { z } from 'zod'
import { readImport } from '../pipeline/read-import.ts'
import { importOpml } from './import-opml.ts'
import { defineOperation } from './operation.ts'
import type { AddResult } from './views.ts'

export type ImportResult =
  | {
      readonly kind: 'imported'
      readonly articles: readonly {
        readonly title: string
        readonly outlet: string
        readonly kind: 'kept' | 'failed'
        readonly message?: string
      }[]
      readonly skipped: readonly string[]
    }
  | AddResult

export const importFile = defineOperation({
  name: 'import_file',
  least: 'owner',
  summary: 'Takes in the articles or subscriptions of a file',
  input: z.object({
    bytes: z.instanceof(Uint8Array),
    name: z.string(),
    at: z.iso.datetime().optional(),
    onArticle: z.custom<(done: number, total: number) => void>().optional(),
  }),
  async run(context, { bytes, name, at, onArticle }): Promise<ImportResult> {
    const file = readImport(bytes, name)
    switch (file.kind) {
      case 'unreadable':
        return { kind: 'refused', message: file.message }
      case 'opml':
        return importOpml.run(context, { text: file.text })
      case 'articles': {
        const articles = await context.importArticles(file.articles, {
          at: at ?? context.now().toISOString(),
          readerId: context.reader.id,
          ...(onArticle ? { onArticle } : {}),
        })
        return { kind: 'imported', articles, skipped: file.skipped }
      }
    }
  },
})

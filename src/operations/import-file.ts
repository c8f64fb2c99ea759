import { z } from 'zod'
import { mayActAs } from '../core/reader-identity.ts'
import { readImport } from '../pipeline/read-import.ts'
import { importOpml } from './import-opml.ts'
import { defineOperation } from './operation.ts'
import { type LinksImported, takeLinks } from './take-links.ts'
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
  | LinksImported
  | AddResult

export const importFile = defineOperation({
  name: 'import_file',
  least: 'reader',
  summary: 'Takes in the links or subscriptions of a file, and for the owner the articles; says what was not taken',
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
      case 'links':
        return takeLinks(context, file.file)
      case 'articles': {
        // Whoever is not the owner must not put words into an outlet's mouth: a text in a file is nobody's proof.
        if (!mayActAs(context.reader.role, 'owner'))
          return {
            kind: 'refused',
            reason: 'owner-only',
            message:
              'Only the owner may bring in articles with their texts. Links and subscriptions are taken of anybody.',
          }
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

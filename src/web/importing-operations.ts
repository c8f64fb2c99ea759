import type { ArticleAdded } from '../operations/add-article.ts'
import type { ImportResult } from '../operations/import-file.ts'

/** What comes in: files of other programs, and single pages of the web. */
export type ImportingOperations = {
  importFile(input: { readonly bytes: Uint8Array; readonly name: string }): Promise<ImportResult | undefined>
  addArticle(input: {
    readonly url: string
    readonly title?: string
    readonly tags?: readonly string[]
  }): Promise<ArticleAdded | undefined>
}

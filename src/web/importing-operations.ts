import type { ArticleAdded } from '../operations/add-article.ts'
import type { ImportResult } from '../operations/import-file.ts'
import type { OpmlImportView, OpmlTaken } from '../operations/opml-views.ts'

/** What comes in: files of other programs, and single pages of the web. */
export type ImportingOperations = {
  importOpml(input: {
    readonly text: string
    readonly folders?: readonly string[]
    readonly name?: string
  }): Promise<OpmlTaken>
  importOpmlFrom(input: { readonly url: string }): Promise<OpmlTaken>
  opmlImport(input: { readonly id: string }): Promise<OpmlImportView | undefined>
  /** The newest first. */
  opmlImports(): Promise<readonly OpmlImportView[]>
  cancelOpmlImport(input: { readonly id: string }): Promise<true | undefined>
  importFile(input: { readonly bytes: Uint8Array; readonly name: string }): Promise<ImportResult | undefined>
  addArticle(input: {
    readonly url: string
    readonly title?: string
    readonly tags?: readonly string[]
  }): Promise<ArticleAdded | undefined>
}

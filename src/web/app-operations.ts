import type { FoundPage } from '../operations/find-page.ts'
import type { PictureResult } from '../operations/get-picture.ts'
import type { ReadPageResult } from '../operations/read-page.ts'

/** What a picture belongs to: its address is looked up there. */
export type PicturePlace = { readonly articleId: string } | { readonly entryId: string }

/** What the installed app, its pictures and its shares ask for. */
export type AppOperations = {
  /** Undefined: no such picture stands there. */
  picture(input: { readonly key: string; readonly of: PicturePlace }): Promise<PictureResult | undefined>
  /** Where what was shared with this reader leads to; undefined for more than can be taken. */
  findPage(input: {
    readonly url?: string
    readonly text?: string
    readonly title?: string
  }): Promise<FoundPage | undefined>
  readPage(input: { readonly url: string }): Promise<ReadPageResult | undefined>
}

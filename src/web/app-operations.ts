import type { PictureResult } from '../operations/get-picture.ts'

/** What a picture belongs to: its address is looked up there. */
export type PicturePlace = { readonly articleId: string } | { readonly entryId: string }

/** What the installed app, its pictures and its shares ask for. */
export type AppOperations = {
  /** Undefined: no such picture stands there. */
  picture(input: { readonly key: string; readonly of: PicturePlace }): Promise<PictureResult | undefined>
}

import { defined } from '../core/defined.ts'
import type { getNoteForm } from '../operations/library/get-notes.ts'
import type { InputOf } from '../operations/operation.ts'

/** Words of an article, by their offsets in one of its revisions; absent: the newest. */
type NotePlace = Exclude<InputOf<typeof getNoteForm>, { readonly id: string }>

/** Words of an article as a URL or a form names them; undefined when it names none. */
export function placeOf(given: {
  readonly article?: string | undefined
  readonly revision?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
}): NotePlace | undefined {
  const { article, revision, start = '', end = '' } = given
  if (!article || !/^\d{1,8}$/.test(start) || !/^\d{1,8}$/.test(end)) return undefined
  return {
    articleId: article,
    ...defined({ documentId: revision || undefined }),
    start: Number(start),
    end: Number(end),
  }
}

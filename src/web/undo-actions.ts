import { ownValue } from '../core/own-value.ts'
import { queryOf } from './layout/links.ts'
import { safePath } from './safe-path.ts'
import type { Words } from './words/en.ts'

/** An action of a form that another form can undo. */
type UndoAction = {
  /** What was done, for the status line: `Muted.` */
  readonly said: (words: Words, value: string) => string
  /** Where the form that undoes it posts to. */
  readonly action: string
  /** Name of the field for the value: the id of what was changed. */
  readonly field: string
  /** Constant fields: `read=0`. */
  readonly fields?: Readonly<Record<string, string>>
}

/** The undoable actions, by the kind in the URL. */
export const undoActions: Readonly<Record<string, UndoAction>> = {
  follow: { said: (words) => words.mine.followed, action: '/unfollow', field: 'mark' },
  unfollow: { said: (words) => words.mine.unfollowed, action: '/follow', field: 'mark' },
  mute: { said: (words) => words.mine.muted, action: '/unmute', field: 'mute' },
  unmute: { said: (words) => words.mine.unmuted, action: '/mute', field: 'mark' },
  save: { said: (words) => words.mine.saved, action: '/unsave', field: 'mark' },
  unsave: { said: (words) => words.mine.unsaved, action: '/save', field: 'mark' },
  tagged: { said: (words) => words.marking.changed, action: '/tags/remove', field: 'mark' },
  untagged: { said: (words) => words.marking.changed, action: '/tags', field: 'mark' },
  tags: { said: (words) => words.marking.changed, action: '/tags/undo', field: 'undo' },
  highlight: { said: (words) => words.marking.highlighted, action: '/highlights/remove', field: 'id' },
  unhighlight: { said: (words) => words.marking.unhighlighted, action: '/highlights', field: 'mark' },
  'all-read': {
    said: (words, value) => words.river.markedAll(Number.parseInt(value, 10) || 0),
    action: '/feeds/read/undo',
    field: 'undo',
  },
  unsubscribed: {
    said: (words, value) => words.troubles.unsubscribed(Number.parseInt(value, 10) || 0),
    action: '/feeds/unsubscribe/undo',
    field: 'undo',
  },
  'read-story': { said: (words) => words.markedRead, action: '/stories/read', field: 'story', fields: { read: '0' } },
  'read-stories': {
    said: (words) => words.markedRead,
    action: '/stories/read-all',
    field: 'stories',
    fields: { read: '0' },
  },
  'unread-story': {
    said: (words) => words.markedUnread,
    action: '/stories/read',
    field: 'story',
    fields: { read: '1' },
  },
  unread: { said: (words) => words.markedUnread, action: '/entries/read', field: 'entry', fields: { read: '1' } },
  read: { said: readSaid, action: '/entries/read', field: 'entry', fields: { read: '0' } },
  star: { said: (words) => words.mine.saved, action: '/entries/star', field: 'entry', fields: { star: '0' } },
  unstar: { said: (words) => words.mine.unsaved, action: '/entries/star', field: 'entry', fields: { star: '1' } },
}

function readSaid(words: Words, value: string): string {
  const count = value.split('~').length
  return count > 1 ? words.river.markedAll(count) : words.markedRead
}

/** Where to redirect after a form without script, so that the page shows what was done: `/feeds?done=read.entry-1`. */
export function pathWithUndo(
  back: unknown,
  fallback: string,
  kind: keyof typeof undoActions & string,
  value: string,
): string {
  const url = new URL(safePath(back, fallback), 'http://self.invalid')
  url.searchParams.delete('done')
  const query = url.search.slice(1)
  return `${url.pathname}${query ? `?${query}&` : '?'}${queryOf({ done: `${kind}.${value}` }).slice(1)}${url.hash}`
}

/** The kind and value of the action in a URL; undefined for an unknown kind. */
export function readUndo(done: string | undefined): { readonly done: UndoAction; readonly value: string } | undefined {
  const dot = done?.indexOf('.') ?? -1
  if (done === undefined || dot < 1) return undefined
  const kind = done.slice(0, dot)
  const known = ownValue(undoActions, kind)
  return known && { done: known, value: done.slice(dot + 1) }
}

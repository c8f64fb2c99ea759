import { buttonForm, mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/**
 * Forms that mark an entry as read or starred; the script sends them without leaving the page and offers to undo. An entry from none of the
 * reader's feeds can only be starred.
 */
export function entryMarks(
  entry: {
    readonly id: string
    readonly isRead: boolean
    readonly isStarred: boolean
    readonly isUnsubscribed?: true
  },
  reader: Reader,
  title?: string,
): Html {
  if (!mayMark(reader)) return html``
  const { words } = reader
  const named = (label: string) => (title === undefined ? html`` : html` aria-label="${label}: ${title}"`)
  const readLabel = entry.isRead ? words.markUnread : words.markRead
  const starLabel = entry.isStarred ? words.unstar : words.star
  return html`<mark-read${messagesOf(words)}>${
    !entry.isUnsubscribed &&
    buttonForm(reader, {
      action: '/entries/read',
      fields: { entry: entry.id, read: entry.isRead ? '0' : '1' },
      label: readLabel,
      variant: 'quiet',
      attributes: html` data-kind="read"`,
      button: named(readLabel),
    })
  }${buttonForm(reader, {
    action: '/entries/star',
    fields: { entry: entry.id, star: entry.isStarred ? '0' : '1' },
    label: html`<span class="glyph" aria-hidden="true">${entry.isStarred ? '★' : '☆'}</span> <span data-label>${starLabel}</span>`,
    variant: 'quiet',
    attributes: html` data-kind="star"`,
    button: named(starLabel),
  })}</mark-read>`
}

const said = new WeakMap<Reader['words'], Html>()

/** The texts the script shows. They are the same in every row of a list, so they are made once. */
function messagesOf(words: Reader['words']): Html {
  const known = said.get(words)
  if (known) return known
  const labels = [words.markRead, words.markUnread, words.star, words.unstar].join('|')
  const made = html` data-read="${words.markedRead}" data-unread="${words.markedUnread}" data-undo="${words.undo}" data-failed="${words.failedToSave}" data-labels="${labels}"`
  said.set(words, made)
  return made
}

import { backField, hidden, mayMark } from '../../layout/forms.ts'
import { type Html, html, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import type { Reader } from '../../reader.ts'

type Marked = {
  readonly id: string
  readonly isRead: boolean
  readonly isStarred: boolean
  readonly isUnsubscribed?: true
}

/** What a script needs to send the marks inside without leaving the page, to say so and to offer undo. */
export function marksIsland(content: Piece, reader: Reader): Html {
  return html`${marksStart(reader)}${content}</mark-read>`
}

/** Its start tag, for a page that is made in pieces. */
export function marksStart(reader: Reader): Html {
  const { words, locale, preferences } = reader
  const marks = mayMark(reader) ? preferences.markRead : 'hand'
  const labels = [words.markRead, words.markUnread, words.save, words.mine.unsave].join('|')
  return html`<mark-read data-read="${words.markedRead}" data-unread="${words.markedUnread}" data-saved="${words.mine.saved}" data-labels="${labels}" data-locale="${locale}" data-marks="${marks}">`
}

/** Buttons that save an entry and mark it read, for its own page. An entry of no feed of the reader can only be saved. */
export function entryMarks(entry: Marked, reader: Reader, title?: string): Html {
  if (!mayMark(reader)) return html``
  const { words } = reader
  const named = (label: string) => (title === undefined ? html`` : html` aria-label="${label}: ${title}"`)
  const form = (kind: 'read' | 'star', isOn: boolean, label: string) =>
    html`<form method="post" action="/entries/${kind}" class="inline" data-kind="${kind}">${hidden('entry', entry.id)}${backField(reader)}<button class="btn quiet" name="${kind}" value="${isOn ? '0' : '1'}"${named(label)}><span data-label>${label}</span></button></form>`
  const save = form('star', entry.isStarred, entry.isStarred ? words.mine.unsave : words.save)
  const read = form('read', entry.isRead, entry.isRead ? words.markUnread : words.markRead)
  return marksIsland(html`${!entry.isUnsubscribed && read}${save}`, reader)
}

/** The same as icons in one form, for a row of a list. The list is in a `marksIsland`. */
export function rowMarks(entry: Marked, reader: Reader, title: string): Html {
  if (!mayMark(reader)) return html``
  const { words } = reader
  const { isRead, isStarred } = entry
  const [save, read] = [isStarred ? words.mine.unsave : words.save, isRead ? words.markUnread : words.markRead]
  return html`<form class="act" method="post" action="/entries/${entry.isUnsubscribed ? 'star' : 'read'}">${hidden('entry', entry.id)}${backField(reader)}<button class="ic${isStarred && ' on'}" name="star" value="${isStarred ? '0' : '1'}" formaction="/entries/star" data-kind="star" aria-label="${save}: ${title}" title="${save} (s)">${icon('save')}</button>${
    !entry.isUnsubscribed &&
    html`<button class="ic" name="read" value="${isRead ? '0' : '1'}" data-kind="read" aria-label="${read}: ${title}" title="${read} (m)">${icon(isRead ? 'dot' : 'check')}</button>`
  }</form>`
}

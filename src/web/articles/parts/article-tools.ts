import { isWatched } from '../../../core/reading/heard.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { discussionLink } from '../../discussion/parts/discussion-links.ts'
import { backField, buttonForm, hidden, mayMark } from '../../layout/forms.ts'
import { type Html, html, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { articlePath, entryPath, heardPath, isWebUrl, notePath, outLink, queryOf } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { saveButton } from '../../library/parts/save-button.ts'
import { shareButton } from '../../library/parts/share-button.ts'
import { sendLink } from '../../notify/parts/sending-line.ts'
import type { Reader } from '../../reader.ts'
import { marksIsland } from './entry-marks.ts'
import { textReportPath } from './problem-report-form.ts'
import { readAloud } from './read-aloud.ts'
import { lookMenu, marksMenu } from './reading-menus.ts'
import { recordingPart } from './recording.ts'
import { translationLink } from './translation-link.ts'

/** What of a reading view is read aloud. */
export const spoken =
  '.art h1, .text > :is(p, .sub), .text > .corr > :is(p:not(.small), .sub), .text > :is(ul, ol, blockquote) > *'

/** The bar of a reading view: what is used most, the menus of the text, and the rest behind three dots. */
export function readingTools(
  parts: { readonly first: Piece; readonly marks?: Piece; readonly more: Piece },
  reader: Reader,
): Html {
  const { articlePage } = reader.words
  return html`<div class="tools actions">${parts.first}<span class="r">${parts.marks}${lookMenu(reader)}${menu(
    html`${parts.more}<a href="#focus" data-focus>${icon('eye')}${articlePage.focus}</a>`,
    { name: reader.words.frame.more, isAtEnd: true },
  )}</span></div>
`
}

/** Leaves the focus mode, which `#focus` in the URL begins; fixed, so that following it moves nothing. */
export function focusExit({ words }: Reader): Html {
  return html`<p class="focus" id="focus"><a class="btn" href="#unfocus">${icon('x')}${words.close}</a></p><i class="focus" id="unfocus"></i>`
}

/** The tools of an article. */
export function articleTools(view: ArticleView, reader: Reader): Html {
  const { article, entry, document, marks, isCurrent, listening } = view
  const { words } = reader
  const canRecord = listening?.kind === 'none' && mayMark(reader)
  // Listening last: it appears once a voice is found, and moves nothing there.
  const first = html`${
    marks && saveButton({ kind: 'article', target: article.id, title: document.title, isSaved: marks.isSaved }, reader)
  }${listenLink(view, reader)}${shareButton(articlePath(article.id), document.title, reader)}${readAloud(spoken, reader)}`
  const [block] = document.blocks
  const more = html`${entry && readMark(entry, reader)}${
    marks &&
    block &&
    html`<a href="${notePath(article.id, { documentId: document.id, span: block })}">${icon('note')}${words.mine.addNote}</a>`
  }${translationLink(view, reader)}${isWebUrl(article.url) && sendLink({ article: article.id }, reader)}${discussionLink({ kind: 'article', id: article.id }, view.discussion, reader)}${
    canRecord &&
    buttonForm(reader, { ...recordedAt(view), label: html`${icon('listen')}${words.listening.make}`, variant: 'quiet' })
  }<hr>${entry && marks && ruleLink(entry.feedId, article.authors, reader)}${entry && html`<a href="${entryPath(entry.id)}">${icon('feeds')}${words.feedText}</a>`}<a href="${textReportPath(article.id, isCurrent ? undefined : document.id)}#tell">${icon('flag')}${words.textReport.tell.title}</a>`
  return html`${readingTools({ first, marks: marksMenu(view, reader), more }, reader)}${!canRecord && recording(view, reader)}`
}

/** The mark that an entry was read; an entry from none of the reader's feeds has none. */
/** A new rule, with the feed and the author of an article filled in. */
function ruleLink(feed: string, authors: readonly string[], { words }: Reader): Html {
  return html`<a href="/settings/rules/new${queryOf({ feed, author: authors[0] })}">${icon('filter')}${words.rules.make}</a>`
}

function readMark(
  { id, isRead, isUnsubscribed }: { readonly id: string; readonly isRead: boolean; readonly isUnsubscribed?: true },
  reader: Reader,
): Html {
  if (!mayMark(reader) || isUnsubscribed) return html``
  const label = isRead ? reader.words.markUnread : reader.words.markRead
  return marksIsland(
    html`<form method="post" action="/entries/read" data-kind="read">${hidden('entry', id)}${backField(reader)}<button name="read" value="${isRead ? '0' : '1'}">${icon('dot')}<span data-label>${label}</span></button></form>`,
    reader,
  )
}

/** The player of the recording whose transcript this is, or the page that has it. */
function listenLink({ article: { recording }, entry }: ArticleView, { words }: Reader): Html {
  if (!recording) return html``
  const label = isWatched(recording) ? words.recordings.watch : words.frame.listen
  return entry && recording.type
    ? html`<a class="btn" href="${heardPath(entry.id)}">${label}</a>`
    : outLink(recording.url, label, html` class="btn"`)
}

function recordedAt({ article, document, isCurrent }: ArticleView) {
  return { action: `${articlePath(article.id)}/audio${isCurrent ? '' : queryOf({ revision: document.id })}` }
}

function recording({ article, document, isCurrent, listening }: ArticleView, reader: Reader): Html {
  const query = isCurrent ? '' : queryOf({ revision: document.id })
  return recordingPart(listening, { path: `${articlePath(article.id)}/audio`, query, of: spoken }, reader)
}

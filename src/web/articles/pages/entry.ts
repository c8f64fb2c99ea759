import type { Letter } from '../../../core/entry.ts'
import type { EntryView } from '../../../operations/views.ts'
import { feedHtml } from '../../feeds/parts/feed-html.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, articlePath, hostOf, isWebUrl, outLink, storyPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { publishedAndUpdated } from '../../layout/time.ts'
import { sendLink } from '../../notify/parts/sending-line.ts'
import type { Reader } from '../../reader.ts'
import { readingHead } from '../parts/article-head.ts'
import { titleOf } from '../parts/article-row.ts'
import { focusExit, readingTools } from '../parts/article-tools.ts'
import { entryMarks } from '../parts/entry-marks.ts'
import { entryMore, listenLink } from '../parts/entry-more.ts'

/** How to unsubscribe from a newsletter, and attachments that were not stored. The reader follows its links; the server never does. */
function newsletterLine(letter: Letter, reader: Reader): Html {
  const { letters: words } = reader.words
  const { leaveUrl, leaveMail, leftOut = [] } = letter
  const mail = leaveMail?.replace(/^mailto:|\?.*$/gi, '')
  return html`${
    isWebUrl(leaveUrl)
      ? html`<p class="small">${outLink(leaveUrl, html`${words.leaveAt} ${foreign(hostOf(leaveUrl))}`)} (${words.leaveNote})</p>`
      : leaveMail &&
        html`<p class="small"><a href="${leaveMail}">${words.leaveByMail} ${foreign(mail ?? '')}</a> (${words.leaveNote})</p>`
  }${
    leftOut.length > 0 &&
    html`<p class="small">${words.leftOut(leftOut.length)} ${joined(
      leftOut.map(
        ({ name, lengthBytes }) =>
          html`${foreign(name || words.unnamedFile)} (${reader.words.admin.bytes(lengthBytes)})`,
      ),
      ' · ',
    )}</p>`
  }
`
}

/** An entry as its feed delivered it, in the reading view of articles. */
export function entryPage(view: EntryView, reader: Reader): string {
  const { words } = reader
  const { entry } = view
  const title = titleOf(entry)
  const from = html`${outletMark({ id: entry.sourceId, name: entry.feedTitle }, reader)}<b><a href="${articleListPath({ feedId: entry.feedId })}">${foreign(entry.feedTitle)}</a></b>`
  const facts = [
    view.authors.length > 0 && html`<b>${foreign(view.authors.join(', '))}</b>`,
    words.feedText,
    publishedAndUpdated(entry.publishedAt, undefined, reader),
  ]
  const first = html`${entryMarks(entry, reader, title)}${listenLink(view, reader)}${entry.articleId && html`<a class="btn" href="${articlePath(entry.articleId)}">${words.openInArticle}</a>`}`
  const more = html`${entry.storyId && html`<a href="${storyPath(entry.storyId)}">${icon('today')}${words.partOfStory}</a>`}${isWebUrl(entry.url) && sendLink({ entry: entry.id }, reader)}`
  const body = html`${focusExit(reader)}<article class="art" data-item>
${readingHead({ from, url: entry.url, title, facts }, reader)}${readingTools({ first, more }, reader)}
${view.letter && newsletterLine(view.letter, reader)}<div class="text feed" dir="auto">${feedHtml(view, reader)}</div>
<div class="tail">${entryMore(view, reader)}</div></article>
`
  return layout(reader, { title, place: 'feeds', body })
}

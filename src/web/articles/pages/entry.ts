import type { Letter } from '../../../core/entry.ts'
import type { EntryView } from '../../../operations/views.ts'
import { feedHtml } from '../../feeds/parts/feed-html.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, articlePath, hostOf, isWebUrl, outLink, storyPath } from '../../layout/links.ts'
import { when } from '../../layout/time.ts'
import { sendLink } from '../../notify/parts/sending-line.ts'
import type { Reader } from '../../reader.ts'
import { titleOf } from '../parts/article-row.ts'
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

/** An entry as its feed delivered it. */
export function entryPage(view: EntryView, reader: Reader): string {
  const { words } = reader
  const { entry } = view
  const title = titleOf(entry)
  const body = html`<div class="single">
<article class="article" data-item>
<p class="kicker"><a href="${articleListPath({ feedId: entry.feedId })}">${foreign(entry.feedTitle)}</a> · ${words.feedText}</p>
<h1 dir="auto">${title}</h1>
<ul class="facts">${view.authors.length > 0 && html`<li>${words.by} <b>${foreign(view.authors.join(', '))}</b></li>`}
<li>${when(entry.publishedAt, reader)}</li>
</ul>
<div class="actions">
${listenLink(view, reader)}${entry.articleId && html`<a class="btn ghost" href="${articlePath(entry.articleId)}">${words.readHere}</a>`}
${entry.storyId && html`<a class="btn ghost" href="${storyPath(entry.storyId)}">${words.inStory}</a>`}
${isWebUrl(entry.url) && outLink(entry.url, words.readOriginal, html` class="btn ghost" data-original`)}
${entryMarks(entry, reader, title)}${isWebUrl(entry.url) && sendLink({ entry: entry.id }, reader)}
</div>
${view.letter && newsletterLine(view.letter, reader)}<div class="text feed" dir="auto">${feedHtml(view, reader)}</div>
${entryMore(view, reader)}${
  isWebUrl(entry.url) &&
  html`<p class="footnote">${outLink(entry.url, html`${words.readOriginal}${reader.words.colon}${foreign(hostOf(entry.url))}`)}</p>`
}</article></div>
`
  return layout(reader, { title, place: 'feeds', body })
}

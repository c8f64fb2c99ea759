import type { EntryView } from '../../operations/views.ts'
import { entryMarks } from '../parts/entry-marks.ts'
import { entryMore, listenLink } from '../parts/entry-more.ts'
import { feedHtml } from '../parts/feed-html.ts'
import { html } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { letterLine } from '../parts/letter-line.ts'
import { articlePath, hostOf, isWebUrl, outLink, riverPath, storyPath } from '../parts/links.ts'
import { titleOf } from '../parts/river-row.ts'
import { sendLink } from '../parts/send-link.ts'
import { when } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

/** An entry as its feed delivered it. */
export function entryPage(view: EntryView, reader: Reader): string {
  const { words } = reader
  const { entry } = view
  const title = titleOf(entry)
  const body = html`<div class="single">
<article class="article" data-item>
<p class="kicker"><a href="${riverPath({ feedId: entry.feedId })}">${foreign(entry.feedTitle)}</a> · ${words.feedText}</p>
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
${view.letter && letterLine(view.letter, reader)}<div class="text feed" dir="auto">${feedHtml(view, reader)}</div>
${entryMore(view, reader)}${
  isWebUrl(entry.url) &&
  html`<p class="footnote">${outLink(entry.url, html`${words.readOriginal}${reader.words.colon}${foreign(hostOf(entry.url))}`)}</p>`
}</article></div>
`
  return layout(reader, { title, place: 'feeds', body })
}

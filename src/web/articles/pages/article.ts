import { mayBeFeedText } from '../../../core/article.ts'
import { defined } from '../../../core/defined.ts'
import { textOf } from '../../../core/document.ts'
import { feedOwnsSite } from '../../../core/feed/site-ownership.ts'
import type { ArticleView, StoryNeighbor } from '../../../operations/views.ts'
import { discussionLink } from '../../discussion/parts/discussion-links.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import {
  articlePath,
  comparePath,
  entryPath,
  hostOf,
  isWebUrl,
  outLink,
  queryOf,
  revisionsPath,
  sourcePath,
} from '../../layout/links.ts'
import { alwaysForm, pictureFigure, picturesOf } from '../../layout/picture.ts'
import { isolated } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { absolute, when } from '../../layout/time.ts'
import { saveButton } from '../../library/parts/save-button.ts'
import { shareButton } from '../../library/parts/share-button.ts'
import { sendLink } from '../../notify/parts/sending-line.ts'
import type { Reader } from '../../reader.ts'
import { wordsNotIn } from '../../stories/parts/diff-words.ts'
import { whyIncomplete } from '../../stories/parts/why-incomplete.ts'
import { articleAside } from '../parts/article-aside.ts'
import { lostHighlights } from '../parts/article-highlights.ts'
import { lostNotes } from '../parts/article-notes.ts'
import { postList } from '../parts/article-posts.ts'
import { articleText } from '../parts/article-text.ts'
import { entryMarks } from '../parts/entry-marks.ts'
import { markedText } from '../parts/marked-text.ts'
import { readAloud } from '../parts/read-aloud.ts'
import { readingGrade } from '../parts/reading-note.ts'
import { recordingPart } from '../parts/recording.ts'
import { alwaysTranslatedLine, translationLink } from '../parts/translation-link.ts'
import { countsLine } from './revisions.ts'

const rowsShown = 40

/** What a revision changed, before and after side by side with the words marked; one above the other on narrow pages. */
export function changedPart({ changes, document }: ArticleView, reader: Reader): Html {
  const { before: wasLabel, after: isLabel, none, more } = reader.words.articlePage.changed
  const rows = changes?.rows ?? []
  if (rows.length === 0) return html``
  const language = languageAttributes(document.language)
  const side = (label: string, text: string | undefined, other: string | undefined, tag: 'del' | 'ins') =>
    html`<div><p class="who">${label}</p>${
      text === undefined
        ? html`<p class="small">${none}</p>`
        : html`<p class="words"${language}>${marked(text, other, tag)}</p>`
    }</div>`
  return section(
    'changed',
    reader.words.changes,
    html`${rows.slice(0, rowsShown).map((row) => {
      const after = row.after && textOf(document, row.after)
      return html`<div class="clash">${side(wasLabel, row.before, after, 'del')}
${side(isLabel, after, row.before, 'ins')}</div>
`
    })}${rows.length > rowsShown && html`<p class="note">${more(rows.length - rowsShown)}</p>`}`,
  )
}

/** Marks the words the other side lacks; all of them when there is no other side. */
function marked(text: string, other: string | undefined, tag: 'del' | 'ins'): Html {
  const spans = other === undefined ? [{ start: 0, end: text.length }] : wordsNotIn(other, text)
  return markedText(
    text,
    { start: 0, end: text.length },
    spans.map((span) => ({
      ...span,
      rank: 0,
      wrap: (content) => (tag === 'del' ? html`<del>${content}</del>` : html`<ins>${content}</ins>`),
    })),
  )
}

/** With more notes than this, only the text itself shows them. */
const mostNotes = 4

/** The outlet's own notes on its article, each linked to its place in the text. */
export function outletNotices({ annotations, article, document, isCurrent }: ArticleView, reader: Reader): Html {
  const notes = (annotations.amendments?.items ?? []).slice(0, mostNotes)
  if (notes.length === 0) return html``
  const { revised: words, since } = reader.words
  return html`<aside class="notice notices" aria-label="${words.notices}">${notes.map(({ kind, span, day }) => {
    const path = articlePath(article.id, { ...defined({ revision: isCurrent ? undefined : document.id }), ...span })
    return html`<p><b>${since.amendmentKinds[kind]}</b>${day && html` · ${dayOf(day, reader)}`} <a href="${path}"${languageAttributes(document.language)}>${document.text.slice(span.start, span.end)}</a></p>
`
  })}</aside>`
}

/** What was changed after publication, and the result of the last recheck of the page. */
export function changedLine({ article, document, changes, revisions, lastLook }: ArticleView, reader: Reader): Html {
  const words = reader.words.revised
  const at = revisions.find(({ documentId }) => documentId === document.id)?.at
  const { counts, cause, previousId } = changes ?? {}
  const isOther = counts !== undefined && previousId !== undefined
  const changed =
    isOther &&
    html`<p class="note changedline">${cause === undefined ? html`<b>${words.changedAfter}</b>${at && html`, ${when(at, reader)}`}${reader.words.colon}${countsLine({ counts }, reader)} ·` : words.causes[cause]} <a href="${revisionsPath(article.id, { from: previousId, to: document.id })}">${words.see}</a></p>`
  const looked =
    lastLook &&
    !(lastLook.outcome === 'changed' && isOther) &&
    html`<p class="note">${words.looks[lastLook.outcome]} ${when(lastLook.at, reader)}</p>`
  return html`${changed}${looked}`
}

function dayOf(day: string, { words }: Reader): Html {
  const shown = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
  return html`<time datetime="${day}">${shown}</time>`
}

/** What of the page is read aloud. */
const spoken = '.article h1, .text > :is(p, .sub), .text > :is(ul, ol, blockquote) > *'

/** One article: its text as extracted, its quality, and where its words come from. */
export function articlePage(view: ArticleView, reader: Reader): string {
  const { words } = reader
  const { article, document } = view
  const body = html`<div class="cols"><article class="article" data-item>
${labels(view, reader)}
<h1${languageAttributes(document.language)}>${document.title}</h1>${
    article.standfirst &&
    html`
<p class="standfirst"${languageAttributes(document.language)}>${article.standfirst}</p>`
  }
${byline(view, reader)}
${!view.isCurrent && html`<p class="notice">${words.notCurrent} <a href="${articlePath(article.id)}">${words.seeCurrent}</a></p>`}${completenessNotice(view, reader)}${unconfirmedLink(view, reader)}${article.refusesModels && html`<p class="note">${words.robots.refusesModels}</p>`}
${outletNotices(view, reader)}${changedLine(view, reader)}${alwaysTranslatedLine(view, reader)}${leadPicture(view, reader)}${postList(view, reader)}
${articleText(view, reader)}${lostNotes(view, reader)}${lostHighlights(view, reader)}
${changedPart(view, reader)}
<p class="footnote">${outLink(article.url, html`${originalLabel(view, reader)}${reader.words.colon}${foreign(hostOf(article.url))}`)}</p>
${neighbors(view, reader)}
</article><aside aria-label="${words.sources}">
${articleAside(view, reader)}
</aside></div>
`
  // Distinguishes it from the story of the same headline in tabs and bookmarks.
  const text = `${view.source.name} · ${absolute(article.publishedAt, reader)}`
  const card = { title: document.title, text, path: articlePath(article.id) }
  return layout(reader, { title: `${document.title} · ${view.source.name}`, body, card })
}

/** The feed's text under a link to another site, when the article there could not be read. */
function isUnconfirmed({ article, source }: ArticleView): boolean {
  return mayBeFeedText(article.completeness) && isWebUrl(article.url) && !feedOwnsSite(source.homeUrl, article.url)
}

function unconfirmedLink(view: ArticleView, reader: Reader): Html {
  if (!isUnconfirmed(view)) return html``
  const { article, source } = view
  return html`<p class="notice">${reader.words.unconfirmedLink(isolated(hostOf(source.homeUrl)), isolated(hostOf(article.url)))}</p>`
}

function originalLabel(view: ArticleView, { words }: Reader): string {
  return isUnconfirmed(view) ? words.openLink : words.readOriginal
}

function labels({ article, source }: ArticleView, reader: Reader): Html {
  const { words } = reader
  return html`<p class="kicker">${joined(
    [
      html`<a href="${sourcePath(source.id)}">${foreign(source.name)}</a>`,
      article.section && foreign(article.section),
      article.kind !== 'article' && words.kinds[article.kind],
      (article.access === 'locked' || article.access === 'metered') &&
        html`<span title="${words.access.meaning}">${words.access[article.access]}</span>`,
      html`<a href="/about#completeness" title="${words.articlePage.whatIsHeld}">${words.completeness[article.completeness.kind]}</a>`,
    ],
    ' · ',
  )}</p>`
}

function byline(view: ArticleView, reader: Reader): Html {
  const { article, entry, document, marks } = view
  const { words } = reader
  return html`<ul class="facts">${article.authors.length > 0 && html`<li>${words.by} <b>${foreign(article.authors.join(', '))}</b></li>`}${article.credit && html`<li>${words.credit}${reader.words.colon}${foreign(article.credit)}</li>`}
<li>${when(article.publishedAt, reader)}</li>${article.updatedAt && article.updatedAt !== article.publishedAt && html`<li>${words.updated} ${when(article.updatedAt, reader)}</li>`}${readingTime(view, reader)}
</ul>
<div class="actions">${isWebUrl(article.url) && outLink(article.url, originalLabel(view, reader), html` class="btn ghost" data-original`)}
${entry && html`<a href="${entryPath(entry.id)}">${words.feedText}</a>`}
${entry && entryMarks(entry, reader, document.title)}${marks && saveButton({ kind: 'article', target: article.id, title: document.title, isSaved: marks.isSaved }, reader)}
${isWebUrl(article.url) && sendLink({ article: article.id }, reader)}
${readAloud(spoken, reader)}
${translationLink(view, reader)}
${discussionLink({ kind: 'article', id: article.id }, view.discussion, reader)}
${shareButton(articlePath(article.id), document.title, reader)}
</div>${recording(view, reader)}`
}

function recording({ article, document, isCurrent, listening }: ArticleView, reader: Reader): Html {
  const query = isCurrent ? '' : queryOf({ revision: document.id })
  return recordingPart(listening, { path: `${articlePath(article.id)}/audio`, query, of: spoken }, reader)
}

/** The previous and next article of the story, and a link to compare this one with another. */
function neighbors({ story, article }: ArticleView, reader: Reader): Html {
  if (!story || (!story.previous && !story.next)) return html``
  const { articlePage, storyPage } = reader.words
  const one = (neighbor: StoryNeighbor | undefined, rel: 'prev' | 'next', label: string) =>
    neighbor &&
    html`<li><small>${label}</small> <a rel="${rel}" href="${articlePath(neighbor.articleId)}"><b>${foreign(neighbor.sourceName)}</b> ${foreign(neighbor.title)}</a> <small><a href="${comparePath(story.id, { a: article.id, b: neighbor.articleId })}">${storyPage.compare.show}<span class="sr">: ${foreign(neighbor.sourceName)}</span></a></small></li>
`
  return html`<nav class="neighbors" aria-label="${articlePage.ofStory}"><ul>
${one(story.previous, 'prev', articlePage.previous)}${one(story.next, 'next', articlePage.next)}</ul></nav>`
}

/** Reading time and difficulty; an incomplete text has no reading time. */
function readingTime({ article, document, reading }: ArticleView, reader: Reader): Html {
  if (article.completeness.kind !== 'complete') return html``
  if (reading)
    return html`<li>${reader.words.articlePage.minutes(reading.minutes)}</li><li>${readingGrade(reading, reader)}</li>`
  const count = document.text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0
  return html`<li>${reader.words.articlePage.minutes(Math.max(1, Math.round(count / 220)))}</li>`
}

function leadPicture(view: ArticleView, reader: Reader): Html {
  const { lead, others } = picturesOf(view, reader)
  if (!lead) return html``
  return html`${pictureFigure(lead, view.pictureSizes, reader)}${others.length === 0 && alwaysForm(reader)}`
}

/** Says what is missing of an incomplete text, and why. */
function completenessNotice({ article }: ArticleView, reader: Reader): Html {
  const { completeness } = article
  if (completeness.kind === 'complete') return html``
  return html`<p class="notice warn"><b>${reader.words.completeness[completeness.kind]}</b>${reader.words.colon}${whyIncomplete(completeness.reason, reader)}</p>`
}

import { defined } from '../../../core/defined.ts'
import { textOf } from '../../../core/document.ts'
import { mediaTopics } from '../../../core/names/media-topics.ts'
import type { ArticleView, StoryNeighbor } from '../../../operations/views.ts'
import { foreign, type Html, html, languageAttributes, languageName, listed } from '../../layout/html.ts'
import { labelAnchor } from '../../layout/label-form.ts'
import { articlePath, comparePath, entryPath, queryOf, revisionsPath, storyPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { pictureSection, picturesOf } from '../../layout/picture.ts'
import { reportBar } from '../../layout/report-bar.ts'
import { section } from '../../layout/section.ts'
import { brief, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { countsLine, keptPagesLine } from '../pages/revisions.ts'
import { peopleSection } from './article-people.ts'
import { titleOf } from './article-row.ts'
import { statementsSection } from './article-statements.ts'
import { sharedTextSection } from './copied-passages.ts'
import { leftOutReason } from './left-out-reason.ts'
import { pluginFindings } from './plugin-findings.ts'
import { textReportPath } from './problem-report-form.ts'

/** What follows the text of an article: its story, people, versions, figures, copies, and the next article of the feeds. */
export function articleAfter(view: ArticleView, reader: Reader): Html {
  return html`<div class="tail">${storySection(view, reader)}
${peopleSection(view, reader)}${versionsSection(view, reader)}${statementsSection(view, reader)}
${sharedTextSection(view, reader)}${pluginFindings(view, reader)}
${pictureSection(picturesOf(view, reader).others, view.pictureSizes, reader)}
${nextSection(view, reader)}
${aboutText(view, reader)}</div>
`
}

function storySection({ story, article }: ArticleView, reader: Reader): Html {
  if (!story) return html``
  const { words } = reader
  const names = story.outlets.map(({ name }) => name)
  return section(
    'story',
    words.partOfStory,
    html`<h3><a href="${storyPath(story.id)}" dir="auto">${story.title}</a></h3>
<p class="meta">${reportBar(story.reportSizes)}<span><b>${words.reports(story.reportCount)}</b> · ${words.articles(story.articleCount)}</span><span class="favs">${story.outlets.map((outlet) => outletMark(outlet, reader))}<span class="sr">${listed(
      names.map((name) => foreign(name)),
      reader,
    )}</span></span></p>
${neighbors(story, article.id, reader)}`,
  )
}

/** The previous and next article of the story, each with a link to compare this one with it. */
function neighbors(story: NonNullable<ArticleView['story']>, articleId: string, { words }: Reader): Html {
  const { articlePage } = words
  const one = (neighbor: StoryNeighbor | undefined, rel: 'prev' | 'next', label: string) =>
    neighbor &&
    html`<li><small>${label}</small> <a rel="${rel}" href="${articlePath(neighbor.articleId)}"><b>${foreign(neighbor.sourceName)}</b> ${foreign(neighbor.title)}</a> <a class="u small" href="${comparePath(story.id, { a: articleId, b: neighbor.articleId })}">${words.revised.show}<span class="sr">: ${foreign(neighbor.sourceName)}</span></a></li>
`
  if (!story.previous && !story.next) return html``
  return html`<ul class="beside">
${one(story.previous, 'prev', articlePage.previous)}${one(story.next, 'next', articlePage.next)}</ul>`
}

function nextSection({ next }: ArticleView, reader: Reader): Html {
  if (!next) return html``
  const path = next.articleId ? articlePath(next.articleId) : entryPath(next.id)
  return html`<section class="after" id="next" aria-labelledby="next-h"><h2 id="next-h">${reader.words.articlePage.nextInFeeds}</h2><a href="${path}"><span dir="auto">${titleOf(next)}</span><small>${foreign(next.feedTitle)} · ${brief(next.publishedAt, reader)}</small></a></section>`
}

/** Closed at first: what we know about the text and how it was made. */
function aboutText(view: ArticleView, reader: Reader): Html {
  const { article, document, isCurrent } = view
  const { words } = reader
  const path = textReportPath(article.id, isCurrent ? undefined : document.id)
  return html`<details class="about-text"><summary>${words.articlePage.aboutText}</summary>
<p><a class="u" href="${path}">${words.textReport.title}</a></p>
${topicSection(view, reader)}${notReadNote(view, reader)}${article.refusesModels && html`<p class="note">${words.robots.refusesModels}</p>`}${removals(view, reader)}${quotesToCorrect(view, reader)}</details>
`
}

/** Says what isn't detected in this language, so that its absence isn't taken for an answer. */
function notReadNote({ document, notRead }: ArticleView, { words }: Reader): Html {
  if (notRead.length === 0) return html``
  const language = languageName(document.language, words.locale)
  return html`<p class="note">${words.notRead(
    language,
    notRead.map((reading) => words.readings[reading]),
  )}</p>`
}

/** Each topic links to the first word that shows it; one known only from the outlet's section says so. */
function topicSection({ topics, document, article, isCurrent }: ArticleView, reader: Reader): Html {
  const { words } = reader
  if (topics.length === 0) return html``
  return html`<p class="small">${words.topics}</p><ul class="topics">${topics.map(item)}
</ul>`

  function item({ code, broader, by, words: spans }: ArticleView['topics'][number]): Html {
    const translated = reader.words.topicNames[code]
    const name = translated ?? foreign(mediaTopics.get(code)?.name ?? code, 'en')
    const [first] = spans
    const said = [...new Set(spans.map((span) => textOf(document, span).toLowerCase()))].join(', ')
    const label = first
      ? html`<a href="${articlePath(article.id, { ...defined({ revision: isCurrent ? undefined : document.id }), ...first })}">${name}</a>`
      : name
    return html`<li${broader && html` class="finer"`}>${label} ${by !== 'section' && html`<small>${foreign(said)}</small>`}</li>
`
  }
}

/** The versions of an article, the first first, with what the shown one changed; a check of its page that found something else, and when it was kept. */
function versionsSection(view: ArticleView, reader: Reader): Html {
  const { article, document, revisions, changes, lastLook } = view
  const { words } = reader
  const looks: Partial<Record<string, string>> = words.revised.looks
  const look = lastLook && looks[lastLook.outcome]
  if (revisions.length < 2 && !changes && look === undefined && !view.keptPages) return html``
  const ordered = revisions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return section(
    'revisions',
    words.revisions,
    html`<ol class="tl" id="changed">${ordered.map(({ documentId, title, at }, index) => {
      const isShown = documentId === document.id
      const label = index === 0 ? words.articlePage.published : words.articlePage.edited
      const name = isShown
        ? html`<span aria-current="true">${changes && index > 0 ? changedLine(view, reader) : label}</span>`
        : html`<a href="${articlePath(article.id, { revision: documentId })}">${label}</a>`
      return html`<li><b><time datetime="${at}">${brief(index === 0 ? article.publishedAt : at, reader)}</time></b>${name}${title !== document.title && html` <del dir="auto">${title}</del>`}</li>
`
    })}
</ol>${look !== undefined && lastLook && html`<p class="note">${look} ${shortWhen(lastLook.at, reader)}</p>`}${keptPagesLine(article.id, view.keptPages, reader)}`,
  )
}

/** What the shown version changed, and a link to the comparison. */
export function changedLine({ article, document, changes }: ArticleView, reader: Reader): Html {
  const words = reader.words.revised
  const { counts, cause, previousId } = changes ?? {}
  if (counts === undefined || previousId === undefined) return html``
  return html`${cause === undefined ? countsLine({ counts }, reader) : words.causes[cause]} <small><a class="u" href="${revisionsPath(article.id, { from: previousId, to: document.id })}">${words.show}</a></small>`
}

/** For the owner: each quotation with a link to correct its speaker. */
function quotesToCorrect({ article, document, annotations, isCurrent }: ArticleView, reader: Reader): Html {
  const words = reader.words.labels
  const quotes = annotations.quotes?.items ?? []
  if (!reader.isModerator || !isCurrent || quotes.length === 0) return html``
  return html`<details>
<summary>${words.correctQuotes} (${quotes.length})</summary>
<ul class="removed corrections">${quotes.map(({ span, speaker }) => {
    const start = document.text.slice(span.start, Math.min(span.end, span.start + 60)).toWellFormed()
    const path = `/labels${queryOf({ article: article.id })}#${labelAnchor(span, document.id)}`
    return html`<li><span${languageAttributes(document.language)}>${start}${span.end - span.start > 60 && '…'}</span>
<span class="small"><b>${speaker ? foreign(speaker.name) : words.nobody}</b> · <a href="${path}" aria-label="${words.correctThis}${reader.words.colon}${start}">${words.correctThis}</a></span></li>
`
  })}</ul></details>
`
}

function removals({ article }: ArticleView, reader: Reader): Html {
  const { words } = reader
  if (article.removals.length === 0) return html``
  return html`<details class="removals">
<summary>${words.leftOut} (${article.removals.length})</summary>
<ul class="removed">${article.removals.map(
    ({ step, text }) =>
      html`<li><span class="step">${leftOutReason(step, reader)}</span> <span dir="auto">${text}</span></li>`,
  )}</ul></details>
`
}

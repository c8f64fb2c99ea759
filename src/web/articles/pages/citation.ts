import { sureEnough } from '../../../core/quote.ts'
import type { Span } from '../../../core/span.ts'
import type { CitationView } from '../../../operations/views.ts'
import { discussionPath } from '../../discussion/parts/discussion-links.ts'
import { blockNumber } from '../../layout/citation-link.ts'
import { heardLink } from '../../layout/heard-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, citationPath, hostOf, isWebUrl, notePath, outLink, storyPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { isolated } from '../../layout/plain-line.ts'
import { brief } from '../../layout/time.ts'
import { shareButton } from '../../library/parts/share-button.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import type { Reader } from '../../reader.ts'
import { markedText } from '../parts/marked-text.ts'
import { howAttributed } from '../parts/wording.ts'

/** The exact words of a citation, in their paragraph, as a page of its own. */
export function citationPage(view: CitationView, reader: Reader): string {
  const body = html`<div class="single">${citationFragment(view, reader, 'h1')}</div>
`
  return layout(reader, { title: `${reader.words.citation}${reader.words.colon}${view.document.sourceName}`, body })
}

/** The same without the page around it, for the pane beside a text. */
export function citationFragment(view: CitationView, reader: Reader, heading: 'h1' | 'h2' = 'h2'): Html {
  const { words } = reader
  const { citation, document, revision, now } = view
  const block = blockNumber(document, citation.span.start)
  const title = html`${outletMark({ id: document.sourceId, name: document.sourceName }, reader)} ${foreign(document.sourceName)}${block !== undefined && html` <bdi class="n">¶${block}</bdi>`}`
  const inArticle = articlePath(document.articleId, { revision: citation.documentId, ...citation.span })
  const around = languageAttributes(document.language)
  const paragraph = markedText(view.paragraph, { start: 0, end: view.paragraph.length }, [
    {
      start: view.start,
      end: view.end,
      rank: 0,
      wrap: (content, isFirst) => html`<mark${isFirst && html` id="cited"`}>${content}</mark>`,
    },
  ])
  return html`<article class="citation">${heading === 'h1' ? html`<h1>${title}</h1>` : html`<h2 tabindex="-1">${title}</h2>`}
<p class="source"><a href="${articlePath(document.articleId)}"${around}>${document.title}</a></p>
<p class="small">${joined(
    [
      html`<time datetime="${document.publishedAt}">${brief(document.publishedAt, reader)}</time>`,
      view.heard && heardLink(view.heard, reader),
      revision.count > 1 && revision.index > 0 && words.revision(revision.index, revision.count),
      // Here, because the row of buttons is not printed.
      isWebUrl(document.url) &&
        outLink(document.url, words.articlePage.readOn(isolated(hostOf(document.url))), html` class="u"`),
    ],
    ' · ',
  )}</p>
${view.before && html`<p class="near"${around}>${view.before}</p>`}
<blockquote${around}>
<p>${paragraph}</p></blockquote>${view.after && html`<p class="near"${around}>${view.after}</p>`}
<p class="${view.holds ? 'holds' : 'holds bad'}">${view.holds ? words.citationHolds : words.citationFails}</p>${now && nowPart(view, now, reader)}${speakerPart(view, reader)}
<p class="acts"><a class="btn main" href="${inArticle}">${words.openInArticle}</a> <a class="btn" href="${notePath(document.articleId, citation)}">${words.mine.addNote}</a>${view.discussion && html` <a class="btn" href="${discussionPath({ kind: 'article', id: document.articleId }, citation)}">${words.discussion.link(view.discussion.count)}</a>`}
${shareButton(citationPath(citation), document.title, reader)}</p>${neighbors(view, reader)}${
    view.story &&
    html`<p class="of-story"><small>${words.partOfStory}</small> <a href="${storyPath(view.story.id)}" dir="auto">${view.story.title}</a></p>`
  }
</article>`
}

/** Who said the cited words, how sure we are, and how we know. */
function speakerPart({ quotation, document }: CitationView, reader: Reader): Html {
  if (!quotation) return html``
  const { words } = reader
  const { speaker, confidence, cue } = quotation
  const name =
    speaker &&
    html`<b>${confidence < sureEnough && `${words.probably} `}${entityLink(speaker, !speaker.isWithoutPage)}</b> · `
  return html`<details class="found"><summary>${words.speakerFound}</summary><p>${name}${howAttributed(quotation, reader)}${cue !== undefined && html` · <q>${foreign(cue, document.language)}</q>`}</p></details>`
}

/** Links to the paragraphs around this one, each cited in full. */
function neighbors({ beforeSpan, afterSpan, citation }: CitationView, { words }: Reader): Html {
  const link = (span: Span | undefined, label: string, rel: 'prev' | 'next') =>
    span && html`<a href="${citationPath({ ...citation, span })}" rel="${rel}">${label}</a>`
  const links = [
    link(beforeSpan, words.frame.paragraphBefore, 'prev'),
    link(afterSpan, words.frame.paragraphAfter, 'next'),
  ]
  return html`${(beforeSpan ?? afterSpan) && html`<p class="neighbors">${links}</p>`}`
}

/** Whether the latest text still has the words, for those cited from an earlier one. */
function nowPart({ document }: CitationView, now: NonNullable<CitationView['now']>, reader: Reader): Html {
  const { stillSays, saysNoLonger } = reader.words.articlePage
  const path = articlePath(document.articleId, { ...now.span })
  const { changedSince, causes } = reader.words.revised
  return html`<p class="${now.span ? 'holds' : 'holds bad'}"><a href="${path}">${now.span ? stillSays : saysNoLonger}</a></p>${
    now.instead &&
    html`<p class="near">${changedSince} <a href="${articlePath(document.articleId, { revision: now.documentId, ...now.instead.span })}"${languageAttributes(document.language)}>${now.instead.exact}</a></p>`
  }${now.cause && html`<p class="note">${causes[now.cause]}</p>`}`
}

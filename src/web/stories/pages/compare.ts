import type { Citation } from '../../../core/citation.ts'
import type { CompareView } from '../../../operations/stories/compare-articles.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, comparePath } from '../../layout/links.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { wordsNotIn } from '../parts/diff-words.ts'
import { storyCrumb } from '../parts/story-frame.ts'

type Row = CompareView['rows'][number]

/** Two articles of a story side by side: what both have word for word, and which words differ; on narrow pages one after the other. */
export function comparePage(view: CompareView, reader: Reader): string {
  const { compare } = reader.words.storyPage
  const { a, b, rows, story } = view
  const count = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).length
  const counts = joined(
    [compare.same(count('same')), compare.alike(count('alike')), compare.alone(count('alone'))],
    ' · ',
  )
  const body = html`<article class="compare">
${storyCrumb(story)}
<h1>${compare.title}</h1>
${chooser(view, reader)}
<p class="facts">${counts}</p>
<div class="sides">
${head(a, reader)}
${head(b, reader)}
${rows.map((row) => rowPart(row, view, reader))}
</div>
</article>
`
  return layout(reader, {
    title: `${compare.title}${reader.words.colon}${a.sourceName}, ${b.sourceName}`,
    body,
  })
}

function chooser({ a, b, articles, story }: CompareView, reader: Reader): Html {
  const { compare } = reader.words.storyPage
  const select = (name: 'a' | 'b', label: string, chosen: string) =>
    html`<label>${label} <select name="${name}">${articles.map(
      ({ articleId, sourceName, title }) =>
        html`<option value="${articleId}"${articleId === chosen && html` selected`} dir="auto">${sourceName}: ${title}</option>`,
    )}</select></label>`
  return html`<form method="get" action="${comparePath(story.id)}" class="choices-of-two">
${select('a', reader.words.firstReport, a.articleId)}
${select('b', compare.second, b.articleId)}
<button class="btn">${reader.words.revised.show}</button></form>`
}

function head({ articleId, sourceName, title, publishedAt, language }: CompareView['a'], reader: Reader): Html {
  return html`<div class="head"><h2>${foreign(sourceName)}</h2>
<p><a href="${articlePath(articleId)}"${languageAttributes(language)}>${title}</a></p>
<p class="small">${when(publishedAt, reader)}</p></div>`
}

function rowPart(row: Row, view: CompareView, reader: Reader): Html {
  const { compare } = reader.words.storyPage
  const label = row.kind === 'alone' ? '' : html`<span class="sr">${compare.kinds[row.kind]}: </span>`
  const cell = (citation: Citation | undefined, other: Citation | undefined, document: CompareView['a']) =>
    citation
      ? html`<div class="${row.kind}"><p${languageAttributes(document.language)}>${label}${sentence(citation, row.kind === 'alike' ? other : undefined)} ${citationLink(citation, { [document.documentId]: document }, reader)}</p></div>`
      : html`<div class="lacks"><span class="sr">${compare.lacks}</span></div>`
  return html`${cell(row.a, row.b, view.a)}
${cell(row.b, row.a, view.b)}
`
}

/** A sentence letter by letter, with the words marked that the sentence beside it lacks. */
function sentence({ exact }: Citation, other: Citation | undefined): Html {
  const spans = other ? wordsNotIn(other.exact, exact) : []
  return markedText(
    exact,
    { start: 0, end: exact.length },
    spans.map((span) => ({ ...span, rank: 0, wrap: (content) => html`<mark class="other">${content}</mark>` })),
  )
}

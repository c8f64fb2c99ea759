import type { SummaryLine } from '../../../core/summary.ts'
import type { SummaryView, WrittenView } from '../../../operations/stories/get-summary.ts'
import { readAloud } from '../../articles/parts/read-aloud.ts'
import { type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { storyPath, summaryPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { absolute, partialDate } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { storyCrumb } from '../parts/story-frame.ts'
import { lengthLinks, summaryList } from '../parts/summary-lines.ts'

/**
 * A summary of a story at one length, every sentence cited, and its background. Sentences chosen from articles, unless the reader asks for
 * the model's text and enough of it passed the checks; it always says which of the two is shown.
 */
export function summaryPage(view: SummaryView, reader: Reader, asksForWritten = false): string {
  const { summaries } = reader.words
  const written = asksForWritten && view.written?.lines.length ? view.written : undefined
  const shown = written ? written.lines : view.parts.flatMap(({ lines }) => lines)
  const heading = summaries.titles[view.length]
  const body = html`<article class="summary">
${storyCrumb(view)}
<h1>${heading}</h1>
${lengthLinks(view.id, reader, view.length)}
${whose(view, written, reader)}
${shown.length > 0 && readAloud('.summary h1, .summary .brief > li', reader)}
${
  shown.length === 0
    ? html`<p>${summaries.nothing}</p>`
    : written
      ? summaryList(written.lines, view.documents, reader, 'model')
      : chosenParts(view, reader)
}
${view.droppedCount > 0 && html`<p class="note">${reader.words.dropped(view.droppedCount)}</p>`}
${backgroundPart(view, reader, asksForWritten)}
</article>
`
  return layout(reader, { title: `${heading}${reader.words.colon}${view.title}`, body })
}

/** Whose words are shown, how many of a model's sentences passed, and a link to the other version. */
function whose({ id, length, written }: SummaryView, shown: WrittenView | undefined, reader: Reader): Html {
  const { summaries } = reader.words
  if (!written) return html`<p class="note">${summaries.chosen}</p>`
  if (written.lines.length === 0)
    return html`<p class="note">${summaries.chosen} ${summaries.tooLittle(written.kept, written.dropped)}</p>`
  const { choices } = summaries
  const links = joined(
    [
      shown ? html`<a href="${summaryPath(id, length)}">${choices.chosen}</a>` : html`<b>${choices.chosen}</b>`,
      shown
        ? html`<b>${choices.written}</b>`
        : html`<a href="${summaryPath(id, length, 'model')}">${choices.written}</a>`,
    ],
    ' · ',
  )
  return html`<p class="small take">${summaries.whose} ${links}</p>
<p class="note">${
    shown
      ? html`${summaries.writtenBy(shown.model)} ${summaries.checked(shown.kept, shown.dropped)} <time datetime="${shown.at}">${absolute(shown.at, reader)}</time>`
      : summaries.chosen
  }</p>`
}

function chosenParts({ parts, documents, length }: SummaryView, reader: Reader): Html {
  const { summaries } = reader.words
  if (length !== 'long') return summaryList(linesOf(parts), documents, reader)
  return html`${parts.map(({ kind, lines }) => section(kind, summaries.parts[kind], summaryList(lines, documents, reader)))}`
}

function linesOf(parts: SummaryView['parts']): readonly SummaryLine[] {
  return parts.flatMap(({ lines }) => lines)
}

/** Background: each earlier story with its day, its headline and one of its sentences. */
function backgroundPart(view: SummaryView, reader: Reader, asksForWritten: boolean): Html {
  const { summaries } = reader.words
  const { background, documents, writtenBackground: written } = view
  if (background.length === 0)
    return section('background', reader.words.audit.parts.background, html`<p>${summaries.noBackground}</p>`)
  const told =
    asksForWritten && written && written.lines.length > 0
      ? html`<p class="note">${summaries.writtenBy(written.model)} ${summaries.checked(written.kept, written.dropped)}</p>
${summaryList(written.lines, documents, reader, 'model')}`
      : ''
  return section(
    'background',
    reader.words.audit.parts.background,
    html`${told}<ol class="earlier">${background.map(
      ({ id, title, language, firstAt, line }) =>
        html`<li><p><time datetime="${firstAt}">${partialDate(firstAt.slice(0, 10), reader)}</time> <a href="${storyPath(id)}"${languageAttributes(language)}>${title}</a></p>
${line && summaryList([line], documents, reader)}</li>
`,
    )}</ol>`,
  )
}

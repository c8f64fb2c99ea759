import type { Coverage, CoverageMatrix, CoveragePoint } from '../../../core/coverage.ts'
import type { StoryView } from '../../../operations/views.ts'
import { blockNumber, citationLink } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { citationPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'
import type { Words } from '../../words/en.ts'
import { wholeLink } from './long-story.ts'

/** More outlets do not fit side by side: the points are then listed, each with its outlets. */
const mostColumns = 12
const rowsShown = 8
/** With more outlets the page only links to the points, all under `?all=points`. */
const mostOutlets = 24

/** Which outlet covers which point: a table, or a list for many outlets. Empty without a matrix. */
export function matrixSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const matrix = story.dossier.coverage
  if (!matrix || matrix.points.length === 0) return html``
  const w = reader.words.matrix
  const isLong = matrix.outlets.length > mostOutlets
  const show = matrix.outlets.length > mostColumns ? pointList : pointTable
  const first = matrix.points.slice(0, isWhole ? matrix.points.length : isLong ? 0 : rowsShown)
  const rest = isLong ? [] : matrix.points.slice(first.length)
  return section(
    'points',
    w.title,
    html`${first.length > 0 && html`<p class="note">${w.note}</p>`}
${matrix.outlets.length <= mostColumns && legend(w)}
${first.length > 0 && show({ ...matrix, points: first }, 0, story, reader)}
${
  rest.length > 0 &&
  html`<details class="rest"><summary>${reader.words.more(rest.length)}</summary>
${show({ ...matrix, points: rest }, rowsShown, story, reader)}</details>`
}${isLong && wholeLink(story.id, 'points', reader.words.storyPage.allPoints(matrix.points.length), isWhole, reader)}`,
  )
}

function legend(w: Words['matrix']): Html {
  const one = (sign: string, text: string) => html`<span><b aria-hidden="true">${sign}</b> ${text}</span>`
  return html`<p class="note signs">${one('¶', w.legendCarries)} ${one('○', w.leftOut)} ${one('‹', w.earlier)} ${one('?', w.notKnown)}</p>`
}

/** Points as rows, outlets as columns; it scrolls sideways in its own box. */
function pointTable({ outlets, points }: CoverageMatrix, before: number, story: StoryView, reader: Reader): Html {
  const w = reader.words.matrix
  return html`<div class="scroll" role="region" aria-label="${w.table} ${before + 1}" tabindex="0"><table class="coverage matrix">
<thead><tr>
<th scope="col">${w.point}</th>
${outlets.map((outlet) => html`<th scope="col" class="who">${foreign(outlet)}</th>`)}
</tr></thead>
<tbody>${points.map(
    (point, index) => html`<tr>
<th scope="row" abbr="${w.point} ${before + index + 1}">${pointText(point, story, reader)}</th>
${point.cells.map((cell) => html`<td class="dot">${cellSign(cell, story, w)}</td>`)}
</tr>
`,
  )}</tbody>
</table></div>`
}

function cellSign(cell: Coverage, story: StoryView, w: Words['matrix']): Html {
  switch (cell.kind) {
    case 'carries': {
      const block = blockNumber(story.documents[cell.citation.documentId], cell.citation.span.start)
      return html`<a href="${citationPath(cell.citation)}"><span class="sr">${w.carries} </span>¶${block ?? 1}</a>`
    }
    case 'left-out':
      return sign('○', w.leftOut)
    case 'earlier':
      return sign('‹', w.earlier)
    case 'not-known':
      return sign('?', `${w.notKnown}: ${w.why[cell.why]}`)
  }
}

function sign(mark: string, text: string): Html {
  return html`<span title="${text}"><span aria-hidden="true">${mark}</span><span class="sr">${text}</span></span>`
}

/** Each point with the outlets that have it, omit it, or published before; for stories of many outlets. */
function pointList({ outlets, points }: CoverageMatrix, before: number, story: StoryView, reader: Reader): Html {
  const w = reader.words.matrix
  return html`<ol class="points" start="${before + 1}">${points.map((point) => {
    const of = (kind: Coverage['kind']) => outlets.filter((_, index) => point.cells[index]?.kind === kind)
    const carried = point.cells.flatMap((cell) => (cell.kind === 'carries' ? [cell.citation] : []))
    const names = (list: readonly string[]) =>
      joined(
        list.map((name) => foreign(name)),
        ', ',
      )
    const line = (label: string, list: readonly string[]) =>
      list.length > 0 &&
      html`<p class="small">${label} ${reader.words.outletsCount(list.length)}${reader.words.colon}${names(list)}</p>`
    return html`<li>${pointText(point, story, reader, true)}
<p class="small">${w.carriedBy} ${reader.words.outletsCount(carried.length)}${reader.words.colon}${joined(
      carried.map((citation) => citationLink(citation, story.documents, reader)),
      ' ',
    )}</p>
${line(w.leftOutBy, of('left-out'))}${line(w.earlierBy, of('earlier'))}${line(w.notKnownOf, of('not-known'))}</li>
`
  })}</ol>`
}

/** The point's own words, its kind, and its marks; with its citation too when its outlets are not listed below. */
function pointText(point: CoveragePoint, story: StoryView, reader: Reader, isListed = false): Html {
  const w = reader.words.matrix
  const [citation] = point.citations
  const language = story.documents[citation.documentId]?.language ?? story.dossier.language
  const leftOut = point.cells.filter(({ kind }) => kind === 'left-out').length
  const marks = joined(
    [
      w.kinds[point.of],
      point.speaker && foreign(point.speaker),
      point.isOnlyHere && html`<b class="mark" title="${w.onlyHereNote}">${w.onlyHere}</b>`,
      !isListed && leftOut > 0 && html`<b>${w.leftOutBy} ${reader.words.outletsCount(leftOut)}</b>`,
    ],
    ' · ',
  )
  const words = point.of === 'quotation' ? html`<q>${point.text}</q>` : point.text
  return html`<span class="t"${languageAttributes(language)}>${words}</span>
<span class="labels">${marks} ${!isListed && citationLink(citation, story.documents, reader)}</span>`
}

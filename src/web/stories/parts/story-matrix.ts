import type { Coverage, CoverageMatrix, CoveragePoint } from '../../../core/coverage.ts'
import type { StoryView } from '../../../operations/views.ts'
import { blockNumber, citationLink } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { citationPath, storyTabPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { byTime } from '../../layout/report-order.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import type { Words } from '../../words/en.ts'
import { clipped, languageOf, part } from './story-frame.ts'

/** More outlets do not fit side by side: the points are then listed, each with its outlets. */
const mostColumns = 8
const [rowsShown, listedShown, lettersShown] = [8, 4, 140]
/** Outlets named with a point when not all are asked for. */
const namesShown = 6

/** Which outlet covers which point: a table, or a list for many outlets. Empty without a matrix. */
export function matrixSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const matrix = story.dossier.coverage
  if (!matrix || matrix.points.length === 0) return html``
  const w = reader.words.matrix
  const { points, outlets } = matrix
  const isTable = outlets.length <= mostColumns
  const shown = { ...matrix, points: isWhole ? points : points.slice(0, isTable ? rowsShown : listedShown) }
  return part(
    'points',
    w.title,
    html`${isTable && legend(w)}${isTable ? pointTable(shown, story, reader) : pointList(shown, story, reader, isWhole)}<p class="note">${w.note}</p>`,
    shown.points.length < points.length
      ? {
          href: `${storyTabPath(story.id, 'coverage', { all: '1' })}#points`,
          label: reader.words.storyPage.all(points.length),
        }
      : undefined,
  )
}

function legend(w: Words['matrix']): Html {
  const one = (look: string, sign: string, text: string) =>
    html`<span><i class="d ${look}" aria-hidden="true">${sign}</i>${text}</span>`
  return html`<p class="mkey">${one('y', '¶', w.included)}${one('n', '✕', w.leftOut)}${one('b', '–', w.earlier)}${one('q', '?', w.notKnown)}</p>`
}

/** Points as rows, outlets as columns in order of publication; on a phone each point is a block. */
function pointTable({ outlets, points }: CoverageMatrix, story: StoryView, reader: Reader): Html {
  const w = reader.words.matrix
  const inTime = byTime(story.dossier.members)
  const firstOf = (outlet: string) => inTime.findIndex(({ sourceName }) => sourceName === outlet)
  const columns = outlets
    .map((outlet, index) => ({ outlet, index, place: firstOf(outlet) }))
    .toSorted((a, b) => a.place - b.place)
  return html`<table class="mx"><caption class="sr">${w.title}</caption><thead><tr><th scope="col">${w.point}</th>${columns.map(
    ({ outlet, place }) => {
      const member = inTime[place]
      return html`<th scope="col">${outletMark({ id: member?.sourceId, name: outlet }, reader)}${foreign(outlet)}${member && html`<small><time datetime="${member.publishedAt}">${brief(member.publishedAt, reader)}</time></small>`}</th>`
    },
  )}</tr></thead><tbody>
${points.map(
  (point, index) =>
    html`<tr><th scope="row" abbr="${w.point} ${index + 1}">${pointText(point, story, reader)}</th>${columns.map(({ index: at }) => cellSign(point.cells[at], story, w))}</tr>
`,
)}</tbody></table>`
}

function cellSign(cell: Coverage | undefined, story: StoryView, w: Words['matrix']): Html {
  switch (cell?.kind) {
    case 'carries': {
      const block = blockNumber(story.documents[cell.citation.documentId], cell.citation.span.start)
      return html`<td class="y"><a class="d" href="${citationPath(cell.citation)}"><span class="sr">${w.included} </span><bdi>¶${block ?? 1}</bdi></a></td>`
    }
    case 'left-out':
      return sign('n', '✕', w.leftOut)
    case 'earlier':
      return sign('b', '–', w.earlier)
    case 'not-known':
      return sign('q', '?', `${w.notKnown}: ${w.why[cell.why]}`)
    case undefined:
      return sign('q', '?', w.notKnown)
  }
}

function sign(look: string, mark: string, text: string): Html {
  return html`<td class="${look}"><span class="d" title="${text}"><span aria-hidden="true">${mark}</span><span class="sr">${text}</span></span></td>`
}

/** Each point with the outlets that have it, omit it, or published before; for stories of many outlets. */
function pointList({ outlets, points }: CoverageMatrix, story: StoryView, reader: Reader, isWhole: boolean): Html {
  const w = reader.words.matrix
  const { more } = reader.words
  const most = isWhole ? Number.POSITIVE_INFINITY : namesShown
  return html`<ol class="points">${points.map((point) => {
    const of = (kind: Coverage['kind']) => outlets.filter((_, index) => point.cells[index]?.kind === kind)
    const carried = point.cells.flatMap((cell) => (cell.kind === 'carries' ? [cell.citation] : []))
    const rest = (count: number) => count > most && more(count - most)
    const names = (list: readonly string[]) =>
      joined([...list.slice(0, most).map((name) => foreign(name)), rest(list.length)], ', ')
    const line = (label: string, list: readonly string[]) =>
      list.length > 0 &&
      html`<p class="small">${label}${reader.words.colon}${reader.words.outletsCount(list.length)} · ${names(list)}</p>`
    const cited = joined(
      [
        ...carried.slice(0, most).map((citation) => citationLink(citation, story.documents, reader)),
        rest(carried.length),
      ],
      ' ',
    )
    return html`<li>${pointText(point, story, reader, true)}
<p class="small">${w.included}${reader.words.colon}${reader.words.outletsCount(carried.length)} · ${cited}</p>
${line(w.leftOut, of('left-out'))}${line(w.earlier, of('earlier'))}${line(w.notKnown, of('not-known'))}</li>
`
  })}</ol>`
}

/** The point's own words, its kind, and its marks; with its citation too when its outlets are not listed below. */
function pointText(point: CoveragePoint, story: StoryView, reader: Reader, isListed = false): Html {
  const w = reader.words.matrix
  const [citation] = point.citations
  const language = languageOf(citation.documentId, story)
  const leftOut = point.cells.filter(({ kind }) => kind === 'left-out').length
  const only = point.isOnlyHere ? story.documents[citation.documentId]?.sourceName : undefined
  const marks = joined(
    [
      w.kinds[point.of],
      point.speaker && foreign(point.speaker),
      only !== undefined && html`${reader.words.storyPage.onlyIn} ${foreign(only)}`,
      !isListed && leftOut > 0 && html`${w.leftOut}${reader.words.colon}${reader.words.outletsCount(leftOut)}`,
    ],
    ' · ',
  )
  const text = isListed ? point.text : clipped(point.text, lettersShown)
  const words = point.of === 'quotation' ? html`<q>${text}</q>` : text
  return html`<span${languageAttributes(language)}>${words}</span>
<small>${marks} ${!isListed && citationLink(citation, story.documents, reader)}</small>`
}

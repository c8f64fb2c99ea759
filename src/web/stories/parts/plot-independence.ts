import { nth } from '../../../core/nth.ts'
import type { Dossier, Member } from '../../../core/story.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { bySize, whyOne } from '../../layout/report-order.ts'
import type { Reader } from '../../reader.ts'
import { anchorOf, lengthOf, plotFigure, sideOf, stripes } from './plot-parts.ts'
import { placeLabels, widthOf } from './plot-scale.ts'

/** What an article counts as, from its own reporting to a copy. */
type Worth = 'own' | 'retold' | 'partly' | 'agency' | 'copy' | 'unknown'

const order: readonly Worth[] = ['own', 'retold', 'partly', 'agency', 'copy', 'unknown']
/** With more articles each block would be a hair's breadth: then there is one for each kind. */
const mostBlocks = 60

/** Own reporting, the same facts in other words, an excerpt with own words, an agency's text, another's text, or undetermined. */
export function worthOf(member: Member, { reports, retellings = [] }: Pick<Dossier, 'reports' | 'retellings'>): Worth {
  switch (member.role) {
    case 'partly-own':
      return 'partly'
    case 'undecided':
      return 'unknown'
    case 'original':
      return retellings.some(({ documentId }) => documentId === member.documentId) ? 'retold' : 'own'
    case 'copy':
      return reports.find(({ group }) => group === member.group)?.how === 'credit' ? 'agency' : 'copy'
  }
}

/** One block for each article, by what it counts as; each kind has its own pattern and its label below. */
export function independenceBar(dossier: Dossier, reader: Reader): Html {
  const { words } = reader
  const reports = bySize(dossier.reports)
  const total = dossier.members.length
  const largest = reports[0]
  if (!largest || total < 2) return html``
  const counts = order
    .map((worth) => ({ worth, count: dossier.members.filter((member) => worthOf(member, dossier) === worth).length }))
    .filter(({ count }) => count > 0)
  const side = sideOf(reader)
  let before = 0
  const runs = counts.map(({ worth, count }) => {
    const start = before
    before += count
    const label = words.plots.worth[worth](count)
    // When its text would not fit before the far edge, it ends where its blocks end.
    const at = start / total + widthOf(label) > 1 ? before / total : start / total
    return { worth, count, at, start: start / total, label }
  })
  // From the far end, so that no line down to a label crosses the label of another.
  const placed = placeLabels(runs.map(({ at, label }) => ({ at, width: widthOf(label) })).reverse(), {
    anchor: 'start',
  }).toReversed()
  const blocks = runs.map(({ worth, count, start }) => {
    const pieces = total <= mostBlocks ? count : 1
    const width = count / total / pieces
    return Array.from({ length: pieces }, (_, index) => {
      const x = side(start + index * width, width)
      return html`<rect class="block ${worth}"${fillOf(worth)} x="${x}" width="${lengthOf(width)}" height="18"/>`
    })
  })
  const labels = runs.map(({ worth, at, label }, index) => {
    const { row, anchor } = nth(placed, index)
    const x = side(at)
    const y = 34 + row * 16
    return html`<g class="${worth}"><line class="lead" x1="${x}" x2="${x}" y1="18" y2="${y - 10}"/><text x="${x}" y="${y}"${anchorOf(anchor)}>${label}</text></g>`
  })
  return plotFigure(
    {
      id: 'ind',
      title: words.independence,
      caption: words.independenceText(words.reports(reports.length), words.articles(total), largest.originName),
      height: 40 + Math.max(...placed.map(({ row }) => row)) * 16,
      body: html`${stripes('ind-s')}${blocks}${labels}`,
      table: {
        heads: [words.original, words.articlesHeading, words.howWeKnow],
        rows: [
          ...reports.map((report) => [foreign(report.originName), report.documentIds.length, whyOne(report, reader)]),
          ...runs.map(({ worth, count }) => [words.plots.worthLong[worth], count, words.percent(count / total)]),
        ],
      },
    },
    reader,
  )

  /** The pattern's URL is in the markup: in a style sheet it would be relative to the sheet. */
  function fillOf(worth: Worth): Html {
    return worth === 'retold' || worth === 'partly' ? html` fill="url(#ind-s)"` : html``
  }
}

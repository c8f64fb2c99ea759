import type { Dossier } from '../../core/story.ts'
import type { Reader } from '../reader.ts'
import { percent } from './bar.ts'
import { coverageBins } from './coverage-bins.ts'
import { type Html, html, type Piece } from './html.ts'
import { foreign } from './language.ts'
import { absolute, brief } from './time.ts'

/** One segment for each independent report, as wide as the number of articles that stem from it. */
export function independenceBar(dossier: Dossier, reader: Reader): Html {
  const { words } = reader
  const reports = bySize(dossier.reports)
  const total = reports.reduce((sum, report) => sum + report.documentIds.length, 0)
  const largest = reports[0]
  if (!largest || total < 2) return html``
  let before = 0
  const segments = reports.map((report, index) => {
    const start = before / total
    before += report.documentIds.length
    return html`<rect class="seg s${index % 2}" x="${percent(start)}" width="${percent(report.documentIds.length / total)}" height="10"/>`
  })
  const text = words.independenceText(words.reports(reports.length), words.articles(total), largest.originName)
  return html`<figure class="plot thin">
<svg width="100%" height="10" role="img" aria-labelledby="ind-t ind-d">
<title id="ind-t">${words.independence}</title>
<desc id="ind-d">${text}</desc>${segments}</svg>${numbers(
    reader,
    [words.original, words.articlesHeading, words.howWeKnow],
    reports.map((report) => [foreign(report.originName), report.documentIds.length, whyOne(report, reader)]),
  )}</figure>
`
}

/** Articles per stretch of time: own reporting in the accent, copies in grey above it. */
export function coveragePlot(dossier: Dossier, reader: Reader): Html {
  const { words } = reader
  const bins = coverageBins(
    dossier.members.map(({ publishedAt, role }) => ({
      publishedAt,
      isOwn: role === 'original' || role === 'partly-own',
    })),
  )
  const first = bins[0]
  const last = bins.at(-1)
  if (!first || !last || bins.length < 3) return html``
  const height = 44
  const most = Math.max(...bins.map(({ own, copies }) => own + copies))
  const bars = bins.map(({ own, copies }, index) => {
    const x = percent(index / bins.length)
    const width = percent(0.86 / bins.length)
    const ownHeight = (own / most) * height
    const copyHeight = (copies / most) * height
    return html`${own > 0 && column('own', height - ownHeight, ownHeight)}${
      copies > 0 && column('copy', height - ownHeight - copyHeight, copyHeight)
    }`

    function column(kind: 'own' | 'copy', y: number, tall: number): Html {
      return html`<rect class="${kind}" x="${x}" width="${width}" y="${round(y)}" height="${round(tall)}"/>`
    }
  })
  const middle = bins[Math.floor(bins.length / 2)]!
  const timed = byTime(dossier.members)
  const text = words.coverageText(
    words.articles(dossier.members.length),
    absolute(timed[0]?.publishedAt ?? first.from, reader),
    absolute(timed.at(-1)?.publishedAt ?? last.from, reader),
  )
  return html`<figure class="plot" dir="ltr">
<svg width="100%" height="${height}" role="img" aria-labelledby="cov-t cov-d">
<title id="cov-t">${words.coverageOverTime}</title>
<desc id="cov-d">${text}</desc>${bars}
<rect class="base" y="${height - 1}" width="100%" height="1"/></svg>
${axis(
  [first, middle, last].map(({ from }) => brief(from, reader)),
  reader,
)}
<p class="legend"><span class="key own"></span>${words.ownReporting} <span class="key copy"></span>${words.copied}</p>${numbers(
    reader,
    [words.period, words.ownReporting, words.copied],
    bins
      .filter(({ own, copies }) => own + copies > 0)
      .map(({ from, own, copies }) => [html`<time datetime="${from}">${brief(from, reader)}</time>`, own, copies]),
  )}</figure>
`
}

/** The ends of an axis, from left to right whatever the direction of the page; the table says the same in words. */
export function axis(labels: readonly string[], reader: Reader): Html {
  const { direction } = reader.words
  return html`<p class="axis" aria-hidden="true">${labels.map((label) => html`<span dir="${direction}">${label}</span>`)}</p>`
}

/** The table behind a plot, folded: the same numbers for whoever does not see the drawing. */
export function numbers(reader: Reader, heads: readonly Piece[], rows: readonly (readonly Piece[])[]): Html {
  return html`<details class="numbers">
<summary>${reader.words.showNumbers}</summary>
<table>
<thead>
<tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}
</tr></thead>
<tbody>${rows.map(
    ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></details>`
}

/** How the origin of a report is known, in words. */
export function howKnown(how: Dossier['reports'][number]['how'], reader: Reader): string {
  const { words } = reader
  return { credit: words.byCredit, time: words.byTime, alone: words.alone, undecided: words.undecided }[how]
}

/** Why the articles of a report are one: how its origin is known, and the owner its outlets have in common. */
export function whyOne({ how, owner }: Dossier['reports'][number], reader: Reader): string {
  const known = howKnown(how, reader)
  return owner === undefined ? known : `${known} · ${reader.words.sameOwner(owner)}`
}

/** Members with a readable time, the earliest first; outlets write their times in zones of their own. */
export function byTime(members: Dossier['members']): Dossier['members'] {
  return members
    .filter(({ publishedAt }) => !Number.isNaN(Date.parse(publishedAt)))
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
}

/** Reports with the most articles first. */
export function bySize(reports: Dossier['reports']): Dossier['reports'] {
  return [...reports].sort((a, b) => b.documentIds.length - a.documentIds.length)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

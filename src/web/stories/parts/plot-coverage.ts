import { nth } from '../../../core/nth.ts'
import type { Dossier, Member } from '../../../core/story.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { byTime } from '../../layout/report-order.ts'
import { brief, timeRange } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { timeTicks } from './plot-dates.ts'
import {
  anchorOf,
  lengthOf,
  plotFigure,
  type Side,
  shortened,
  sideOf,
  stripes,
  tenths,
  timeAxis,
} from './plot-parts.ts'
import { placeLabels, scaleOf, widthOf } from './plot-scale.ts'

/** Articles of one period: original, copied, and undetermined. */
type Bin = { readonly from: string; readonly own: number; readonly copies: number; readonly unknown: number }

const minute = 60_000
const steps = [15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200, 525_600].map((minutes) => minutes * minute)
const mostBins = 32

/**
 * Counts articles in equal periods from the first to the last, at most 32, each of a round length (15 minutes to a year) so that the axis
 * reads well. Articles without a valid time are left out.
 */
export function coverageBins(
  members: readonly { readonly publishedAt: string; readonly kind: 'own' | 'copies' | 'unknown' }[],
): readonly Bin[] {
  const timed = members
    .map(({ publishedAt, kind }) => ({ at: Date.parse(publishedAt), kind }))
    .filter(({ at }) => Number.isFinite(at))
  if (timed.length === 0) return []
  const first = Math.min(...timed.map(({ at }) => at))
  const last = Math.max(...timed.map(({ at }) => at))
  const step =
    steps.find((length) => Math.floor(last / length) - Math.floor(first / length) < mostBins) ?? steps.at(-1)!
  const start = Math.floor(first / step)
  const bins = Array.from({ length: Math.min(mostBins, Math.floor(last / step) - start + 1) }, (_, index) => ({
    from: new Date((start + index) * step).toISOString(),
    own: 0,
    copies: 0,
    unknown: 0,
  }))
  for (const { at, kind } of timed) {
    const bin = nth(bins, Math.min(bins.length - 1, Math.floor(at / step) - start))
    bin[kind] += 1
  }
  return bins
}

const tall = 52
const mostFirsts = 6
const labelRows = 2

/** Articles per period, originals below and copies on top, with the first article of each report named. */
export function coveragePlot(dossier: Dossier, reader: Reader): Html {
  const { words } = reader
  const bins = coverageBins(dossier.members.map(({ publishedAt, role }) => ({ publishedAt, kind: kindOf(role) })))
  const [first, second] = bins
  if (!first || !second || bins.length < 3) return html``
  const stepMs = Date.parse(second.from) - Date.parse(first.from)
  const [firstMs, lastMs] = [Date.parse(first.from), Date.parse(first.from) + bins.length * stepMs]
  const shareOf = scaleOf(firstMs, lastMs)
  const side = sideOf(reader)
  const flags = flagsOf(dossier, reader, shareOf)
  const named = flags.filter(({ row }) => row < labelRows)
  const top = 8 + 14 * (1 + Math.max(-1, ...named.map(({ row }) => row)))
  const base = top + 14 + tall
  const most = Math.max(...bins.map(countOf))
  const busiest = bins.find((bin) => countOf(bin) === most)!
  // When each column is one article, none is a peak.
  const hasPeak = most > 1
  const rangeOf = (bin: Bin) => timeRange(Date.parse(bin.from), Date.parse(bin.from) + stepMs, reader)
  const columns = bins.map((bin, index) =>
    countOf(bin) === 0 ? html`` : column(bin, { index, count: bins.length, most, base, title: titleOf(bin) }, side),
  )
  // Beside the top of its column, where no pole is.
  const peakAt = bins.indexOf(busiest)
  const peakX = side((peakAt === 0 ? 1 : peakAt - 0.2) / bins.length)
  return plotFigure(
    {
      id: 'cov',
      title: words.coverageOverTime,
      caption: html`${hasPeak && words.plots.busiest(words.articles(most), rangeOf(busiest))} ${flags.length > 0 && words.plots.flags}`,
      height: base + 32,
      hasLinks: flags.length > 0,
      body: html`${stripes('cov-s')}${columns}${hasPeak && html`<text class="value" x="${peakX}" y="${base - tall + 9}"${anchorOf(peakAt === 0 ? 'start' : 'end')}>${words.number(most)}</text>`}${timeAxis(timeTicks(firstMs, lastMs, reader), shareOf, base, side)}${flags.map((flag) => flagPart(flag, { top, base }, side))}`,
      table: {
        heads: [words.period, words.ownReporting, words.copied, words.roles.undecided],
        rows: bins.filter((bin) => countOf(bin) > 0).map((bin) => [rangeOf(bin), bin.own, bin.copies, bin.unknown]),
      },
    },
    reader,
  )

  function titleOf(bin: Bin): string {
    const counts = joined(
      [
        bin.own > 0 && words.plots.worth.own(bin.own),
        bin.copies > 0 && words.copies(bin.copies),
        bin.unknown > 0 && words.plots.worth.unknown(bin.unknown),
      ],
      ', ',
    ).join('')
    return `${rangeOf(bin)}${words.colon}${counts}`
  }
}

function kindOf(role: Member['role']): 'own' | 'copies' | 'unknown' {
  if (role === 'undecided') return 'unknown'
  return role === 'copy' ? 'copies' : 'own'
}

function countOf({ own, copies, unknown }: Bin): number {
  return own + copies + unknown
}

function column(
  bin: Bin,
  at: { index: number; count: number; most: number; base: number; title: string },
  side: Side,
): Html {
  const width = 0.86 / at.count
  const x = side(at.index / at.count + 0.07 / at.count, width)
  let y = at.base
  const parts = (['own', 'copies', 'unknown'] as const)
    .filter((kind) => bin[kind] > 0)
    .map((kind) => {
      const height = (bin[kind] / at.most) * tall
      y -= height
      return html`<rect class="${kind}"${kind === 'copies' && html` fill="url(#cov-s)"`} x="${x}" width="${lengthOf(width)}" y="${tenths(y)}" height="${tenths(height)}"/>`
    })
  return html`<g><title>${at.title}</title>${parts}</g>`
}

type Flag = {
  readonly member: Member
  readonly share: number
  readonly label: string
  readonly title: string
  readonly row: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Its name fits on wide pages only. */
  readonly isFine: boolean
}

/** The first article of each report, its place in time, and the row of its label. */
function flagsOf({ members, reports }: Dossier, reader: Reader, shareOf: (ms: number) => number): readonly Flag[] {
  const timed = byTime(members)
  const firsts = reports
    .flatMap(({ group }) => timed.find((member) => member.group === group) ?? [])
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
    .slice(0, mostFirsts)
    .map((member) => ({ member, label: shortened(member.sourceName), share: shareOf(Date.parse(member.publishedAt)) }))
  // Placed from the far end: the line of an earlier label then passes before a later one.
  const placed = (isWide: boolean) =>
    placeLabels(firsts.map(({ share, label }) => ({ at: share, width: widthOf(label, isWide) * 1.05 })).reverse(), {
      anchor: 'start',
    }).toReversed()
  const [wide, narrow] = [placed(true), placed(false)]
  return firsts.map((first, index) => {
    const { row, anchor, isCrossing } = nth(wide, index)
    const there = nth(narrow, index)
    return {
      ...first,
      anchor,
      // When its name does not fit, it is only a tooltip.
      row: isCrossing ? labelRows : row,
      isFine: there.isCrossing || there.row !== row || there.anchor !== anchor,
      title: `${first.member.sourceName}, ${brief(first.member.publishedAt, reader)}`,
    }
  })
}

/** A pole with a name on it, linked to the article; the name is a tooltip when it does not fit. */
function flagPart(
  { member, share, label, title, row, anchor, isFine }: Flag,
  at: { top: number; base: number },
  side: Side,
): Html {
  const x = side(share)
  const isTip = row >= labelRows
  const y = at.top - 12 - 14 * (isTip ? 0 : row)
  return html`<a class="flag${isTip ? ' tip' : isFine && ' fine'}" href="${articlePath(member.articleId)}"><title>${plainLine(title)}</title><line class="pole" x1="${x}" x2="${x}" y1="${isTip ? at.top - 2 : y + 4}" y2="${at.base}"/><circle cx="${x}" cy="${at.top + 6}" r="3.5"/><rect class="hit" x="${side(share - 0.02, 0.04)}" width="4%" y="${at.top - 6}" height="24"/><text x="${x}" y="${y}"${anchorOf(anchor)}>${label}</text></a>`
}

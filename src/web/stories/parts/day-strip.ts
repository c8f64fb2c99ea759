import type { Dossier } from '../../../core/story.ts'
import { type Html, html, listed } from '../../layout/html.ts'
import { byTime } from '../../layout/report-order.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { timeTicks } from './plot-dates.ts'
import { shortened, tenths } from './plot-parts.ts'
import { placeLabels, scaleOf } from './plot-scale.ts'

const [width, edge, letter] = [296, 8, 7.2]
const [base, rowTall, mostNamed] = [70, 15, 5]

/**
 * When each article was published: a high stem for the first of each independent report, with the outlet's name where there is room, a low
 * one for a copy. The list beside it has the same times, so screen readers get one sentence. Empty when all came at one time.
 */
export function dayStrip({ members, reports }: Dossier, reader: Reader): Html {
  const dated = byTime(members)
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last) return html``
  const [from, until] = [Date.parse(first.publishedAt), Date.parse(last.publishedAt)]
  if (!(until > from)) return html``
  const shareOf = scaleOf(from, until, edge / width, 1 - edge / width)
  const isMirrored = reader.words.direction === 'rtl'
  const x = (at: number) => tenths(width * (isMirrored ? 1 - shareOf(at) : shareOf(at)))
  const firsts = reports.flatMap(({ group }) => dated.find((member) => member.group === group) ?? [])
  const named = byTime(firsts).slice(0, mostNamed)
  const placed = placeLabels(
    named.map(({ publishedAt, sourceName }) => ({
      at: shareOf(Date.parse(publishedAt)),
      width: ([...shortened(sourceName)].length * letter) / width,
    })),
  )
  const rows = Math.max(0, ...placed.map(({ row }) => row))
  const ground = base + rows * rowTall
  const labels = named.map(({ publishedAt, sourceName }, index) => {
    const { row = 0, anchor = 'middle' } = placed[index] ?? {}
    return html`<text x="${x(Date.parse(publishedAt))}" y="${ground - 52 - row * rowTall}" text-anchor="${anchor}">${shortened(sourceName)}</text>`
  })
  const stems = dated.map((member) => {
    const isFirst = firsts.includes(member)
    const [at, top] = [x(Date.parse(member.publishedAt)), isFirst ? ground - 40 : ground - 24]
    return html`<path class="stem${!isFirst && ' c'}" d="M${at} ${ground}V${top}"/><circle class="dt${!isFirst && ' c'}" cx="${at}" cy="${top}" r="${isFirst ? 5 : 4}"/>`
  })
  const majors = timeTicks(from, until, reader).filter(({ isMajor }) => isMajor)
  const along = placeLabels(
    majors.map(({ at, label }) => ({ at: shareOf(at), width: ([...label].length * letter) / width })),
    { gap: 0.03 },
  )
  // There is one line for times: one that would cover another is left out.
  const ticks = majors.flatMap(({ at, label }, index) => {
    const { row, anchor = 'middle' } = along[index] ?? {}
    return row === 0 ? html`<text x="${x(at)}" y="${ground + 18}" text-anchor="${anchor}">${label}</text>` : []
  })
  const told = dated.slice(0, 12).map(({ sourceName, publishedAt }) => `${sourceName} ${brief(publishedAt, reader)}`)
  return html`<svg class="strip" viewBox="0 0 ${width} ${ground + 22}" role="img" aria-label="${listed(told, reader).join('')}"><path class="ax" d="M0 ${ground}H${width}"/>${stems}${labels}<g class="tk">${ticks}</g></svg>`
}

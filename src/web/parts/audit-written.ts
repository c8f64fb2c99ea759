import type { HouseAuditView } from '../../operations/audit-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, listed } from './html.ts'
import { columnsPlot } from './plot-columns.ts'
import { timeTicks } from './plot-dates.ts'
import { scaleOf } from './plot-scale.ts'
import { section } from './section.ts'
import { longDay } from './time.ts'

const DAY_MS = 86_400_000
type Written = HouseAuditView['written']

/** What a model wrote over the period: how much was kept, how much dropped, for what and why, and the share by day. */
export function writtenSection({ written, from, until }: HouseAuditView, reader: Reader): Html {
  const { house } = reader.words.audit
  const body =
    written.kept + written.dropped === 0
      ? html`<p>${house.writtenNone}</p>`
      : html`<p>${house.writtenLead}</p>
${dropPlot(written, from, until, reader)}
${useTable(written, reader)}`
  return section('written', house.writtenTitle, body)
}

/** A column for each day, whether something was written on it or not. */
function dropPlot({ days, kept, dropped }: Written, from: string, until: string, reader: Reader): Html {
  const { house } = reader.words.audit
  const { percent, number } = reader.words
  const byDay = new Map(days.map((each) => [each.day, each]))
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`)
  const count = Math.round((Date.parse(`${until.slice(0, 10)}T00:00:00Z`) - first) / DAY_MS) + 1
  const last = first + count * DAY_MS
  const columns = Array.from({ length: count }, (_, index) => {
    const day = new Date(first + index * DAY_MS).toISOString().slice(0, 10)
    const of = byDay.get(day) ?? { kept: 0, dropped: 0 }
    const value = of.kept + of.dropped === 0 ? 0 : of.dropped / (of.kept + of.dropped)
    return { day, value, ...of }
  })
  const peak = columns.reduce((best, one) => (one.value > best.value ? one : best))
  return columnsPlot(
    {
      id: 'dropped-plot',
      title: house.plotTitle,
      caption: house.plotCaption(percent(dropped / (kept + dropped)), percent(peak.value), longDay(peak.day, reader)),
      columns: columns.map(({ day, value, ...of }) => ({
        value,
        title: `${longDay(day, reader)}: ${percent(value)}`,
        row: [longDay(day, reader), number(of.kept), number(of.dropped)],
      })),
      heads: [house.day, house.kept, house.droppedHead],
      peak: percent(peak.value),
      axis: { ticks: timeTicks(first, last, reader), shareOf: scaleOf(first, last) },
    },
    reader,
  )
}

function useTable({ uses }: Written, reader: Reader): Html {
  const { audit, number, percent } = reader.words
  const { house } = audit
  return html`<div class="scroll" role="region" aria-label="${house.why}" tabindex="0"><table class="list"><thead><tr><th scope="col">${house.use}</th><th scope="col" class="num">${house.kept}</th><th scope="col" class="num">${house.droppedHead}</th><th scope="col">${house.why}</th></tr></thead>
<tbody>${uses.map(
    ({
      use,
      kept,
      dropped,
      droppedBy,
    }) => html`<tr><th scope="row">${house.uses[use]}</th><td class="num">${number(kept)}</td><td class="num">${number(dropped)} (${percent(dropped / (kept + dropped))})</td><td>${listed(
      droppedBy.map(({ check, count }) => `${audit.checks[check]} ${number(count)}`),
      reader,
    )}</td></tr>
`,
  )}</tbody></table></div>`
}

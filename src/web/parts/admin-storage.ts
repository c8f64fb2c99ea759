import type { AdminView } from '../../operations/admin.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { columnsPlot } from './plot-columns.ts'
import { timeTicks } from './plot-dates.ts'
import { scaleOf } from './plot-scale.ts'
import { longDay } from './time.ts'

const tenYears = 3650

/** How large the store is, what it holds, by how much it grows and how long the disk lasts. */
export function storage(view: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  const { counts, storage, store } = view
  return html`<p class="sizes"><b>${words.size(words.bytes(store.sizeBytes))}</b>${storage.freeBytes !== undefined && html` · ${words.free(words.bytes(storage.freeBytes))}`}</p>
${storage.freeBytes !== undefined && storage.freeBytes < store.sizeBytes * 1.1 && html`<p class="notice warn">${words.lowDisk}</p>`}
<p class="small">${words.holds}${reader.words.colon}${joined([reader.words.feedsCount(counts.feeds), words.entries(counts.entries), reader.words.articles(counts.articles), reader.words.stories(counts.stories)], ', ')}.</p>
<p class="small">${kept(view, reader)}</p>
<p class="small">${words.where}${reader.words.colon}<code dir="ltr">${storage.databaseFile ?? store.dialect}</code></p>
${growth(view, reader)}`
}

/** For how long things are kept, and what went. */
function kept({ keeping: { days, gone } }: AdminView, reader: Reader): string {
  const { admin, keeping: words, articles } = reader.words
  const standing = days === undefined ? words.forGood : words.forDays(admin.days(days))
  if (!gone) return standing
  const [since, last] = [gone.firstAt, gone.at].map((at) => longDay(at.slice(0, 10), reader)) as [string, string]
  return `${standing} ${words.gone(admin.entries(gone.entries), articles(gone.articles), since, last)}`
}

function growth({ storage, store, counts }: AdminView, reader: Reader): Html {
  const { admin: words } = reader.words
  const { perDay, freeBytes } = storage
  const total = perDay.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return html`<p class="small">${words.perDayNone}</p>`
  const perEntry = counts.entries === 0 ? 0 : store.sizeBytes / counts.entries
  // A first day brings what feeds have gathered; days before the first entry say nothing of what is to come.
  const days = perDay.length - perDay.findIndex(({ count }) => count > 0)
  const entriesADay = total / Math.max(1, days)
  const bytesADay = entriesADay * perEntry
  const left = freeBytes === undefined || bytesADay === 0 ? undefined : freeBytes / bytesADay
  const [first, last] = [Date.parse(perDay[0]!.day), Date.parse(perDay.at(-1)!.day) + 86_400_000]
  const most = Math.max(...perDay.map(({ count }) => count))
  return html`${columnsPlot(
    {
      id: 'growth-plot',
      title: words.perDayTitle,
      caption: words.perDayCaption(words.entries(Math.round(entriesADay)), words.entries(most)),
      columns: perDay.map(({ day, count }) => ({
        value: count,
        title: `${longDay(day, reader)}: ${words.entries(count)}`,
        row: [longDay(day, reader), reader.words.number(count)],
      })),
      heads: [reader.words.plots.day, words.perDayTitle],
      peak: reader.words.number(most),
      axis: { ticks: timeTicks(first, last, reader, 'UTC'), shareOf: scaleOf(first, last) },
    },
    reader,
  )}<p class="small">${words.growthDay(words.bytes(bytesADay), words.bytes(perEntry))} ${left !== undefined && words.lasts(left > tenYears ? words.yearsMore : words.days(Math.floor(left)))}</p>`
}

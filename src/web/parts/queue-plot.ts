import type { QueueSample } from '../../operations/house-desk.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { columnsPlot } from './plot-columns.ts'
import { timeTicks } from './plot-dates.ts'
import { scaleOf } from './plot-scale.ts'
import { brief } from './time.ts'

const columnsAtMost = 48

/** How much waited over the last day, in as many columns as can be told apart: each is the most of its moments. */
export function queuePlot(samples: readonly QueueSample[], reader: Reader): Html {
  const { admin: words } = reader.words
  if (samples.length < 2) return html`<p class="small">${words.queueNone}</p>`
  const size = Math.ceil(samples.length / columnsAtMost)
  const groups = Array.from({ length: Math.ceil(samples.length / size) }, (_, index) =>
    samples.slice(index * size, (index + 1) * size),
  )
  const [first, last] = [Date.parse(samples[0]!.at), Date.parse(samples.at(-1)!.at)]
  const most = Math.max(...samples.map(({ waiting }) => waiting))
  return columnsPlot(
    {
      id: 'queue-plot',
      title: words.queueTitle,
      caption: words.queueCaption(words.waits(most), words.waits(samples.at(-1)!.waiting)),
      columns: groups.map((group) => {
        const value = Math.max(...group.map(({ waiting }) => waiting))
        const at = brief(group[0]!.at, reader)
        return {
          value,
          title: `${at}: ${words.waits(value)}`,
          row: [at, reader.words.number(value)],
        }
      }),
      heads: [words.moment, words.sections.queue],
      peak: reader.words.number(most),
      axis: { ticks: timeTicks(first, last, reader), shareOf: scaleOf(first, last) },
    },
    reader,
  )
}

import type { PollMark } from '../../operations/source-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { lengthOf, numbers, sideOf, tenths } from './plot-parts.ts'

const mostPolls = 48
const tall = 26

/**
 * What came of the last polls of a feed, the newest last: a column as high as there were new entries, a short line where
 * nothing was new, a cross where it failed; and the same in a folded table. Empty before the first poll.
 */
export function pollLine(polls: readonly PollMark[], reader: Reader): Html {
  if (polls.length === 0) return html``
  const { outlets } = reader.words
  const counts = polls.filter((mark) => typeof mark === 'number')
  const withNew = counts.filter((count) => count > 0).length
  const failed = polls.filter((mark) => mark === 'failed').length
  const text = outlets.pollsText(polls.length, withNew, failed)
  // The square root: one new entry stays visible beside a first poll with a hundred.
  const most = Math.sqrt(Math.max(1, ...counts))
  const side = sideOf(reader)
  const step = 1 / mostPolls
  const marks = polls.map((mark, index) => {
    const start = (mostPolls - polls.length + index) * step
    const x = side(start + step * 0.15, step * 0.7)
    if (mark === 'failed') return html`<rect class="failed" x="${x}" width="${lengthOf(step * 0.7)}" height="${tall}"/>`
    const height = typeof mark === 'number' && mark > 0 ? 3 + (Math.sqrt(mark) / most) * (tall - 3) : 1.5
    return html`<rect class="${height > 1.5 ? 'own' : 'idle'}" x="${x}" width="${lengthOf(step * 0.7)}" y="${tenths(tall - height)}" height="${tenths(height)}"/>`
  })
  return html`<figure class="plot polls">
<svg width="100%" height="${tall}" role="img" aria-label="${outlets.polls}: ${text}">${marks}</svg>
<figcaption>${text}</figcaption>${numbers(
    reader,
    [outlets.poll, outlets.outcome],
    polls.toReversed().map((mark, index) => [reader.words.number(index + 1), outcomeOf(mark, reader)]),
    outlets.polls,
  )}</figure>
`
}

function outcomeOf(mark: PollMark, { words }: Reader): string {
  if (mark === 'failed') return words.outlets.failed
  return mark === 'unchanged' || mark === 0 ? words.outlets.nothingNew : words.outlets.newEntries(mark)
}

import type { Entity } from '../../../core/annotation.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import type { Reader } from '../../reader.ts'
import { lengthOf, numbers, sideOf } from './plot-parts.ts'

/** A speaker and how many quotations there are. */
export type Voice = { readonly speaker: Pick<Entity, 'id' | 'name'>; readonly quoteCount: number }

const shown = 5

/**
 * Who speaks, as shares of all quotations: a bar with a segment for each of the first five speakers, in the order of the list below it, one
 * more for the rest, and the numbers in a folded table. Empty for fewer than two speakers. `total`: all quotations with a known speaker,
 * when there are more speakers than given.
 */
export function whoSpeaks(voices: readonly Voice[], reader: Reader, total = countOf(voices)): Html {
  const { words } = reader
  const ordered = voices.filter(({ quoteCount }) => quoteCount > 0).toSorted((a, b) => b.quoteCount - a.quoteCount)
  const [first] = ordered
  if (!first || ordered.length < 2) return html``
  const named = ordered.slice(0, shown)
  const rest = total - countOf(named)
  const shareOf = (count: number) => words.percent(count / total)
  const text = words.people.whoSpeaksText(words.quotes(total), first.speaker.name, shareOf(first.quoteCount))
  return html`<figure class="plot voices">
<svg width="100%" height="12" role="img" aria-label="${words.people.whoSpeaks}${reader.words.colon}${text}">${segments([...named.map(({ quoteCount }) => quoteCount), rest], total, reader)}</svg>
<ol>${named.map(({ speaker, quoteCount }, index) => html`<li><span class="key v${index}"></span>${entityLink(speaker)} <b>${shareOf(quoteCount)}</b></li>`)}${rest > 0 && html`<li><span class="key v${shown}"></span>${words.people.others} <b>${shareOf(rest)}</b></li>`}
</ol>${numbers(
    reader,
    [words.people.speaker, words.find.tabs.quotes, words.audit.house.share],
    [
      ...ordered.map(({ speaker, quoteCount }) => [
        foreign(speaker.name),
        words.number(quoteCount),
        shareOf(quoteCount),
      ]),
      ...othersRow(total - countOf(ordered)),
    ],
    words.people.whoSpeaks,
  )}</figure>
`

  function othersRow(count: number): readonly string[][] {
    return count > 0 ? [[words.people.others, words.number(count), shareOf(count)]] : []
  }
}

function segments(counts: readonly number[], total: number, reader: Reader): readonly Html[] {
  const side = sideOf(reader)
  let before = 0
  return counts.map((count, index) => {
    const start = before / total
    before += count
    const width = count / total
    return html`<rect class="v${index}" x="${side(start, width)}" width="${lengthOf(width)}" height="12"/>`
  })
}

function countOf(voices: readonly Voice[]): number {
  return voices.reduce((sum, { quoteCount }) => sum + quoteCount, 0)
}

import type { AccountLine } from '../../core/text-account.ts'
import type { Reader } from '../reader.ts'
import { percent } from './bar.ts'
import { type Html, html } from './html.ts'

const [tall, low] = [34, 22]

/**
 * A page as a strip in its order, each line as wide as it has words: what is in the text stands tall, what was left out low. The numbers beside it say the same in words.
 */
export function accountStrip(lines: readonly AccountLine[], reader: Reader): Html {
  const { textReport: words, direction } = reader.words
  const total = lines.reduce((sum, line) => sum + line.words, 0)
  if (total === 0) return html``
  const share = (part: number) => reader.words.percent(part / total)
  const kept = lines.reduce((sum, line) => sum + (line.block === undefined ? 0 : line.words), 0)
  let at = 0
  const bars = lines.map((line) => {
    const width = line.words / total
    const start = direction === 'rtl' ? 1 - at - width : at
    at += width
    const isKept = line.block !== undefined
    const label = isKept ? words.inText : (words.steps[line.step] ?? words.otherStep)
    return html`<rect class="${isKept ? 'kept-part' : 'left-part'}" x="${percent(start)}" y="${isKept ? 0 : tall - low}" width="${percent(width)}" height="${isKept ? tall : low}"><title>${label}</title></rect>`
  })
  return html`<figure class="account-strip"><svg width="100%" height="${tall}" role="img" aria-label="${words.drawing}. ${words.drawingText(share(kept), share(total - kept))}">${bars}</svg>
<figcaption>${words.drawing}. ${words.drawingText(share(kept), share(total - kept))}</figcaption></figure>
`
}

import type { ComparedOutlet, OutletsCompared } from '../../../operations/feeds/compared-views.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { isolated } from '../../layout/plain-line.ts'
import type { Reader } from '../../reader.ts'
import { anchorOf, lengthOf, type Side, sideOf } from '../../stories/parts/plot-parts.ts'

/** One bar: what is the first outlet's grows from the start of the line, what is the second's from its end. */
type Bar = {
  readonly name: string
  /** Shares of the width. */
  readonly parts: readonly [a: number, between: number, b: number]
  /** How wide the part of each may become, if they have a part of the width each. */
  readonly most?: number
  readonly labels: readonly [a: string, between: string, b: string]
}

const [rowHeight, barTop, barHeight] = [46, 20, 14]
/** The original text of each fills at most so much of the width. */
const half = 0.48
/** A narrower part between the two has no room for its number. */
const leastForLabel = 0.08

/** Three bars with the outlets at their two ends, and a sentence for each of them. The table below has the same numbers. */
export function pairPlot(view: OutletsCompared & { readonly kind: 'compared' }, reader: Reader): Html {
  const { words } = reader
  const w = words.outlets.compare
  const { outlets, bothCount, readCount, firstUnknownCount } = view
  const [a, b] = outlets
  const [nameOfA, nameOfB] = [isolated(a.name), isolated(b.name)]
  const only = outlets.map(({ onlyCount }) => onlyCount)
  const first = outlets.map(({ firstCount }) => firstCount)
  const bars = [
    counted(w.stories, [only[0]!, bothCount, only[1]!], words.number),
    counted(w.figures.first.name, [first[0]!, firstUnknownCount, first[1]!], words.number),
    ...ownBar(outlets, reader),
  ]
  const text = [
    w.storiesText(nameOfA, words.number(a.onlyCount), nameOfB, words.number(b.onlyCount), words.number(bothCount)),
    readCount > 0 &&
      w.firstText(
        nameOfA,
        words.number(a.firstCount),
        nameOfB,
        words.number(b.firstCount),
        words.number(firstUnknownCount),
      ),
    a.ownShare !== undefined &&
      b.ownShare !== undefined &&
      w.ownText(nameOfA, words.percent(a.ownShare), nameOfB, words.percent(b.ownShare)),
  ]
  const side = sideOf(reader)
  return html`<figure class="plot pairplot" id="pair">
<p class="pairkey" aria-hidden="true"><span><i class="of-a"></i>${foreign(a.name)}</span><span>${foreign(b.name)}<i class="of-b"></i></span></p>
<svg width="100%" height="${bars.length * rowHeight}" role="img" aria-label="${w.title}" aria-describedby="pair-c">${bars.map((bar, index) => drawn(bar, index * rowHeight, side))}</svg>
<figcaption id="pair-c">${text.filter((each) => each !== false).join(' ')}</figcaption></figure>
`
}

function counted(name: string, [a, between, b]: readonly [number, number, number], number: (n: number) => string): Bar {
  const total = Math.max(1, a + between + b)
  return { name, parts: [a / total, between / total, b / total], labels: [number(a), number(between), number(b)] }
}

function ownBar([a, b]: readonly [ComparedOutlet, ComparedOutlet], { words }: Reader): Bar[] {
  if (a.ownShare === undefined || b.ownShare === undefined) return []
  const labels = [words.percent(a.ownShare), '', words.percent(b.ownShare)] as const
  return [
    {
      name: words.outlets.compare.figures.own.name,
      parts: [a.ownShare * half, 0, b.ownShare * half],
      most: half,
      labels,
    },
  ]
}

function drawn({ name, parts, most, labels }: Bar, top: number, side: Side): Html {
  const [a, between, b] = parts
  const bar = (look: string, start: number, width: number) =>
    width > 0 &&
    html`<rect class="${look}" x="${side(start, width)}" width="${lengthOf(width)}" y="${top + barTop}" height="${barHeight}"/>`
  const text = (at: number, words: string, anchor: 'start' | 'middle' | 'end', look = '', y = top + 14) =>
    html`<text${look && html` class="${look}"`} x="${side(at)}" y="${y}"${anchorOf(anchor)}>${words}</text>`
  const middle = a + between / 2
  return html`<g>${text(0, labels[0], 'start', 'value')}${text(0.5, name, 'middle')}${text(1, labels[2], 'end', 'value')}${most !== undefined && [bar('unknown', 0, most), bar('unknown', 1 - most, most)]}${bar('of-a', 0, a)}${bar('unknown', a, between)}${bar('of-b', 1 - b, b)}${between > leastForLabel && text(middle, labels[1], 'middle', '', top + barTop + 11)}</g>`
}

/** A place in a drawing as a share of its width or height, from 0 to 1 in reading direction. */
type Scale = (value: number) => number

/**
 * Maps `[least, most]` to `[from, until]`; a single value is in the middle. Values outside are mapped outside: the drawing decides what to
 * leave out.
 */
export function scaleOf(least: number, most: number, from = 0, until = 1): Scale {
  if (!(most > least)) return () => (from + until) / 2
  return (value) => from + ((until - from) * (value - least)) / (most - least)
}

/** A label to place: where it points (a share of the width), and the share of the width its text takes. */
type Label = { readonly at: number; readonly width: number }

/** Place of a label: its row, counted from the drawing, and whether its text begins, ends or is centered at its point. */
type PlacedLabel = {
  readonly row: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Its line crosses another label or is crossed: there was no better row. */
  readonly isCrossing: boolean
}

type Taken = { readonly at: number; readonly from: number; readonly until: number; readonly row: number }

/**
 * Places labels so that none covers another and no line from a label to its point crosses one: each in the nearest row with room, away from
 * the edges. `at` is a share of the width in reading direction.
 */
export function placeLabels(
  labels: readonly Label[],
  options: { readonly anchor?: 'start' | 'middle'; readonly gap?: number } = {},
): readonly PlacedLabel[] {
  const { anchor: wanted = 'middle', gap = 0.015 } = options
  const taken: Taken[] = []
  return labels.map(({ at, width }) => {
    const anchor = anchorOf(at, width)
    const from = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2
    const text = { from, until: from + width }
    const rowCount = 1 + Math.max(-1, ...taken.map(({ row }) => row))
    const rows = Array.from({ length: rowCount + 1 }, (_, row) => row)
    const roomy = rows.filter((row) => taken.every((other) => other.row !== row || isApart(text, other)))
    const clear = roomy.find((row) => !isCrossing(row))
    const row = clear ?? roomy[0] ?? rowCount
    taken.push({ at, ...text, row })
    return { row, anchor, isCrossing: clear === undefined }

    function isCrossing(row: number): boolean {
      return taken.some(
        (other) => (other.row > row && isWithin(other.at, text)) || (other.row < row && isWithin(at, other)),
      )
    }
  })

  function isApart(a: Pick<Taken, 'from' | 'until'>, b: Pick<Taken, 'from' | 'until'>): boolean {
    return a.until + gap <= b.from || a.from >= b.until + gap
  }

  function isWithin(at: number, { from, until }: Pick<Taken, 'from' | 'until'>): boolean {
    return at > from && at < until
  }

  function anchorOf(at: number, width: number): PlacedLabel['anchor'] {
    if (wanted === 'start') return at + width <= 1 || at < 0.5 ? 'start' : 'end'
    if (at - width / 2 < 0) return 'start'
    return at + width / 2 > 1 ? 'end' : 'middle'
  }
}

/** Width in pixels of a drawing on the narrowest page, and on the narrowest page that shows what is marked `fine`. */
const narrowPixels = 280
const widePixels = 500

/** Width of a label's text as a share of a drawing, on the narrowest page unless `isWide`. Assumes 6.4 pixels per letter. */
export function widthOf(text: string, isWide = false): number {
  return ([...text].length * 6.4) / (isWide ? widePixels : narrowPixels)
}

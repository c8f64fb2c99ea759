import { nth } from './nth.ts'

/** Half-open `[start, end)` in UTF-16 code units of `Document.text`. */
export type Span = { readonly start: number; readonly end: number }

/** Throws unless the bounds are whole, ordered and non-negative: anything else is our own mistake. */
export function span(start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start)
    throw new RangeError(`Not a span: [${start}, ${end})`)
  return { start, end }
}

export function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** A place within a place: `inner` counts from the start of `outer`, the result from where `outer` counts. */
export function placeWithin(outer: Span, inner: Span): Span {
  return { start: outer.start + inner.start, end: outer.start + inner.end }
}

/** The first of spans in text order that ends after an offset; undefined if all end before. Spans must not contain each other. */
export function firstEndingAfter<Part extends Span>(spans: readonly Part[], offset: number): Part | undefined {
  let [from, to] = [0, spans.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (nth(spans, middle).end > offset) to = middle
    else from = middle + 1
  }
  return spans[from]
}

/** True when the two have at least one code unit in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

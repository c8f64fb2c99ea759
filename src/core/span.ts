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

/** True when the two have at least one code unit in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Half-open `[start, end)` in UTF-16 code units of `Document.text`. */
export type Span = { readonly start: number; readonly end: number }

/** Makes a span; throws when the bounds are not whole, ordered and non-negative, since that is our own mistake. */
export function span(start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start)
    throw new RangeError(`Not a span: [${start}, ${end})`)
  return { start, end }
}

/** True when `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** True when the two share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

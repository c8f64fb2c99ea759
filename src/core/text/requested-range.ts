/** The bytes of a file that a request asks for; both ends are included. */
type RequestedRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly from: number; readonly last: number }
  /** Out of range (416). */
  | { readonly kind: 'none' }

const whole = { kind: 'whole' } as const

/**
 * Reads the Range header for a file of this size (RFC 9110 §14.2). A part can only continue the same file: a request with
 * another tag gets the whole (§13.1.5). So do requests for several parts and malformed ones.
 */
export function requestedRange(
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  file: { readonly etag: string; readonly size: number },
): RequestedRange {
  if (method !== 'GET' || (headers.get('if-range') ?? file.etag) !== file.etag) return whole
  const [, first = '', end = ''] = /^bytes=(\d*)-(\d*)$/i.exec(headers.get('range') ?? '') ?? []
  if ((first === '' && end === '') || (first !== '' && end !== '' && Number(end) < Number(first))) return whole
  // Without a first byte, the other number counts from the end.
  const from = first === '' ? Math.max(0, file.size - Number(end)) : Number(first)
  const last = first === '' || end === '' ? file.size - 1 : Math.min(Number(end), file.size - 1)
  return from <= last ? { kind: 'part', from, last } : { kind: 'none' }
}

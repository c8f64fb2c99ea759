/** Which bytes of a file a request asks for; both ends of a part belong to it. */
export type AskedBytes =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly from: number; readonly last: number }
  /** None that there are (416). */
  | { readonly kind: 'none' }

const whole = { kind: 'whole' } as const

/**
 * Reads what a request asks for of a file of so many bytes (RFC 9110 §14.2). A part goes on from another of the same file alone: whoever
 * names another tag than this one gets the whole (§13.1.5). So does who asks for several parts, or in a way that says nothing.
 */
export function askedBytes(
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  file: { readonly etag: string; readonly size: number },
): AskedBytes {
  if (method !== 'GET' || (headers.get('if-range') ?? file.etag) !== file.etag) return whole
  const [, first = '', end = ''] = /^bytes=(\d*)-(\d*)$/i.exec(headers.get('range') ?? '') ?? []
  if ((first === '' && end === '') || (first !== '' && end !== '' && Number(end) < Number(first))) return whole
  // Without a first byte, the other number says how many of the last ones.
  const from = first === '' ? Math.max(0, file.size - Number(end)) : Number(first)
  const last = first === '' || end === '' ? file.size - 1 : Math.min(Number(end), file.size - 1)
  return from <= last ? { kind: 'part', from, last } : { kind: 'none' }
}

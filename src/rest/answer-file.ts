/** Texts and pictures from outside stand on our own address: a browser must neither run them nor take them for a page. */
const locked = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-cache',
}

/** A file to keep. */
export function answerFile(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  mediaType: string,
  fileName: string,
): Response {
  const name = fileName.replace(/[^\w.-]+/g, '-')
  return new Response(body, {
    headers: { ...locked, 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}

/** Bytes to show or to play; where they can be asked for in part, `total` says of how many, and `etag` of which file. */
export function answerBytes(
  bytes: Uint8Array,
  mediaType: string,
  part?: { readonly from: number; readonly last: number; readonly total: number; readonly etag: string },
): Response {
  return new Response(Uint8Array.from(bytes), {
    status: part && (part.from > 0 || part.last < part.total - 1) ? 206 : 200,
    headers: {
      ...locked,
      'Content-Type': mediaType,
      ...(part && {
        ETag: part.etag,
        'Accept-Ranges': 'bytes',
        'Content-Range': `bytes ${part.from}-${part.last}/${part.total}`,
      }),
    },
  })
}

/** The bytes a `Range` asks for (RFC 9110 §14.1.2), one range of them; undefined for one that there is not. */
export function rangeOf(
  header: string | null,
  total: number,
): { readonly from: number; readonly last: number; readonly total: number } | undefined {
  const [, first = '', end = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && end === '') return { from: 0, last: total - 1, total }
  const from = first === '' ? Math.max(0, total - Number(end)) : Number(first)
  const last = first === '' || end === '' ? total - 1 : Math.min(Number(end), total - 1)
  return from <= last && from < total ? { from, last, total } : undefined
}

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

/** Bytes to show or to play. */
export function answerBytes(
  bytes: Uint8Array,
  mediaType: string,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  return new Response(Uint8Array.from(bytes), { status, headers: { ...locked, 'Content-Type': mediaType, ...headers } })
}

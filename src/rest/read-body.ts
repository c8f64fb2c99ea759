export type BodyRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' }
  /** The connection ended before the body did. */
  | { readonly kind: 'cut-off' }

/** Reads a body of at most `mostBytes`; what is longer is not read to its end. */
export async function readBody(request: Request, mostBytes: number): Promise<BodyRead> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return { kind: 'too-large' }
  if (!request.body) return { kind: 'read', bytes: new Uint8Array() }
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body) {
      length += chunk.byteLength
      if (length > mostBytes) return { kind: 'too-large' }
      chunks.push(chunk)
    }
  } catch {
    return { kind: 'cut-off' }
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return { kind: 'read', bytes }
}

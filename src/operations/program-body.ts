import { holdRoom, NoRoomError } from './body-room.ts'

/** The body of a request, as far as it was read. */
export type ProgramBody =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' }
  /** The connection ended before the body did. */
  | { readonly kind: 'cut-off' }

/** Reads a body of at most `mostBytes`; what is longer is not read to its end. Throws NoRoomError where too much comes in at once. */
export async function readProgramBody(request: Request, mostBytes: number): Promise<ProgramBody> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return { kind: 'too-large' }
  // Such a request has none (Fetch standard); to look whether it has would make a whole request of what came.
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body)
    return { kind: 'read', bytes: new Uint8Array() }
  using room = holdRoom()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body) {
      length += chunk.byteLength
      if (length > mostBytes) return { kind: 'too-large' }
      room.more(chunk.byteLength)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof NoRoomError) throw error
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

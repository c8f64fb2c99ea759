import { joinedBytes } from '../core/joined-bytes.ts'
import { NoRoomError, reserveMemory } from './body-memory.ts'

/** The body of a request, or why it could not be read. */
export type ProgramBody =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'cut-off' }

/** Reads a body of at most `mostBytes`; a longer one is not read to its end. Throws NoRoomError when too much is being sent at once. */
export async function readProgramBody(request: Request, mostBytes: number): Promise<ProgramBody> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return { kind: 'too-large' }
  // GET and HEAD have no body (Fetch standard); accessing `body` would create a full request object.
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body)
    return { kind: 'read', bytes: new Uint8Array() }
  using room = reserveMemory()
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
  return { kind: 'read', bytes: joinedBytes(chunks) }
}

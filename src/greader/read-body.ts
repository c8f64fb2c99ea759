import { readProgramBody } from '../operations/program-body.ts'

/** A request's text of at most `mostBytes`; undefined if it's longer. Throws if the connection ends early. */
export async function readBody(request: Request, mostBytes: number): Promise<string | undefined> {
  const read = await readProgramBody(request, mostBytes)
  switch (read.kind) {
    case 'read':
      return new TextDecoder().decode(read.bytes)
    case 'too-large':
      return undefined
    case 'cut-off':
      throw new Error('The connection ended before the body did')
  }
}

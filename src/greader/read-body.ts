import { readProgramBody } from '../operations/program-body.ts'

/** The text of a request as far as it is not longer than `mostBytes`; undefined when it is. Throws when the connection ends before. */
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

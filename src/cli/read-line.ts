import { createInterface } from 'node:readline'
import { Writable } from 'node:stream' /** The first line of the input, without its line break. Stops reading after `most` bytes, so a longer result means the line is too long. */
export async function firstLine(input: AsyncIterable<Uint8Array | string>, most: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of input) {
    const bytes = Buffer.from(piece)
    pieces.push(bytes)
    length += bytes.length
    if (bytes.includes(0x0a) || length > most) break
  }
  return Buffer.concat(pieces).toString('utf8').split(/\r?\n/)[0] ?? ''
}

/** Reads a line from the terminal without echo; calls `ask` once echo is off. Ctrl-C ends the program, Ctrl-D gives an empty line. */
export function readHidden(input: NodeJS.ReadStream, ask: () => void): Promise<string> {
  // In raw mode the terminal doesn't echo; readline's own echo is discarded.
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 })
  const { promise, resolve } = Promise.withResolvers<string>()
  lines.once('line', resolve)
  lines.once('close', () => resolve(''))
  lines.once('SIGINT', () => {
    lines.close()
    process.exit(130)
  })
  ask()
  return promise.finally(() => lines.close())
}

import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

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

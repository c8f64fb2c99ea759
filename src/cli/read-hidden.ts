import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** A line that somebody types at a terminal and nobody sees; it is asked for once nothing shows any more. Ctrl-C ends the program, Ctrl-D is an empty line. */
export function readHidden(input: NodeJS.ReadStream, ask: () => void): Promise<string> {
  // A terminal that is read key by key shows nothing by itself; what the reader of lines would show goes nowhere.
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

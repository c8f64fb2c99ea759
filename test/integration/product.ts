import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { closeAfterwards } from '../loopback-server.ts'
import { productProgram } from '../product-program.ts'

const sources = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The product as a process of its own, with what it has written so far. */
export type Product = {
  readonly child: ChildProcess
  readonly written: { out: string; err: string }
  /** Settles when the process is gone: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  /** Settles with the match once standard output holds it; rejects with all that was written when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
}

/**
 * Starts `twosource <args>` as a person would, with these settings and no others, and `input` on its standard input. It does not
 * outlive the tests. With other limits (`limitsEnv`) it runs from the sources, which alone can be given them.
 */
export function startProduct(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  input?: string,
): Product {
  const program = settings.NODE_OPTIONS === undefined ? productProgram : sources
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...placesOfThis(), ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A process that is gone already reads nothing.
  child.stdin.on('error', () => {}).end(input ?? '')
  closeAfterwards(() => child.kill('SIGKILL'))
  const written = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text
  })
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  return {
    child,
    written,
    ended,
    async says(pattern) {
      const { promise, resolve } = Promise.withResolvers<RegExpExecArray>()
      const look = () => {
        const found = pattern.exec(written.out)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      look()
      const early = ended.then((how) => {
        throw new Error(`It ended (${how}) before it said ${pattern}:\n${written.out}${written.err}`)
      })
      early.catch(() => {})
      return Promise.race([promise, early])
    },
  }
}

/**
 * Where this process puts aside what it needs for a while, and where Node keeps what it made of files, if it has such places: a process
 * started with the second strips no types.
 */
function placesOfThis(): Readonly<Record<string, string>> {
  const { NODE_COMPILE_CACHE, TMPDIR } = process.env
  return {
    ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
    ...(TMPDIR !== undefined && { TMPDIR }),
  }
}

/** Runs one command to its end. */
export async function runProduct(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const product = startProduct(args, settings)
  return { code: await product.ended, ...product.written }
}

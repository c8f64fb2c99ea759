import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A running program that serves and works. */
export type ServingNode = {
  readonly child: ChildProcess
  readonly url: string
  /** The events of its log by their names, with how often each came. */
  events(): ReadonlyMap<string, number>
  /** The lines of one event. */
  lines(event: string): readonly string[]
  /** What it wrote on standard output. */
  said(): string
  /** What it wrote to its log. */
  wrote(): string
  /** Tells it to stop; answers how it ended. */
  stop(): Promise<number | string>
}

const startsWithinMs = 120_000

/** Starts `serve` of a program with these settings. Throws with what it wrote when it does not come up. */
export async function startNode(
  main: string,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<ServingNode> {
  const child = spawn(process.execPath, [main, 'serve', '--json', ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TWOSOURCE_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    const url = /"url": "(http:[^"]+)"/.exec(out)?.[1]
    if (url !== undefined) resolve(url)
  })
  void ended.then((how) => reject(new Error(`It ended (${how}):\n${out}${err}`)))
  const timer = setTimeout(() => {
    child.kill('SIGKILL')
  }, startsWithinMs)
  const url = await promise.finally(() => clearTimeout(timer))
  const events = () => [...err.matchAll(/"event":"([a-z-]+)"/g)].map(([, name = '']) => name)
  return {
    child,
    url,
    events: () => new Map([...Map.groupBy(events(), (name) => name)].map(([name, all]) => [name, all.length])),
    said: () => out,
    wrote: () => err,
    lines: (event) => err.split('\n').filter((line) => line.includes(`"event":"${event}"`)),
    async stop() {
      child.kill('SIGTERM')
      const tooLong = setTimeout(() => child.kill('SIGKILL'), 60_000)
      const how = await ended
      clearTimeout(tooLong)
      return how
    },
  }
}

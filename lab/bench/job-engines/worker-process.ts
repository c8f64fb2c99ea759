import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** One run of a job, as its worker told it before and after; without `doneMs` it had not ended. Milliseconds since 1970. */
export type JobRun = { readonly key: string; readonly by: number; readonly startMs: number; doneMs?: number }

export type WorkerProcess = {
  readonly pid: number
  /** Its runs so far, in the order they began. */
  readonly runs: readonly JobRun[]
  go(): void
  /** Lets it end and answers its CPU milliseconds since `go`. */
  stop(): Promise<number>
  /** Ends it with SIGKILL, as a crash would. */
  kill(): Promise<void>
}

/** Starts a worker in a process of its own; it begins to take jobs at `go`. */
export async function startWorker(args: readonly (string | number)[]): Promise<WorkerProcess> {
  const script = fileURLToPath(new URL('worker.ts', import.meta.url))
  const child = spawn(process.execPath, [script, ...args.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const by = child.pid ?? 0
  const runs: JobRun[] = []
  const running = new Map<string, JobRun[]>()
  const ready = Promise.withResolvers<void>()
  let cpuMs = 0
  const ended = once(child, 'close').then(() =>
    ready.reject(new Error(`${args[0]}: its worker ended before it was ready.`)),
  )
  createInterface(child.stdout).on('line', (line) => {
    const [word, number = '', key = ''] = line.split(' ')
    if (word === 'ready') ready.resolve()
    else if (word === 'cpu') cpuMs = Number(number)
    else if (word === 'start') {
      const run: JobRun = { key, by, startMs: Number(number) }
      runs.push(run)
      running.set(key, [...(running.get(key) ?? []), run])
    } else if (word === 'done') {
      const run = running.get(key)?.shift()
      if (run) run.doneMs = Number(number)
    }
  })
  await ready.promise
  return {
    pid: by,
    runs,
    go: () => child.stdin.write('go\n'),
    async stop() {
      child.stdin.end('stop\n')
      await ended
      return cpuMs
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

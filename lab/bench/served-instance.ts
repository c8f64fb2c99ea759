import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { productFlags } from '../../src/app/launch/node-needs.js'
import { freePort } from '../../test/free-port.ts'
import { limitsEnv } from '../../test/other-limits.ts'
import { round, sized } from './measure.ts'

/** What `npm start` gives Node before the program it runs. */
export const beforeSource = ['--import', new URL('../../src/app/launch/keep-compiled.js', import.meta.url).href]
const parts = {
  whole: [...beforeSource, fileURLToPath(new URL('../../src/main.ts', import.meta.url)), 'serve', '--only-me'],
  pages: [fileURLToPath(new URL('./pages-server.ts', import.meta.url))],
}
/** Ticks of /proc/PID/stat in a second, on every Linux that Node runs on. */
const TICKS = 100
/** On a machine that does much else a first start takes a minute. */
const LONGEST_START_MS = 180_000
/** To the millisecond; where no time counts, who asks leaves the core to who starts. */
const BETWEEN_TRIES_MS = sized(1, 25)

/** The product in a process of its own, as it is started by `npm start`. */
export type ServedInstance = {
  readonly url: string
  /** From the start of the process to the first page it answered with 200. */
  readonly firstPageMs: number
  cpuSeconds(): number
  /** What it holds now and the most it ever held, in MB. */
  memoryMb(): { readonly now: number; readonly peak: number }
  close(): Promise<void>
}

/** Starts the product, its pages alone, or a program with what it is given, over a folder and asks for one page until it is there. */
export async function serveInstance(
  folder: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  program: keyof typeof parts | readonly string[] = 'whole',
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedInstance> {
  const port = await freePort()
  const startedAt = performance.now()
  const given = [...productFlags, ...(typeof program === 'string' ? parts[program] : program)]
  const child = spawn(process.execPath, given, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      TWOSOURCE_DATA: folder,
      TWOSOURCE_PORT: String(port),
      ...limitsEnv({ requestsPerMinute: 1_000_000 }),
      TWOSOURCE_ALLOW_PRIVATE: '1',
      ...settings,
    },
  })
  let hasEnded = false
  const ended = once(child, 'close').then(() => {
    hasEnded = true
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const answer = await ask(undefined, url + path, { headers }).catch(() => undefined)
    if (answer?.status === 200) break
    if (answer || hasEnded || performance.now() - startedAt > LONGEST_START_MS)
      throw new Error(`The house did not answer ${path}: ${answer?.status ?? 'nothing'}`)
    await new Promise((settle) => setTimeout(settle, BETWEEN_TRIES_MS))
  }
  const firstPageMs = performance.now() - startedAt
  const proc = (name: string) => readFileSync(`/proc/${child.pid}/${name}`, 'utf8')
  return {
    url,
    firstPageMs,
    cpuSeconds() {
      const fields = proc('stat')
        .replace(/^.*\) /s, '')
        .split(' ')
      return (Number(fields[11]) + Number(fields[12])) / TICKS
    },
    memoryMb() {
      const status = proc('status')
      const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
      return { now: of('VmRSS'), peak: of('VmHWM') }
    },
    async close() {
      child.kill()
      await ended
    },
  }
}

/** What is asked of an instance. */
export type Asked = {
  readonly headers: Readonly<Record<string, string>>
  readonly method?: string
  readonly body?: string
}

/** One request; the body comes as it was sent, packed. */
export function ask(agent: Agent | undefined, url: string, { headers, method, body }: Asked) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: Buffer }>()
  request(url, { ...(agent && { agent }), method: method ?? 'GET', headers }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }))
  })
    .on('error', reject)
    .end(body)
  return promise
}

/** A start to the first page: wall and CPU ms. One that is told to stop as soon as it has answered may end without writing down what it compiled. */
export async function startOnce(start: () => Promise<ServedInstance>, stayMs = 0) {
  const instance = await start()
  const cpuMs = Math.round(instance.cpuSeconds() * 1000)
  await new Promise((settle) => setTimeout(settle, stayMs))
  await instance.close()
  return { ms: round(instance.firstPageMs), cpuMs }
}

import { type SpawnOptions, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { freePort } from '../../../test/free-port.ts'

const longestMs = 15 * 60_000
/** A program of ours among the words of a process: as it was packed, or as it is written. */
const ours = /\/(dist\/program\/main\.js|src\/main\.ts)$/

const none = 'none of ours'

/** The packed program, as a process names it. */
export const packedProgram = 'dist/program/main.js'

/** What a start came to: the front page or what was said instead of it, by which program, and whether it was gone after SIGTERM. */
export type Started = {
  readonly answer: string
  readonly program: string
  readonly after: string
  readonly firstMs: number
  readonly endMs: number
}

/** Starts a program of ours until its front page answers, and ends it as a service manager would. */
export async function frontPage(
  command: string,
  words: readonly string[],
  options: SpawnOptions,
  { path = '/', port }: { readonly path?: string; readonly port?: number } = {},
): Promise<Started> {
  const its = port ?? (await freePort())
  const env = { ...options.env, TWOSOURCE_PORT: String(its) }
  const startedAt = performance.now()
  const child = spawn(command, words, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const collected = collect(child)
  const closed = new Promise<void>((settle) => child.once('close', () => settle()))
  const url = `http://127.0.0.1:${its}${path}`
  let answer = ''
  for (const endsAt = Date.now() + longestMs; answer === '' && Date.now() < endsAt && child.exitCode === null; ) {
    const response = await fetch(url).catch(() => undefined)
    if (response) answer = response.ok && isOurs(await response.text()) ? 'there' : String(response.status)
    else await new Promise((settle) => setTimeout(settle, 20))
  }
  const firstMs = Math.round(performance.now() - startedAt)
  const program = child.pid === undefined ? none : programOf(child.pid)
  const endedAt = performance.now()
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
  await closed
  const endMs = Math.round(performance.now() - endedAt)
  const after = await fetch(url).then(
    () => 'still there',
    () => 'gone',
  )
  return { after, answer: answer || collected().said.trim().slice(-300), program, firstMs, endMs }
}

function isOurs(text: string): boolean {
  return text.includes('<main') || text.includes('"store"')
}

/** Which program of ours a process came to be or started, here, in a chroot or in a container. */
export function programOf(pid: number): string {
  const own = wordsOf(`${pid}/cmdline`, '\0').map((word) => ours.exec(word)?.[1])
  const started = wordsOf(`${pid}/task/${pid}/children`, ' ').map((child) => programOf(Number(child)))
  return [...own, ...started].find((program) => program !== undefined && program !== none) ?? none
}

function wordsOf(file: string, between: string): readonly string[] {
  try {
    return readFileSync(`/proc/${file}`, 'utf8').split(between).filter(Boolean)
  } catch {
    // It has ended.
    return []
  }
}

/** Runs a command to its end and answers what it printed; throws with its last words where it fails. */
export async function must(command: string, words: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const { status, said, printed } = await run(command, words, options)
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${said.slice(-800)}`)
  return printed
}

/** Runs a command to its end, or ends it: its exit code, what it printed as its result, and all it said. */
export async function run(command: string, words: readonly string[], options: SpawnOptions = {}) {
  const child = spawn(command, words, { timeout: longestMs, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const collected = collect(child)
  const status = await new Promise<number>((settle) => {
    child.once('error', () => settle(127))
    child.once('close', (code) => settle(code ?? 1))
  })
  return { status, ...collected() }
}

function collect({ stdout, stderr }: ReturnType<typeof spawn>): () => {
  readonly said: string
  readonly printed: string
} {
  let [said, printed] = ['', '']
  stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    said += text
  })
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return () => ({ said, printed })
}

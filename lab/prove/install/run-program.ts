import { type SpawnOptions, spawn } from 'node:child_process'
import { freePort } from '../../../test/free-port.ts'

const longestMs = 15 * 60_000

/** What a start came to: the front page or what was said instead of it, and whether it was gone after SIGTERM. */
export type Started = {
  readonly answer: string
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
  const said = collect(child)
  const closed = new Promise<void>((settle) => child.once('close', () => settle()))
  const url = `http://127.0.0.1:${its}${path}`
  let answer = ''
  for (const endsAt = Date.now() + longestMs; answer === '' && Date.now() < endsAt && child.exitCode === null; ) {
    const response = await fetch(url).catch(() => undefined)
    if (response) answer = response.ok && isOurs(await response.text()) ? 'there' : String(response.status)
    else await new Promise((settle) => setTimeout(settle, 20))
  }
  const firstMs = Math.round(performance.now() - startedAt)
  const endedAt = performance.now()
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
  await closed
  const endMs = Math.round(performance.now() - endedAt)
  const after = await fetch(url).then(
    () => 'still there',
    () => 'gone',
  )
  return { after, answer: answer || said().trim().slice(-300), firstMs, endMs }
}

function isOurs(text: string): boolean {
  return text.includes('<main') || text.includes('"store"')
}

/** Runs a command to its end, and throws with its last words where it fails. */
export async function must(command: string, words: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const { status, said } = await run(command, words, options)
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${said.slice(-600)}`)
  return said
}

/** Runs a command to its end, or ends it: its exit code, and all it said. */
export async function run(command: string, words: readonly string[], options: SpawnOptions = {}) {
  const child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'], timeout: longestMs })
  const said = collect(child)
  const status = await new Promise<number>((settle) => {
    child.once('error', () => settle(127))
    child.once('close', (code) => settle(code ?? 1))
  })
  return { status, said: said() }
}

function collect({ stdout, stderr }: ReturnType<typeof spawn>): () => string {
  let said = ''
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return () => said
}

import { spawn } from 'node:child_process'

type ProgramResult =
  | { readonly kind: 'done'; readonly output: Buffer }
  | { readonly kind: 'failed'; readonly message: string }

/** Where process groups exist, the program is ended together with everything it started. */
const hasGroups = process.platform !== 'win32'

/**
 * Runs a local program without a shell, with `input` on its standard input, and returns its output. The program and everything
 * it started is ended if it runs longer than `timeoutMs`, writes more than `mostBytes`, or this process ends.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  {
    input,
    timeoutMs,
    mostBytes,
  }: { readonly input: string | Uint8Array; readonly timeoutMs: number; readonly mostBytes: number },
): Promise<ProgramResult> {
  const { promise, resolve } = Promise.withResolvers<ProgramResult>()
  // It doesn't get our environment, which contains passwords.
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH ?? '' },
    detached: hasGroups,
  })
  const pieces: Buffer[] = []
  let size = 0
  const kill = () => {
    if (hasGroups && child.pid !== undefined) endGroup(child.pid)
    else child.kill('SIGKILL')
  }
  const end = (message: string) => {
    resolve({ kind: 'failed', message })
    // Another process may still have the pipe open and keep writing.
    child.stdout.destroy()
    kill()
  }
  process.once('exit', kill)
  const timer = setTimeout(() => end(`${command} took longer than ${timeoutMs} ms.`), timeoutMs)
  child.on('error', (error) => end(`${command} cannot be run: ${error.message}`))
  child.stdout.on('data', (piece: Buffer) => {
    pieces.push(piece)
    size += piece.length
    if (size > mostBytes) end(`${command} wrote more than ${mostBytes} bytes.`)
  })
  child.on('close', (code) => {
    clearTimeout(timer)
    process.off('exit', kill)
    if (code === 0) resolve({ kind: 'done', output: Buffer.concat(pieces) })
    else resolve({ kind: 'failed', message: `${command} ended with ${code}.` })
  })
  // A program that ends before reading everything is reported by its exit code.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return promise
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All of it has already ended.
  }
}

import { spawn } from 'node:child_process'

export type ProgramResult =
  | { readonly kind: 'done'; readonly output: Buffer }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Runs a program of this machine with `input` on its standard input, without a shell, and answers what it wrote. It is ended
 * when it takes longer than `timeoutMs` or writes more than `mostBytes`.
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
  // It learns nothing of our settings, which hold passwords.
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '' } })
  const pieces: Buffer[] = []
  let size = 0
  const end = (message: string) => {
    resolve({ kind: 'failed', message })
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => end(`${command} took longer than ${timeoutMs} ms.`), timeoutMs)
  child.on('error', (error) => end(`${command} cannot be run: ${error.message}`))
  child.stdout.on('data', (piece: Buffer) => {
    pieces.push(piece)
    size += piece.length
    if (size > mostBytes) end(`${command} wrote more than ${mostBytes} bytes.`)
  })
  child.on('close', (code) => {
    clearTimeout(timer)
    if (code === 0) resolve({ kind: 'done', output: Buffer.concat(pieces) })
    else resolve({ kind: 'failed', message: `${command} ended with ${code}.` })
  })
  // A program that ends before it has read all is told of by its code.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return promise
}

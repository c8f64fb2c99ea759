import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** Runs a script of this folder in a process of its own, so that its memory is its own, and reads the JSON it prints. */
export async function runChild<Figures>(script: string, args: readonly (string | number)[]): Promise<Figures> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', path, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${code}`)
  return JSON.parse(out) as Figures
}

/** Memory of this process after what can be freed was freed, in MB: resident, and what V8 and its arrays hold of that. */
export function settledMemory(): { readonly rssMb: number; readonly heldMb: number } {
  for (let round = 0; round < 4; round += 1) globalThis.gc?.()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  return { rssMb: Math.round(rss / 1e6), heldMb: Math.round((heapUsed + arrayBuffers) / 1e6) }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { findSet } from '../../eval/read-set.ts'
import type { CallerWalk } from './walk-child.ts'

const CHILD = fileURLToPath(new URL('walk-child.ts', import.meta.url))

const OWN = fileURLToPath(new URL('../../eval/addresses/own.jsonl', import.meta.url))

/**
 * Has every way out of the program ask for every address of a set, in a process in which nothing can be connected to, and for names whose
 * answers change, each `rounds` times; with `isProxied` by a proxy, too, once as it is usual and once by one that resolves names.
 */
export async function walkCallers({
  path = findSet('security/addresses-dev.jsonl') ?? OWN,
  rounds = 100,
  isProxied = false,
}: {
  readonly path?: string
  readonly rounds?: number
  readonly isProxied?: boolean
} = {}): Promise<readonly CallerWalk[]> {
  const given = [path, String(rounds), ...(isProxied ? ['proxied'] : [])]
  const child = spawn(process.execPath, ['--disable-warning=DEP0111', CHILD, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`The walk of the addresses ended with ${code}`)
  return JSON.parse(out) as readonly CallerWalk[]
}

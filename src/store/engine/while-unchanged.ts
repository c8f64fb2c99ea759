import type { Engine } from './engine.ts'

/** How many answers are kept by default. */
const mostKept = 200

/**
 * Caches the answer for each key until the next write, where the database reports writes cheaply; elsewhere it reads every time.
 * Failed reads aren't cached. `most`: the number of answers, fewer where they are large.
 */
export function whileUnchanged<Answer, Key extends readonly unknown[]>(
  engine: Pick<Engine, 'dataVersion'>,
  read: (...key: Key) => Promise<Answer>,
  most = mostKept,
): (...key: Key) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>()
  let keptVersion: number | undefined
  return (...key) => {
    const version = engine.dataVersion?.()
    if (version === undefined) return read(...key)
    const name = JSON.stringify(key)
    if (keptVersion !== version) kept.clear()
    keptVersion = version
    const known = kept.get(name)
    if (known) return known
    if (kept.size >= most) kept.clear()
    const answer = read(...key)
    kept.set(name, answer)
    answer.catch(() => kept.delete(name))
    return answer
  }
}

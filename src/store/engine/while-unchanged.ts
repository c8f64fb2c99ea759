import type { Engine } from './engine.ts'

/** For how many keys answers are kept at most, where nothing else is said. */
const mostKept = 200

/**
 * Keeps the answer to each key until anything is written, where the database can say so at once; elsewhere it reads every time.
 * A read that failed is not kept. `most`: for so many keys, fewer where answers are long.
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

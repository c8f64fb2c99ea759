import { Worker } from 'node:worker_threads'
import { StoreDamagedError } from '../store-errors.ts'
import type { TellStore } from '../store-signs.ts'
import { type Damage, nameDamage } from './find-damage.ts'

/** Watches whether what is read and written meets damage. */
export type DamageWatch = {
  /** Damage that was met or found, until a look at the whole file finds none. Cheap enough to be asked for every page. */
  known(): Damage | undefined
  /** The error to throw for one of SQLite: damage becomes a StoreDamagedError, is remembered, and the file is looked over. */
  heed(error: unknown): unknown
  /** Something went wrong for which damage may be the reason: the file is looked over, now and then. */
  suspect(): void
  /** Looks the file over in a thread of its own, for about so long. */
  look(mostMs: number): Promise<Damage>
  /** Ends a look that is under way. */
  close(): void
}

/** Met in the middle of something: for so long. */
const LOOK_MS = 60_000
/** After a look that found nothing. */
const AGAIN_MS = 10 * 60_000

export function watchDamage(path: string, tell: TellStore = () => {}): DamageWatch {
  let known: Damage | undefined
  let isSure = false
  let looking: Promise<Damage> | undefined
  let worker: Worker | undefined
  let lookedAtMs = Number.NEGATIVE_INFINITY

  function look(mostMs: number): Promise<Damage> {
    if (looking) return looking
    const begun = startLook(path, mostMs)
    worker = begun.worker
    looking = begun.found.then(settle).finally(() => {
      looking = undefined
      worker = undefined
      lookedAtMs = performance.now()
    })
    return looking
  }

  function settle(found: Damage): Damage {
    if (found.parts.length > 0) {
      if (!isSure) tell('database-damaged', { file: path, damaged: nameDamage(found), said: found.said })
      known = found
      isSure = true
    } else if (known !== undefined && found.isWhole) {
      known = undefined
      isSure = false
      tell('database-sound', { file: path })
    }
    return found
  }

  function suspect(): void {
    if (isSure || looking || performance.now() - lookedAtMs < AGAIN_MS) return
    // A look that fails leaves what is known as it is.
    void look(LOOK_MS).catch(() => {})
  }

  return {
    known: () => known,
    heed(error) {
      if (!isDamage(error)) return error
      known ??= { parts: [], said: error.message, isWhole: false }
      suspect()
      return new StoreDamagedError(path, error)
    },
    suspect,
    look,
    close: () => void worker?.terminate(),
  }
}

/** The same for a file that nobody watches: in a thread, for about so long. */
export function lookInThread(path: string, mostMs: number): Promise<Damage> {
  return startLook(path, mostMs).found
}

function startLook(path: string, mostMs: number): { readonly found: Promise<Damage>; readonly worker: Worker } {
  const { promise, resolve, reject } = Promise.withResolvers<Damage>()
  const worker = new Worker(new URL('./find-damage-thread.ts', import.meta.url), { workerData: { path, mostMs } })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The look at ${path} ended early (${code}).`)))
  return { found: promise, worker }
}

const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26
/** The disk does not give back what was written: a bad sector, less than there was, or wrong by its own sums. */
const unreadable: ReadonlySet<number> = new Set([266, 522, 8202, 8458])

/** True for an error of SQLite that says that the file is damaged, or cannot be read. */
export function isDamage(error: unknown): error is Error & { readonly errcode: number } {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false
  const primary = error.errcode & 0xff
  return primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB || unreadable.has(error.errcode)
}

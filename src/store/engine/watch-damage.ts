import { Worker } from 'node:worker_threads'
import { StoreDamagedError } from '../store-errors.ts'
import type { StoreStateListener } from '../store-status.ts'
import { type Damage, nameDamage } from './find-damage.ts'

/** Watches reads and writes for damage. */
export type DamageWatch = {
  /** The damage met or found, until a check of the whole file finds none. Cheap enough to call for every page. */
  known(): Damage | undefined
  /** Maps an SQLite error to the error to throw: damage becomes a StoreDamagedError, is remembered, and the file is checked. */
  register(error: unknown): unknown
  /** Checks the file, at most now and then, after an error that damage may have caused. */
  suspect(): void
  /** Checks the file in another thread for at most about `mostMs`. */
  check(mostMs: number): Promise<Damage>
  /** Stops a running check. */
  close(): void
}

/** How long a check lasts after damage was met. */
const CHECK_MS = 60_000
/** How long to wait after a check that found nothing. */
const PAUSE_MS = 10 * 60_000

export function watchDamage(path: string, tell: StoreStateListener = () => {}): DamageWatch {
  let known: Damage | undefined
  let isSure = false
  let checking: Promise<Damage> | undefined
  let worker: Worker | undefined
  let checkedAtMs = Number.NEGATIVE_INFINITY

  function check(mostMs: number): Promise<Damage> {
    if (checking) return checking
    const begun = startCheck(path, mostMs)
    worker = begun.worker
    checking = begun.found.then(settle).finally(() => {
      checking = undefined
      worker = undefined
      checkedAtMs = performance.now()
    })
    return checking
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
    if (isSure || checking || performance.now() - checkedAtMs < PAUSE_MS) return
    // A failed check leaves the known state as it is.
    void check(CHECK_MS).catch(() => {})
  }

  return {
    known: () => known,
    register(error) {
      if (!isDamage(error)) return error
      known ??= { parts: [], said: error.message, isWhole: false }
      suspect()
      return new StoreDamagedError(path, error)
    },
    suspect,
    check,
    close: () => void worker?.terminate(),
  }
}

/** The same for a file that isn't watched. */
export function checkInThread(path: string, mostMs: number): Promise<Damage> {
  return startCheck(path, mostMs).found
}

function startCheck(path: string, mostMs: number): { readonly found: Promise<Damage>; readonly worker: Worker } {
  const { promise, resolve, reject } = Promise.withResolvers<Damage>()
  const worker = new Worker(new URL('./find-damage-thread.ts', import.meta.url), { workerData: { path, mostMs } })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The look at ${path} ended early (${code}).`)))
  return { found: promise, worker }
}

const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26
/** The disk doesn't return what was written: a bad sector, a short read, or a wrong checksum. */
const unreadable: ReadonlySet<number> = new Set([266, 522, 8202, 8458])

/** True for an SQLite error which means that the file is damaged or unreadable. */
export function isDamage(error: unknown): error is Error & { readonly errcode: number } {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false
  const primary = error.errcode & 0xff
  return primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB || unreadable.has(error.errcode)
}

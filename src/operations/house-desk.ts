import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../store/store.ts'

const sampleMs = 5 * 60_000
const samplesKept = 24 * 12
const backupName = /^twosource-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/

/** Work of the house that takes a while: it goes on whoever looks, and its end is kept until the next. */
export type HouseTask = {
  readonly startedAt: string
  readonly endedAt?: string
  /** 0 to 1, as far as can be told. */
  readonly share?: number
  readonly outcome?:
    | { readonly kind: 'done'; readonly detail: string }
    | { readonly kind: 'failed'; readonly detail: string }
    | { readonly kind: 'no-room'; readonly neededBytes: number; readonly freeBytes: number }
}

/** How much waited at a moment. */
export type QueueSample = { readonly at: string; readonly waiting: number; readonly failed: number }

export type Backup = { readonly name: string; readonly sizeBytes: number; readonly at: string }

/** A setting in force. What is secret is not told. */
export type SettingInForce = {
  readonly name: string
  readonly value: string
  readonly isDefault: boolean
  readonly isSecret: boolean
  readonly help: string
}

/** What runs the house beside the store: copies, checks, and how the queue went since the start. */
export type HouseDesk = {
  readonly folder: string
  readonly databaseFile: string | undefined
  readonly version: string
  readonly startedAt: string
  readonly settings: readonly SettingInForce[]
  tasks(): Promise<{ readonly backup?: HouseTask; readonly check?: HouseTask }>
  /** Starts a copy or a check, unless one is under way; answers at once. */
  start(kind: 'backup' | 'check'): void
  backups(): Promise<readonly Backup[]>
  /** Where a copy lies; undefined for what is none. */
  findBackup(name: string): Promise<(Backup & { readonly path: string }) | undefined>
  removeBackup(name: string): Promise<boolean>
  freeBytes(): Promise<number | undefined>
  queue(): readonly QueueSample[]
  close(): void
}

/** Keeps the house of one store. `databaseFile` is absent where the database is a server. */
export function openHouseDesk(options: {
  readonly store: Store
  readonly folder: string
  readonly databaseFile: string | undefined
  readonly version: string
  readonly settings: readonly SettingInForce[]
  readonly now: () => Date
}): HouseDesk {
  const { store, folder, databaseFile, now } = options
  const place = join(folder, 'backups')
  const running = new Map<'backup' | 'check', HouseTask>()
  const samples: QueueSample[] = []
  let partial: { readonly path: string; readonly wholeBytes: number } | undefined

  async function sample(): Promise<void> {
    const counts = Object.values(await store.jobs.counts())
    const sum = (field: 'waiting' | 'running' | 'failed') => counts.reduce((total, count) => total + count[field], 0)
    samples.push({ at: now().toISOString(), waiting: sum('waiting') + sum('running'), failed: sum('failed') })
    if (samples.length > samplesKept) samples.shift()
  }
  // A store that does not answer leaves a gap in the drawing, nothing more.
  const timer = setInterval(() => void sample().catch(() => {}), sampleMs).unref()
  void sample().catch(() => {})

  async function freeBytes(): Promise<number | undefined> {
    const found = await statfs(folder).catch(() => undefined)
    return found && found.bavail * found.bsize
  }

  async function copy(): Promise<HouseTask['outcome']> {
    const { copyTo } = store.house
    if (!copyTo) return { kind: 'failed', detail: 'This database makes its copies with a program of its own.' }
    const { sizeBytes } = await store.check()
    const free = await freeBytes()
    if (free !== undefined && free < sizeBytes * 1.1)
      return { kind: 'no-room', neededBytes: Math.ceil(sizeBytes * 1.1), freeBytes: free }
    await mkdir(place, { recursive: true })
    const name = `twosource-${now().toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`
    // Under its name only once it is whole.
    const path = join(place, `${name}.part`)
    partial = { path, wholeBytes: sizeBytes }
    try {
      await rm(path, { force: true })
      await copyTo(path)
      await rename(path, join(place, name))
      return { kind: 'done', detail: name }
    } finally {
      partial = undefined
      await rm(path, { force: true })
    }
  }

  async function check(): Promise<HouseTask['outcome']> {
    const { isOk, detail } = await store.check({ isDeep: true })
    return { kind: isOk ? 'done' : 'failed', detail }
  }

  async function find(name: string) {
    if (!backupName.test(name)) return undefined
    const path = join(place, name)
    const found = await stat(path).catch(() => undefined)
    return found?.isFile() ? { name, path, sizeBytes: found.size, at: atOf(name) } : undefined
  }

  return {
    folder,
    databaseFile,
    version: options.version,
    startedAt: now().toISOString(),
    settings: options.settings,

    async tasks() {
      const task = running.get('backup')
      const written = task && !task.endedAt && partial ? await stat(partial.path).catch(() => undefined) : undefined
      const share = written && partial && Math.min(0.99, written.size / Math.max(1, partial.wholeBytes))
      const checking = running.get('check')
      return {
        ...(task && { backup: share === undefined ? task : { ...task, share } }),
        ...(checking && { check: checking }),
      }
    },

    start(kind) {
      const task = running.get(kind)
      if (task && !task.endedAt) return
      const startedAt = now().toISOString()
      running.set(kind, { startedAt })
      const work = kind === 'backup' ? copy() : check()
      work
        .catch((error: unknown) => ({ kind: 'failed' as const, detail: String(error) }))
        .then((outcome) => running.set(kind, { startedAt, endedAt: now().toISOString(), ...(outcome && { outcome }) }))
    },

    async backups() {
      const names = await readdir(place).catch(() => [])
      const found = await Promise.all(names.map(find))
      return found
        .filter((backup) => backup !== undefined)
        .map(({ path: _, ...backup }) => backup)
        .sort((a, b) => (a.at < b.at ? 1 : -1))
    },

    findBackup: find,
    async removeBackup(name) {
      const found = await find(name)
      if (found) await rm(found.path, { force: true })
      return found !== undefined
    },
    freeBytes,
    queue: () => samples,
    close: () => clearInterval(timer),
  }
}

/** The moment in the name of a copy. */
function atOf(name: string): string {
  return name.replace(/^twosource-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z\.db$/, '$1:$2:$3Z')
}

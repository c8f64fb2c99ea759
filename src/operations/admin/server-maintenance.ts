import { rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { defined } from '../../core/defined.ts'
import { makeDurableFolder, syncFolder } from '../../store/engine/durable-files.ts'
import type { Damage } from '../../store/engine/find-damage.ts'
import type { Store } from '../../store/store.ts'
import {
  type Backup,
  backupNameAt,
  findBackupIn,
  isAhead,
  listBackups,
  removeHalfBackups,
  removeOldBackups,
} from './backup-folder.ts'
import { type Rescue, rescueFrom } from './rescue.ts'

const rescueMs = 10 * 60_000
const sampleMs = 5 * 60_000
const samplesKept = 24 * 12

/** Maintenance that takes a while. It continues without a viewer; its result is kept until the next run. */
export type MaintenanceTask = {
  readonly startedAt: string
  readonly endedAt?: string
  /** Progress, 0 to 1, if known. */
  readonly share?: number
  readonly outcome?:
    | { readonly kind: 'done'; readonly detail: string }
    | { readonly kind: 'failed'; readonly detail: string }
    | { readonly kind: 'no-room'; readonly neededBytes: number; readonly freeBytes: number }
}

/** The length of the queue at a time. */
export type QueueSample = { readonly at: string; readonly waiting: number; readonly failed: number }

/** The interval of automatic backups and how many of them are kept. Absent: none are made. */
export type BackupSchedule = { readonly everyHours: number; readonly kept: number }

/** An active setting. A secret's value is hidden. */
export type SettingInForce = {
  readonly name: string
  readonly value: string
  readonly isDefault: boolean
  readonly isSecret: boolean
  readonly help: string
}

/** Maintenance of this instance: backups, database checks, and queue lengths since the start. */
export type ServerMaintenance = {
  readonly folder: string
  readonly databaseFile: string | undefined
  readonly version: string
  readonly startedAt: string
  readonly settings: () => readonly SettingInForce[]
  tasks(): Promise<{ readonly backup?: MaintenanceTask; readonly check?: MaintenanceTask }>
  /** Starts a backup or a check unless one is running; returns at once. */
  start(kind: 'backup' | 'check'): void
  backups(): Promise<readonly Backup[]>
  readonly backupFolder: string
  readonly schedule?: BackupSchedule
  /**
   * Makes a backup if the newest is older than the schedule allows, and deletes surplus ones. Resolves to the result when done;
   * undefined if none was due, or another process of the same database makes it.
   */
  backUpIfDue(): Promise<MaintenanceTask['outcome'] | undefined>
  /** A backup and its path; undefined if there is none of that name. */
  findBackup(name: string): Promise<(Backup & { readonly path: string }) | undefined>
  removeBackup(name: string): Promise<boolean>
  freeBytes(): Promise<number | undefined>
  /** What to do about known damage; undefined without damage. The backups are read at most every ten minutes. */
  rescue(): Promise<Rescue | undefined>
  queue(): readonly QueueSample[]
  close(): void
}

/** Starts the maintenance of a store. `databaseFile` is absent for a database server. */
export function openServerMaintenance(options: {
  readonly store: Store
  readonly folder: string
  readonly databaseFile: string | undefined
  readonly version: string
  readonly settings: () => readonly SettingInForce[]
  /** The backup folder; by default `backups` in `folder`. */
  readonly backupFolder?: string
  readonly schedule?: BackupSchedule
  readonly now: () => Date
}): ServerMaintenance {
  const { store, folder, databaseFile, schedule, now } = options
  const place = options.backupFolder ?? join(folder, 'backups')
  const running = new Map<'backup' | 'check', MaintenanceTask>()
  const samples: QueueSample[] = []
  const startedAt = now().toISOString()
  let rescue: { readonly of: Damage; readonly found: Promise<Rescue>; readonly atMs: number } | undefined
  let partial: { readonly path: string; readonly wholeBytes: number } | undefined

  async function sample(): Promise<void> {
    const counts = Object.values(await store.jobs.counts())
    const sum = (field: 'waiting' | 'running' | 'failed') => counts.reduce((total, count) => total + count[field], 0)
    samples.push({ at: now().toISOString(), waiting: sum('waiting') + sum('running'), failed: sum('failed') })
    if (samples.length > samplesKept) samples.shift()
  }
  // A store that doesn't answer only leaves a gap in the chart.
  const timer = setInterval(() => void sample().catch(() => {}), sampleMs).unref()
  void sample().catch(() => {})

  async function freeBytes(of = folder): Promise<number | undefined> {
    const found = await statfs(of).catch(() => undefined)
    return found && found.bavail * found.bsize
  }

  async function copy(isByItself: boolean): Promise<MaintenanceTask['outcome']> {
    const { copyTo } = store.instance
    if (!copyTo) return { kind: 'failed', detail: 'Back up this database with its own tools, such as pg_dump.' }
    const { sizeBytes } = await store.check()
    makeDurableFolder(place)
    await removeHalfBackups(place, now())
    const free = await freeBytes(place)
    // An automatic backup must not take the space that news and marks need.
    const neededBytes = Math.ceil(sizeBytes * (isByItself ? 2 : 1.1))
    if (free !== undefined && free < neededBytes) return { kind: 'no-room', neededBytes, freeBytes: free }
    const name = backupNameAt(now(), isByItself)
    // It gets its final name once it is complete and verified.
    const path = join(place, `${name}.part`)
    partial = { path, wholeBytes: sizeBytes }
    try {
      await rm(path, { force: true })
      await copyTo(path)
      await rename(path, join(place, name))
      syncFolder(place)
      return { kind: 'done', detail: name }
    } finally {
      partial = undefined
      await rm(path, { force: true })
    }
  }

  async function check(): Promise<MaintenanceTask['outcome']> {
    const { isOk, detail } = await store.check({ isDeep: true })
    return { kind: isOk ? 'done' : 'failed', detail }
  }

  async function isDue(everyHours: number): Promise<boolean> {
    const newest = (await listBackups(place)).find(({ at }) => !isAhead(at, now()))
    const since = newest ? Date.parse(newest.at) : ((await creationTimeOf(databaseFile)) ?? Date.parse(startedAt))
    const ageMs = now().getTime() - since
    return ageMs < -3_600_000 || ageMs >= everyHours * 3_600_000
  }

  /** Runs one task of a kind; the result is kept until the next run. */
  async function run(
    kind: 'backup' | 'check',
    work: () => Promise<MaintenanceTask['outcome']>,
  ): Promise<MaintenanceTask['outcome']> {
    const begunAt = now().toISOString()
    running.set(kind, { startedAt: begunAt })
    const outcome = await work().catch((error: unknown) => ({ kind: 'failed' as const, detail: String(error) }))
    // A backup reads the whole database, so it may uncover damage.
    if (outcome?.kind === 'failed') store.instance.suspectDamage()
    running.set(kind, { startedAt: begunAt, endedAt: now().toISOString(), ...defined({ outcome }) })
    return outcome
  }

  const isRunning = (kind: 'backup' | 'check') => running.has(kind) && running.get(kind)?.endedAt === undefined

  return {
    folder,
    databaseFile,
    version: options.version,
    startedAt,
    settings: options.settings,
    backupFolder: place,
    ...defined({ schedule }),

    async backUpIfDue() {
      if (!schedule || store.instance.copyTo === undefined || isRunning('backup')) return undefined
      const make = async () => {
        if (!(await isDue(schedule.everyHours))) return undefined
        const outcome = await run('backup', () => copy(true))
        if (outcome?.kind === 'done') await removeOldBackups(place, schedule.kept, now())
        return outcome
      }
      if (!(await isDue(schedule.everyHours))) return undefined
      // A full disk allows no lock, but the backup folder may be on another disk.
      const trouble = store.instance.trouble()
      // A damaged database gives no sound backup, so the existing ones are kept.
      if (trouble === 'damaged' || trouble === 'file-gone') return undefined
      if (trouble === 'disk-full') return make()
      const done = await store.stories.ifFree('work:backup', make)
      return done.kind === 'done' ? done.result : undefined
    },

    async tasks() {
      const task = running.get('backup')
      const written = task && !task.endedAt && partial ? await stat(partial.path).catch(() => undefined) : undefined
      const share = written && partial && Math.min(0.99, written.size / Math.max(1, partial.wholeBytes))
      const checking = running.get('check')
      return defined({ backup: task && (share === undefined ? task : { ...task, share }), check: checking })
    },

    start(kind) {
      if (!isRunning(kind)) void run(kind, kind === 'backup' ? () => copy(false) : check)
    },

    backups: () => listBackups(place),
    findBackup: (name) => findBackupIn(place, name),
    async removeBackup(name) {
      const found = await findBackupIn(place, name)
      if (found) await rm(found.path, { force: true })
      return found !== undefined
    },
    freeBytes: () => freeBytes(),
    async rescue() {
      const damage = store.instance.damage()
      if (!damage || databaseFile === undefined) return undefined
      const isOld = rescue && (rescue.of !== damage || performance.now() - rescue.atMs > rescueMs)
      if (!rescue || isOld)
        rescue = { of: damage, found: rescueFrom(damage, databaseFile, place), atMs: performance.now() }
      return rescue.found
    },
    queue: () => samples,
    close: () => clearInterval(timer),
  }
}

/** Creation time of a database file, in milliseconds since 1970; undefined if unknown. */
export async function creationTimeOf(databaseFile: string | undefined): Promise<number | undefined> {
  const found = databaseFile === undefined ? undefined : await stat(databaseFile).catch(() => undefined)
  return found && found.birthtimeMs > 0 ? found.birthtimeMs : undefined
}

import { z } from 'zod'
import { layerVersions } from '../../analyze/layer-versions.ts'
import type { Correction } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { LayerName } from '../../core/layers.ts'
import type { StoryChoice } from '../../core/story-choice.ts'
import { workRoles } from '../../pipeline/work-roles.ts'
import type { RemovedTotal } from '../../store/articles/retention.ts'
import type { NodeRow } from '../../store/jobs/nodes.ts'
import type { StoreCheck } from '../../store/store-status.ts'
import { correctionsPage } from '../articles/list-corrections.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { Backup } from './backup-folder.ts'
import { type KeptPagesView, keptPagesView } from './kept-pages.ts'
import { type JobsView, listJobs } from './list-jobs.ts'
import type {
  BackupSchedule,
  MaintenanceTask,
  QueueSample,
  ServerMaintenance,
  SettingInForce,
} from './server-maintenance.ts'

const daysShown = 30
const decisionsShown = 20

/** A person's correction, for the log. */
export type Decision =
  | { readonly kind: 'choice'; readonly at: string; readonly choice: StoryChoice }
  | {
      readonly kind: 'correction'
      readonly at: string
      readonly correction: Correction
      readonly title?: string
      readonly sourceName?: string
      readonly language?: string
    }

/** A running process. `seenAt` is its last heartbeat; `isSilent`: it stopped reporting and is presumed dead. */
type ProcessView = Omit<NodeRow, 'id' | 'silentMs' | 'isGone'> & {
  readonly seenAt: string
  readonly isSilent: boolean
}

/** Everything the owner needs to run the instance. */
export type AdminView = JobsView & {
  readonly counts: StoreCheck['counts']
  readonly schemaVersion: number
  readonly storage: {
    readonly folder: string
    readonly databaseFile?: string
    readonly freeBytes?: number
    /** Entries by day of publication: the last thirty days. */
    readonly perDay: readonly { readonly day: string; readonly count: number }[]
  }
  /** Days that unmarked entries and articles are kept (absent: forever), and what was deleted by age so far. */
  readonly keeping: { readonly days?: number; readonly gone?: RemovedTotal }
  readonly keptPages: KeptPagesView
  readonly backup: {
    /** False for a database server, which has its own backup program. */
    readonly isHere: boolean
    readonly copies: readonly Backup[]
    readonly folder: string
    /** Interval of automatic backups; absent: only on request. */
    readonly schedule?: BackupSchedule
    readonly task?: MaintenanceTask
  }
  readonly check?: MaintenanceTask
  readonly queue: readonly QueueSample[]
  /** The running processes, and parts of the work that none of them does. */
  readonly nodes: readonly ProcessView[]
  readonly unattended: readonly string[]
  /** Background loops of this process that keep failing. */
  readonly failing: readonly string[]
  /** How many articles lack a layer because its analyzer failed on their text. */
  readonly failedLayers: readonly { readonly layer: string; readonly articles: number }[]
  readonly decisions: readonly Decision[]
  readonly settings: readonly SettingInForce[]
  readonly versions: {
    readonly twosource: string
    readonly node: string
    readonly system: string
    readonly startedAt: string
  }
}

export const getAdmin = defineOperation({
  name: 'get_admin',
  minRole: 'owner',
  summary: 'Jobs, failing feeds, storage, backups, active settings and manual corrections',
  input: z.strictObject({}),
  async run(context): Promise<AdminView> {
    const { store, maintenance, now, failingLoops } = context
    const since = new Date(now().getTime() - (daysShown - 1) * 86_400_000).toISOString().slice(0, 10)
    const [jobs, check, perDay, freeBytes, copies, tasks, corrections, choices, gone, nodes, failedLayers, keptPages] =
      await Promise.all([
        listJobs.run(context, {}),
        store.check(),
        store.instance.entriesByDay(since),
        maintenance.freeBytes(),
        maintenance.backups(),
        maintenance.tasks(),
        correctionsPage(context),
        store.choices.list(decisionsShown),
        store.retention.removedTotal(),
        processesOf(context),
        store.articles.failedLayers(Object.keys(layerVersions) as LayerName[]),
        keptPagesView(context),
      ])
    const days = daysKeptBy(maintenance.settings())
    const decisions: readonly Decision[] = [
      ...choices.map((choice) => ({ kind: 'choice' as const, at: choice.undoneAt ?? choice.at, choice })),
      ...corrections.corrections.map(({ doesApply: _, ...row }) => ({
        kind: 'correction' as const,
        at: row.correction.at,
        ...row,
      })),
    ]
    return {
      ...jobs,
      counts: check.counts,
      schemaVersion: check.schemaVersion,
      storage: {
        folder: maintenance.folder,
        ...defined({ databaseFile: maintenance.databaseFile, freeBytes }),
        perDay: everyDay(since, perDay),
      },
      keeping: defined({ days, gone }),
      keptPages,
      backup: {
        isHere: store.instance.copyTo !== undefined,
        copies,
        folder: maintenance.backupFolder,
        ...defined({ schedule: maintenance.schedule, task: tasks.backup }),
      },
      ...defined({ check: tasks.check }),
      queue: maintenance.queue(),
      ...nodes,
      failing: failingLoops?.() ?? [],
      failedLayers,
      decisions: decisions.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, decisionsShown),
      settings: maintenance.settings(),
      versions: {
        twosource: maintenance.version,
        node: process.versions.node,
        system: `${process.platform} ${process.arch}`,
        startedAt: maintenance.startedAt,
      },
    }
  },
})

export const startServerTask = defineOperation({
  name: 'start_server_task',
  minRole: 'owner',
  summary: 'Starts a backup or a check of the whole database; one of each at a time',
  input: z.strictObject({ kind: z.enum(['backup', 'check']) }),
  run: async ({ maintenance }, { kind }) => maintenance.start(kind),
})

export const findBackup = defineOperation({
  name: 'find_backup',
  minRole: 'owner',
  summary: 'The location of a backup',
  input: z.strictObject({ name: z.string().max(80) }),
  run: ({ maintenance }, { name }): ReturnType<ServerMaintenance['findBackup']> => maintenance.findBackup(name),
})

export const removeBackup = defineOperation({
  name: 'remove_backup',
  minRole: 'owner',
  summary: 'Deletes a backup of the database',
  input: z.strictObject({ name: z.string().max(80) }),
  run: async ({ maintenance }, { name }): Promise<true | undefined> =>
    (await maintenance.removeBackup(name)) ? true : undefined,
})

function daysKeptBy(settings: readonly SettingInForce[]): number | undefined {
  const days = settings.find(({ name }) => name === 'TWOSOURCE_KEEP_DAYS')?.value
  return days ? Number(days) : undefined
}

/** Adds days without entries as 0. */
function everyDay(since: string, found: readonly { readonly day: string; readonly count: number }[]) {
  const counts = new Map(found.map(({ day, count }) => [day, count]))
  return Array.from({ length: daysShown }, (_, index) => {
    const day = new Date(Date.parse(since) + index * 86_400_000).toISOString().slice(0, 10)
    return { day, count: counts.get(day) ?? 0 }
  })
}

/** The processes that work on this database, and the parts of the work that no living one does. */
export async function processesOf({
  store,
  now,
}: Pick<OperationContext, 'store' | 'now'>): Promise<Pick<AdminView, 'nodes' | 'unattended'>> {
  const rows = await store.nodes.list()
  const atMs = now().getTime()
  const living = rows.filter(({ isGone }) => !isGone)
  return {
    nodes: rows.map(({ id: _, silentMs, isGone, ...row }) => ({
      ...row,
      seenAt: new Date(atMs - silentMs).toISOString(),
      isSilent: isGone,
    })),
    unattended:
      living.length === 0 ? [] : workRoles.filter((role) => !living.some(({ roles }) => roles.includes(role))),
  }
}

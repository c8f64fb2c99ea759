import { z } from 'zod'
import type { Correction } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { StoryChoice } from '../../core/story-choice.ts'
import { daysKept } from '../../pipeline/keep-days.ts'
import type { RemovedTotal } from '../../store/articles/retention.ts'
import type { NodeRow } from '../../store/jobs/nodes.ts'
import type { StoreCheck } from '../../store/store.ts'
import { correctionsPage } from '../articles/list-corrections.ts'
import { defineOperation } from '../operation.ts'
import type { JobsView } from '../views.ts'
import type { Backup } from './backup-folder.ts'
import type { BackupSchedule, HouseDesk, HouseTask, QueueSample, SettingInForce } from './house-desk.ts'
import { listJobs } from './list-jobs.ts'
import { processesOf } from './processes-of.ts'

const daysShown = 30
const decisionsShown = 20

/** Something a person decided, for the log. */
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

/** A process at work. `seenAt`: when it last said that it lives; `isSilent`: it is dead, or taken for dead. */
export type ProcessView = Omit<NodeRow, 'id' | 'silentMs' | 'isGone'> & {
  readonly seenAt: string
  readonly isSilent: boolean
}

/** Everything the owner needs to know to run the house. */
export type AdminView = JobsView & {
  readonly counts: StoreCheck['counts']
  readonly schemaVersion: number
  readonly storage: {
    readonly folder: string
    readonly databaseFile?: string
    readonly freeBytes?: number
    /** Entries by the day they were published: the last thirty days. */
    readonly perDay: readonly { readonly day: string; readonly count: number }[]
  }
  /** How many days entries and articles are kept that nobody marked; absent: for good. And what went by its age so far. */
  readonly keeping: { readonly days?: number; readonly gone?: RemovedTotal }
  readonly backup: {
    /** False where the database is a server, which has a program for it. */
    readonly isHere: boolean
    readonly copies: readonly Backup[]
    readonly folder: string
    /** How often one is made by itself; absent: only when somebody asks. */
    readonly schedule?: BackupSchedule
    readonly task?: HouseTask
  }
  readonly check?: HouseTask
  readonly queue: readonly QueueSample[]
  /** The processes at work, and parts of the work that none of them does. */
  readonly nodes: readonly ProcessView[]
  readonly unattended: readonly string[]
  /** Loops of the background work of the process that answers which fail again and again. */
  readonly failing: readonly string[]
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
  least: 'owner',
  summary: 'Jobs, failing feeds, storage, copies, settings in force and what people decided',
  input: z.object({}),
  async run(context): Promise<AdminView> {
    const { store, house, now, failingLoops } = context
    const since = new Date(now().getTime() - (daysShown - 1) * 86_400_000).toISOString().slice(0, 10)
    const [jobs, check, perDay, freeBytes, copies, tasks, corrections, choices, gone, nodes] = await Promise.all([
      listJobs.run(context, {}),
      store.check(),
      store.instance.entriesByDay(since),
      house.freeBytes(),
      house.backups(),
      house.tasks(),
      correctionsPage(context),
      store.choices.list(decisionsShown),
      store.retention.removedTotal(),
      processesOf(context),
    ])
    const days = daysKeptBy(house.settings)
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
        folder: house.folder,
        ...defined({ databaseFile: house.databaseFile, freeBytes }),
        perDay: everyDay(since, perDay),
      },
      keeping: defined({ days, gone }),
      backup: {
        isHere: store.instance.copyTo !== undefined,
        copies,
        folder: house.backupFolder,
        ...defined({ schedule: house.schedule, task: tasks.backup }),
      },
      ...defined({ check: tasks.check }),
      queue: house.queue(),
      ...nodes,
      failing: failingLoops?.() ?? [],
      decisions: decisions.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, decisionsShown),
      settings: house.settings,
      versions: {
        twosource: house.version,
        node: process.versions.node,
        system: `${process.platform} ${process.arch}`,
        startedAt: house.startedAt,
      },
    }
  },
})

export const startHouseTask = defineOperation({
  name: 'start_house_task',
  least: 'owner',
  summary: 'Starts a copy of the database, or a check of every page of it; one of each at a time',
  input: z.object({ kind: z.enum(['backup', 'check']) }),
  run: async ({ house }, { kind }) => house.start(kind),
})

export const findBackup = defineOperation({
  name: 'find_backup',
  least: 'owner',
  summary: 'Where a copy of the database lies',
  input: z.object({ name: z.string().max(80) }),
  run: ({ house }, { name }): ReturnType<HouseDesk['findBackup']> => house.findBackup(name),
})

export const removeBackup = defineOperation({
  name: 'remove_backup',
  least: 'owner',
  summary: 'Deletes a copy of the database',
  input: z.object({ name: z.string().max(80) }),
  run: async ({ house }, { name }): Promise<true | undefined> => ((await house.removeBackup(name)) ? true : undefined),
})

function daysKeptBy(settings: readonly SettingInForce[]): number | undefined {
  const inForce = (name: string) => settings.find((setting) => setting.name === name)?.value || undefined
  const [keep, story] = [inForce('TWOSOURCE_KEEP_DAYS'), inForce('TWOSOURCE_STORY_DAYS')]
  return keep === undefined ? undefined : daysKept(Number(keep), Number(story ?? 0))
}

/** Days without entries have none. */
function everyDay(since: string, found: readonly { readonly day: string; readonly count: number }[]) {
  const counts = new Map(found.map(({ day, count }) => [day, count]))
  return Array.from({ length: daysShown }, (_, index) => {
    const day = new Date(Date.parse(since) + index * 86_400_000).toISOString().slice(0, 10)
    return { day, count: counts.get(day) ?? 0 }
  })
}

import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { processesOf } from '../operations/admin/admin.ts'
import type { JobsView } from '../operations/admin/list-jobs.ts'
import { creationTimeOf } from '../operations/admin/server-maintenance.ts'
import type { OperationContext } from '../operations/operation.ts'
import { type DoctorCheck, duration, fine, hint, wrong } from './doctor-check.ts'
import { counted } from './terminal.ts'

const hourMs = 3_600_000
const backupIsOldMs = 8 * 24 * hourMs
/** No release is older than this; a machine with a dead clock starts in 1970. */
const earliest = '2026-01-01'

type Progress = JobsView['progress']

/** Checks the processes on this database: work that nobody does, processes that stopped reporting, mixed versions. */
export async function processChecks(operations: OperationContext): Promise<readonly DoctorCheck[]> {
  const { nodes, unattended } = await processesOf(operations)
  const living = nodes.filter(({ isSilent }) => !isSilent)
  const atMs = operations.now().getTime()
  const versions = [...new Set(living.map(({ version }) => version))]
  return [
    living.length === 0
      ? fine('No process is at work now')
      : fine(`${counted(living.length, 'process', 'processes')} at work`),
    ...(unattended.length > 0
      ? [
          wrong(
            `Nobody does this work: ${unattended.join(', ')}`,
            `Start: twosource worker --roles ${unattended.join(',')}`,
          ),
        ]
      : []),
    ...nodes
      .filter(({ isSilent }) => isSilent)
      .map(({ machine, pid, seenAt }) =>
        hint(
          `${machine} ${pid} has been silent for ${duration(atMs - Date.parse(seenAt))}`,
          'If you didn’t stop it, check its log.',
        ),
      ),
    ...(versions.length > 1
      ? [
          hint(
            `Versions ${versions.join(' and ')} are running at the same time`,
            'Finish the update: stop the old version.',
          ),
        ]
      : []),
  ]
}

/** An empty database is either new or not the intended one, because the settings of this shell point elsewhere. */
export function emptyChecks(
  { databaseFile, folder }: OperationContext['maintenance'],
  { feeds, articles }: Progress,
): readonly DoctorCheck[] {
  if (feeds.total > 0 || articles.done > 0) return []
  const place = databaseFile === undefined ? 'this database' : folder
  return [
    hint(
      `There are no articles in ${place} yet`,
      'If your articles are elsewhere, run this as the server’s user, with its settings (TWOSOURCE_DATA, TWOSOURCE_DATABASE).',
    ),
  ]
}

/** Checks the age of the newest backup, if this instance makes backups. */
export async function backupChecks({ store, maintenance, now }: OperationContext): Promise<readonly DoctorCheck[]> {
  if (store.instance.copyTo === undefined) return []
  const [newest] = await maintenance.backups()
  const { schedule } = maintenance
  const advice = schedule
    ? `One is made automatically every ${schedule.everyHours} hours while Twosource runs. If it’s overdue, see the Server page or the log (backup-failed).`
    : 'Make one on the Server page or set TWOSOURCE_BACKUP_HOURS, and keep copies on another disk.'
  const place = await placeChecks(maintenance.backupFolder)
  if (!newest) {
    const none = 'No copy of the database was made here yet'
    const bornMs = (await creationTimeOf(maintenance.databaseFile)) ?? now().getTime()
    const isOverdue = schedule !== undefined && now().getTime() - bornMs > 2 * schedule.everyHours * hourMs
    return [...place, isOverdue ? wrong(none, advice) : hint(none, advice)]
  }
  const ageMs = now().getTime() - Date.parse(newest.at)
  const what = `Newest copy of the database: ${duration(ageMs)} old`
  if (schedule) return [...place, ageMs > 2 * schedule.everyHours * hourMs ? wrong(what, advice) : fine(what)]
  return [...place, ageMs > backupIsOldMs ? hint(what, advice) : fine(what)]
}

/** Checks that a backup could be written to the folder; a missing folder would be created, so its parent is checked. */
async function placeChecks(folder: string): Promise<readonly DoctorCheck[]> {
  const error = await access(folder, constants.W_OK).then(
    () => undefined,
    (refused: NodeJS.ErrnoException) => refused,
  )
  if (error === undefined) return []
  if (error.code === 'ENOENT' && dirname(folder) !== folder) return placeChecks(dirname(folder))
  return [
    wrong(
      `Backups can’t be written to ${folder}`,
      `${error.message}. Make the folder writable, or set TWOSOURCE_BACKUP_FOLDER.`,
    ),
  ]
}

/** A clock that is years off makes every date wrong and every certificate invalid. */
export function yearCheck({ now }: OperationContext): DoctorCheck {
  const at = now().toISOString()
  return at < earliest
    ? wrong(`Clock (${at.slice(0, 10)})`, 'It’s set to a day before this version was released. Set it (NTP).')
    : fine(`Clock (${at.slice(0, 16)}Z)`)
}

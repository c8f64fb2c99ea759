import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { bornAt } from '../operations/admin/house-desk.ts'
import { processesOf } from '../operations/admin/processes-of.ts'
import type { OperationContext } from '../operations/operation.ts'
import type { JobsView } from '../operations/views.ts'
import { counted } from './counted.ts'
import { type DoctorCheck, duration, fine, hint, wrong } from './doctor-check.ts'

const hourMs = 3_600_000
const copyIsOldMs = 8 * 24 * hourMs
/** No program of ours is older; a machine without a clock that runs begins in 1970. */
const earliest = '2026-01-01'

type Progress = JobsView['progress']

/** Who works on these data: what nobody does, who fell silent, and whether all are of one version. */
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
          'If it was not ended by you, see its log and that of its machine.',
        ),
      ),
    ...(versions.length > 1
      ? [hint(`Versions ${versions.join(' and ')} work side by side`, 'Finish the update: stop those of the old one.')]
      : []),
  ]
}

/** A house with nothing in it is a new one, or not the one that was meant: where it is stands in the settings of whoever asks. */
export function emptyChecks(
  { databaseFile, folder }: OperationContext['house'],
  { feeds, articles }: Progress,
): readonly DoctorCheck[] {
  if (feeds.total > 0 || articles.done > 0) return []
  const place = databaseFile === undefined ? 'this database' : folder
  return [
    hint(
      `Nothing is kept in ${place} yet`,
      'If you have news elsewhere, run this as the same user and with the same settings (TWOSOURCE_DATA, TWOSOURCE_DATABASE) as the server.',
    ),
  ]
}

/** How old the newest copy is, where copies are made here. */
export async function copyChecks({ store, house, now }: OperationContext): Promise<readonly DoctorCheck[]> {
  if (store.instance.copyTo === undefined) return []
  const [newest] = await house.backups()
  const { schedule } = house
  const advice = schedule
    ? `One is made by itself every ${schedule.everyHours} hours while a server or a worker runs. If it is overdue, the Admin page and the log (backup-failed) say why.`
    : 'Make one on the Admin page or set TWOSOURCE_BACKUP_HOURS, and keep copies on another disk.'
  const place = await placeChecks(house.backupFolder)
  if (!newest) {
    const none = 'No copy of the database was made here yet'
    const bornMs = (await bornAt(house.databaseFile)) ?? now().getTime()
    const isOverdue = schedule !== undefined && now().getTime() - bornMs > 2 * schedule.everyHours * hourMs
    return [...place, isOverdue ? wrong(none, advice) : hint(none, advice)]
  }
  const ageMs = now().getTime() - Date.parse(newest.at)
  const what = `Newest copy of the database: ${duration(ageMs)} old`
  if (schedule) return [...place, ageMs > 2 * schedule.everyHours * hourMs ? wrong(what, advice) : fine(what)]
  return [...place, ageMs > copyIsOldMs ? hint(what, advice) : fine(what)]
}

/** Whether a copy could be written where it belongs; a folder that is not there yet is made in the one above. */
async function placeChecks(folder: string): Promise<readonly DoctorCheck[]> {
  const error = await access(folder, constants.W_OK).then(
    () => undefined,
    (refused: NodeJS.ErrnoException) => refused,
  )
  if (error === undefined) return []
  if (error.code === 'ENOENT' && dirname(folder) !== folder) return placeChecks(dirname(folder))
  return [
    wrong(
      `No copy can be written into ${folder}`,
      `${error.message}. Make it writable, or set TWOSOURCE_BACKUP_FOLDER.`,
    ),
  ]
}

/** A clock that is years off makes every date wrong and every certificate invalid. */
export function yearCheck({ now }: OperationContext): DoctorCheck {
  const at = now().toISOString()
  return at < earliest
    ? wrong(`Clock (${at.slice(0, 10)})`, 'It is set to a day before this program was made. Set it right (NTP).')
    : fine(`Clock (${at.slice(0, 16)}Z)`)
}

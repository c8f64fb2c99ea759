import type { OperationContext } from '../operations/operation.ts'
import { processesOf } from '../operations/processes-of.ts'
import { type DoctorCheck, duration, fine, hint, wrong } from './doctor-check.ts'

const hourMs = 3_600_000
const copyIsOldMs = 8 * 24 * hourMs
/** No program of ours is older; a machine without a clock that runs begins in 1970. */
const earliest = '2026-01-01'

/** Who works on these data: what nobody does, who fell silent, and whether all are of one version. */
export async function processChecks(operations: OperationContext): Promise<readonly DoctorCheck[]> {
  const { nodes, unattended } = await processesOf(operations)
  const living = nodes.filter(({ isSilent }) => !isSilent)
  const atMs = operations.now().getTime()
  const versions = [...new Set(living.map(({ version }) => version))]
  return [
    living.length === 0 ? fine('No process is at work now') : fine(`${living.length} processes at work`),
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

/** How old the newest copy is, where copies are made here. */
export async function copyChecks({ store, house, now }: OperationContext): Promise<readonly DoctorCheck[]> {
  if (store.house.copyTo === undefined) return []
  const [newest] = await house.backups()
  const { schedule } = house
  const advice = schedule
    ? 'One should be made by itself: see on the Admin page why not, and that a process does the work of fetch, analyze, story, tell.'
    : 'Make one on the Admin page or set TWOSOURCE_BACKUP_HOURS, and keep copies on another disk.'
  if (!newest) return [hint('No copy of the database was made here yet', advice)]
  const ageMs = now().getTime() - Date.parse(newest.at)
  const what = `Newest copy of the database: ${duration(ageMs)} old`
  if (schedule) return [ageMs > 2 * schedule.everyHours * hourMs ? wrong(what, advice) : fine(what)]
  return [ageMs > copyIsOldMs ? hint(what, advice) : fine(what)]
}

/** A clock that is years off makes every date wrong and every certificate invalid. */
export function yearCheck({ now }: OperationContext): DoctorCheck {
  const at = now().toISOString()
  return at < earliest
    ? wrong(`Clock (${at.slice(0, 10)})`, 'It is set to a day before this program was made. Set it right (NTP).')
    : fine(`Clock (${at.slice(0, 16)}Z)`)
}

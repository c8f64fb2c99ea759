import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { SettingInForce } from '../operations/admin/server-maintenance.ts'
import type { OperationContext } from '../operations/operation.ts'
import { type DoctorCheck, fine, hint, megabytes, wrong } from './doctor-check.ts'

/** With less free space than this, a busy day may not fit. */
const leastBytes = 200 * 2 ** 20
const leastFiles = 1_000

/** Checks free space and permissions of the data folder. `sizeBytes` is the size of the database. */
export async function diskChecks(
  { maintenance }: OperationContext,
  sizeBytes: number,
): Promise<readonly DoctorCheck[]> {
  const files = [maintenance.folder, ...(maintenance.databaseFile === undefined ? [] : [maintenance.databaseFile])]
  return [
    ...(await roomChecks(maintenance.folder, sizeBytes)),
    ...(await Promise.all(files.map(mayUse))),
    // With a database server, the folder contains only pictures and what the owner put there.
    ...(maintenance.databaseFile === undefined ? [] : await permissionChecks(files)),
  ]
}

async function roomChecks(folder: string, sizeBytes: number): Promise<readonly DoctorCheck[]> {
  const disk = await statfs(folder).catch(() => undefined)
  if (!disk) return []
  const free = disk.bavail * disk.bsize
  const room = `Disk (${megabytes(free)} free)`
  const ofBytes =
    free < leastBytes
      ? wrong(room, 'Free some space: when the disk is full, nothing new is stored.')
      : free < sizeBytes * 1.1
        ? hint(room, 'There isn’t enough space for a backup of the database.')
        : fine(room)
  // Some file systems report no file count (0).
  const isShort = disk.files > 0 && disk.ffree < leastFiles
  const ofFiles = isShort
    ? [wrong(`Disk (room for ${disk.ffree} files)`, 'Remove files: the disk is running out of inodes.')]
    : []
  return [ofBytes, ...ofFiles]
}

async function mayUse(file: string): Promise<DoctorCheck> {
  const may = await access(file, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  )
  const user = process.getuid?.()
  return may
    ? fine(`${file} can be read and written`)
    : wrong(
        `${file} cannot be read and written`,
        `Use chown to give it to the user that runs Twosource (${user ?? 'this one'}).`,
      )
}

/** Checks whether other users can read the database: it contains password hashes, tokens and reading histories. */
async function permissionChecks(files: readonly string[]): Promise<readonly DoctorCheck[]> {
  const modes = await Promise.all(
    files.map((file) =>
      stat(file)
        .then(({ mode }) => mode)
        .catch(() => 0),
    ),
  )
  const isOpen = process.platform !== 'win32' && modes.every((mode) => (mode & 0o004) !== 0)
  return isOpen
    ? [hint('Other users of this machine can read your data', `To prevent that: chmod 700 ${files[0]}`)]
    : []
}

const files = ['TWOSOURCE_MAIL_CERT', 'TWOSOURCE_MAIL_KEY']
const programs = ['TWOSOURCE_SPEECH']

/** Checks the files and programs that the settings name: the server starts without them, so a missing one goes unnoticed. */
export async function configuredFileChecks(settings: readonly SettingInForce[]): Promise<readonly DoctorCheck[]> {
  const named = (name: string) => settings.find((setting) => setting.name === name)?.value ?? ''
  const checks = [...files, ...programs].map(async (name) => {
    const value = named(name)
    // The voice may be a server instead of a program.
    if (value === '' || /^https?:/i.test(value) || (await (files.includes(name) ? mayRead(value) : isFound(value))))
      return []
    const what = files.includes(name) ? `${value} cannot be read` : `There is no program ${value}`
    return [wrong(what, `${name} names it: install or restore it, or change the setting.`)]
  })
  return (await Promise.all(checks)).flat()
}

const mayRead = (file: string) => may(file, constants.R_OK)

/** Finds a program as a shell does: a path is used as it is, a name is searched for in PATH. */
async function isFound(program: string): Promise<boolean> {
  if (program.includes('/')) return may(program, constants.X_OK)
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const found = await Promise.all(folders.map((folder) => may(join(folder, program), constants.X_OK)))
  return found.includes(true)
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}

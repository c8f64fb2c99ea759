import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { SettingInForce } from '../operations/admin/server-maintenance.ts'
import { type DoctorCheck, wrong } from './doctor-check.ts'

const files = ['TWOSOURCE_RULES', 'TWOSOURCE_MAIL_CERT', 'TWOSOURCE_MAIL_KEY']
const programs = ['TWOSOURCE_SPEECH', 'TWOSOURCE_SPEECH_ENCODER']

/** Checks the files and programs that the settings name: the server starts without them, so a missing one goes unnoticed. */
export async function configuredFileChecks(settings: readonly SettingInForce[]): Promise<readonly DoctorCheck[]> {
  const named = (name: string) => settings.find((setting) => setting.name === name)?.value ?? ''
  const checks = [...files, ...programs].map(async (name) => {
    const value = named(name)
    if (value === '' || (await (files.includes(name) ? mayRead(value) : isFound(value)))) return []
    const what = files.includes(name) ? `${value} cannot be read` : `There is no program ${value}`
    return [wrong(what, `${name} names it: put it there, or change the setting.`)]
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

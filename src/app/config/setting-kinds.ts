import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** `true` or `false`, in the words people write. */
export const flag = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'], 'true or false'))
  .transform((word) => ['true', '1', 'yes', 'on'].includes(word))

/** A whole number in ASCII digits. */
export const whole = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most}`
  return z
    .string()
    .trim()
    .regex(/^\d+$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error))
}

/** From nothing to all of it. */
export const share = z
  .string()
  .trim()
  .regex(/^\d*\.?\d+$/, { error: 'a number from 0 to 1', abort: true })
  .transform(Number)
  .pipe(z.number().max(1, 'a number from 0 to 1'))

/** What is asked over the web. */
export const httpAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })

/** A file or a folder. What only a shell replaces would be made as a folder of that name where the program happens to stand. */
export const place = z
  .string()
  .min(1)
  .regex(/^[^~$]/, '~ and $ stand for nothing here: a path written out in full')

/** Where all is kept. A kind of database that we do not speak would be taken for the name of a file. */
export const fileOrServer = place.regex(
  /^(?:postgres(?:ql)?:\/\/|sqlite:|file:|(?![A-Za-z][\w+.-]+:))/,
  'neither postgres://user@host/name nor a file',
)

/** The folder of whoever runs the program, also where the environment does not say whose it is. Empty for a user who has none. */
export function usualFolder(): string {
  const home = homeFolder()
  return home && join(home, '.local', 'share', 'twosource')
}

function homeFolder(): string {
  try {
    return homedir() || userInfo().homedir
  } catch {
    // Of such a user the system knows a number and no more.
    return ''
  }
}

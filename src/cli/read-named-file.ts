import { readFile, stat } from 'node:fs/promises'
import { whyNotOpened } from '../core/text/regular-file.ts'

/** The bytes of a file, or a message why it can't be read. */
export async function readNamedFile(name: string): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    const why = whyNotOpened(await stat(name))
    if (why) return `${name} cannot be read: it ${why}.`
    return new Uint8Array(await readFile(name))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read: ${message}`
  }
}

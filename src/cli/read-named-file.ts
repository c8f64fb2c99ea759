import { readFile, stat } from 'node:fs/promises'

/**
 * The bytes of a file that a command was given, or in words why there are none. A pipe or a device may never end, and is not read.
 */
export async function readNamedFile(name: string): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    if (!(await stat(name)).isFile()) return `${name} cannot be read: it is no regular file.`
    return new Uint8Array(await readFile(name))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read: ${message}`
  }
}

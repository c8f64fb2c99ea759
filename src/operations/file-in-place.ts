import { readdir, readlink, realpath, stat } from 'node:fs/promises'

const ownFiles = '/proc/self/fd'

/**
 * A look whether a file that this process has open is still the one of its name. False once it was moved, removed, or another was put
 * in its place: what is written then goes where nobody will look for it. Where the system does not tell which files are open, another
 * in its place is not noticed.
 */
export function watchFile(path: string): () => Promise<boolean> {
  const numberNow = () => stat(path).then(({ dev, ino }) => `${dev}:${ino}`)
  const atFirst = numberNow().catch(() => undefined)
  return async () => {
    const [first, number] = [await atFirst, await numberNow().catch(() => undefined)]
    if (number === undefined) return false
    // Numbers of files need not last on every file system: the open ones say whether it is another.
    return number === first || (await isOpenHere(path))
  }
}

async function isOpenHere(path: string): Promise<boolean> {
  const name = await realpath(path)
  const open = await readdir(ownFiles).catch(() => undefined)
  if (open === undefined) return true
  const names = await Promise.all(open.map((number) => readlink(`${ownFiles}/${number}`).catch(() => '')))
  return names.includes(name)
}

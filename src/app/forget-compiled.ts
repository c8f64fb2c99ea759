import { readdir, rm, stat } from 'node:fs/promises'
import { getCompileCacheDir } from 'node:module'
import { dirname, join } from 'node:path'

const keptMs = 30 * 86_400_000
/** Version, machine, flags and user, as Node names a folder. */
const compiledName = /^(v\d+\.\d+\.\d+)-\w+-[0-9a-f]+-\d+$/

/**
 * Removes what other versions of Node made of our files and have not added to for a month: each leaves some tens of megabytes, and
 * nobody else takes them away. Whoever still starts with one makes it anew. `folder` is that of this version. Never rejects.
 */
export async function forgetCompiled(folder = getCompileCacheDir(), nowMs = Date.now()): Promise<void> {
  if (folder === undefined) return
  const place = dirname(folder)
  for (const name of await readdir(place).catch(() => [])) {
    const version = compiledName.exec(name)?.[1]
    if (version === undefined || version === process.version) continue
    const found = await stat(join(place, name)).catch(() => undefined)
    if (found && found.mtimeMs < nowMs - keptMs) await rm(join(place, name), { recursive: true }).catch(() => {})
  }
}

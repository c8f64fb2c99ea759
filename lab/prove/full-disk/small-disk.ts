import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of so many megabytes, that can be filled to the last byte. */
export type SmallDisk = {
  readonly folder: string
  /** Leaves nothing free. */
  fill(): void
  /** Takes away what filled it. */
  free(): void
  remove(): void
}

/** Mounts one, or says why not. */
export function smallDisk(megabytes: number): SmallDisk | { readonly why: string } {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-small-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]
  const mounted = spawnSync('mount', options, { encoding: 'utf8' })
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true })
    return { why: `a small disk could not be mounted (it takes root): ${mounted.stderr ?? mounted.error?.message}` }
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a')
      // Larger pieces first: what is left of a page is filled too.
      for (const size of [2 ** 20, 2 ** 12, 1]) {
        try {
          for (let pieces = 0; pieces < 4096; pieces++) if (writeSync(file, Buffer.alloc(size)) < size) break
        } catch {
          // Full: that is what it is for.
        }
      }
      closeSync(file)
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      spawnSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

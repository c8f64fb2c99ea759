import { randomFillSync } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { reserveBytes } from './room.ts'

/** Some room on the disk of a database file, for the few writes without which nobody could sign in when it is full. */
export type Reserve = {
  /** Gives the room back to the disk; false where there was none. */
  release(): boolean
  /** Sets it aside (again), where the disk has room to spare. Never rejects. */
  refill(): Promise<void>
}

/** A sign-in writes about a hundred kilobytes. */
const sizeBytes = 4 * 2 ** 20

/** `path`: of the database file, beside which it lies. `freeBytes` looks at its disk. */
export function openReserve(path: string, freeBytes: () => number | undefined): Reserve {
  const file = `${path}-reserve`
  let filling: Promise<void> | undefined

  async function fill(): Promise<void> {
    if (statSync(file, { throwIfNoEntry: false })?.size === sizeBytes) return
    if ((freeBytes() ?? 0) < 2 * reserveBytes + sizeBytes) return
    const half = `${file}.part`
    try {
      await using opened = await open(half, 'w', 0o600)
      // Zeros would take no room on some file systems.
      await opened.writeFile(randomFillSync(Buffer.alloc(sizeBytes)))
    } catch {
      rmSync(half, { force: true })
      return
    }
    await rename(half, file)
  }

  return {
    release() {
      const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined
      rmSync(file, { force: true })
      return isThere
    },
    refill: () =>
      (filling ??= fill()
        .catch(() => {})
        .finally(() => {
          filling = undefined
        })),
  }
}

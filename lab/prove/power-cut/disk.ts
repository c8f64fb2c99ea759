import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DiskEvent } from './trace.ts'

/** What may have happened to what was written and not yet told to last, when the power went. */
export const fates = ['dropped', 'torn', 'reordered', 'written'] as const
export type Fate = (typeof fates)[number]

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly length: number }
/** A file without its name: what lasts of it, and what was asked for since. */
type Inode = { lasting: Buffer; length: number; readonly waiting: Change[] }
type NameChange = { readonly folder: string; readonly path: string; readonly inode: Inode | undefined }

/**
 * A disk that keeps nothing it was not told to keep: of a file what was there at its last fsync, of a folder the names it had at its own.
 * Whatever else was asked for may be there, in any order, in pieces of a sector.
 */
export function strictDisk(root: string) {
  const names = new Map<string, Inode>()
  const lastingNames = new Map<string, Inode>()
  const folders = new Set<string>()
  const waitingNames: NameChange[] = []
  // The folder of the trial itself was there before.
  const lastingFolders = new Set<string>([root])

  const rename = (path: string, inode: Inode | undefined) => {
    if (inode) names.set(path, inode)
    else names.delete(path)
    waitingNames.push({ folder: dirname(path), path, inode })
  }

  return {
    names,
    happen(event: Exclude<DiskEvent, { readonly kind: 'said' }>): void {
      switch (event.kind) {
        case 'folder':
          folders.add(event.path)
          return
        case 'file': {
          const known = names.get(event.path)
          if (!known) rename(event.path, { lasting: Buffer.alloc(0), length: 0, waiting: [] })
          else if (event.isEmptied) known.waiting.push({ kind: 'cut', length: 0 })
          return
        }
        case 'write':
          names.get(event.path)?.waiting.push({ kind: 'write', offset: event.offset, bytes: event.bytes })
          return
        case 'cut':
          names.get(event.path)?.waiting.push({ kind: 'cut', length: event.length })
          return
        case 'kept': {
          const inode = names.get(event.path)
          if (inode) {
            for (const change of inode.waiting.splice(0)) apply(inode, change)
            return
          }
          // A folder: its names last, those of folders in it too.
          for (const folder of folders) if (dirname(folder) === event.path) lastingFolders.add(folder)
          for (const change of waitingNames.splice(0))
            if (change.folder === event.path) keep(lastingNames, change)
            else waitingNames.push(change)
          return
        }
        case 'renamed': {
          const inode = names.get(event.path)
          if (!inode) return
          rename(event.to, inode)
          rename(event.path, undefined)
          return
        }
        case 'removed':
          rename(event.path, undefined)
      }
    },

    /** Writes the files down below `into` as they may be found after the power went. */
    cutPower(into: string, fate: Fate, random: () => number): void {
      const found = new Map(lastingNames)
      if (fate !== 'dropped')
        for (const change of waitingNames) if (fate === 'written' || random() < 0.5) keep(found, change)
      for (const [path, inode] of found) {
        if (!isThere(dirname(path), fate)) continue
        const target = join(into, path.slice(root.length))
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, afterCut(inode, fate, random))
      }
    },
  }

  /** A folder whose own name did not last has nothing in it. */
  function isThere(folder: string, fate: Fate): boolean {
    if (folder === root || fate === 'written') return true
    return lastingFolders.has(folder) && isThere(dirname(folder), fate)
  }
}

function keep(names: Map<string, Inode>, { path, inode }: NameChange): void {
  if (inode) names.set(path, inode)
  else names.delete(path)
}

/** Makes room by doubling, since a file grows by a page at a time. */
function apply(inode: Inode, change: Change): void {
  if (change.kind === 'cut') {
    if (change.length < inode.length) inode.lasting.fill(0, change.length, inode.length)
    grow(inode, change.length)
    inode.length = change.length
    return
  }
  const end = change.offset + change.bytes.length
  grow(inode, end)
  change.bytes.copy(inode.lasting, change.offset)
  inode.length = Math.max(inode.length, end)
}

function grow(inode: Inode, to: number): void {
  if (inode.lasting.length >= to) return
  const larger = Buffer.alloc(Math.max(to, inode.lasting.length * 2, 4096))
  inode.lasting.copy(larger, 0, 0, inode.length)
  inode.lasting = larger
}

const sectors = [512, 4096]

function afterCut({ lasting, length, waiting }: Inode, fate: Fate, random: () => number): Buffer {
  const after: Inode = { lasting: Buffer.from(lasting.subarray(0, length)), length, waiting: [] }
  if (fate === 'dropped') return after.lasting
  const sector = sectors[Math.floor(random() * sectors.length)]!
  const changes = fate === 'written' ? waiting : waiting.flatMap((change) => pieces(change, sector))
  // Torn: up to a moment, and of the last call only some sectors. Reordered: any of them, in any order.
  const upTo = Math.floor(random() * (changes.length + 1))
  const chosen =
    fate === 'written'
      ? changes
      : fate === 'torn'
        ? changes.slice(0, upTo)
        : shuffled(
            changes.filter(() => random() < 0.5),
            random,
          )
  for (const change of chosen) apply(after, change)
  return after.lasting.subarray(0, after.length)
}

/** A write in the sectors it is made of. */
function pieces(change: Change, sector: number): readonly Change[] {
  if (change.kind === 'cut') return [change]
  const parts: Change[] = []
  for (let from = 0; from < change.bytes.length; ) {
    const to = Math.min(change.bytes.length, from + sector - ((change.offset + from) % sector))
    parts.push({ kind: 'write', offset: change.offset + from, bytes: change.bytes.subarray(from, to) })
    from = to
  }
  return parts
}

function shuffled<Value>(values: readonly Value[], random: () => number): readonly Value[] {
  return values
    .map((value) => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

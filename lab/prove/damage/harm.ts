import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** A way to damage a database file: what is done, and how. */
export type Harm = { readonly what: string; readonly to: (file: string) => void }

const pageBytes = 4096

/** So many pages anywhere but at the beginning are overwritten with what is drawn. */
export function randomPages(count: number, seed: number, random: () => number): Harm {
  return {
    what: `${count} random pages (${seed})`,
    to: (file) =>
      within(file, (opened, pages) => {
        for (let n = 0; n < count; n++) overwrite(opened, 1 + Math.floor(random() * (pages - 1)), random)
      }),
  }
}

/** The first page, without which nothing can be read. */
export function headerPage(random: () => number): Harm {
  return { what: 'the header page', to: (file) => within(file, (opened) => overwrite(opened, 0, random)) }
}

/** The end of the file is missing, from a third of it on. */
export const cutOff: Harm = {
  what: 'the file cut off',
  to: (file) => within(file, (opened, pages) => ftruncateSync(opened, Math.floor(pages / 3) * pageBytes)),
}

/** A piece in the middle is zeros, as after a disk that lost it. */
export const zeroedRange: Harm = {
  what: 'sixteen pages zeroed',
  to: (file) =>
    within(file, (opened, pages) => {
      writeSync(opened, Buffer.alloc(16 * pageBytes), 0, 16 * pageBytes, Math.floor(pages / 2) * pageBytes)
    }),
}

/** A log of writes that was left by a kill, with a piece of it overwritten. */
export function brokenLog(random: () => number): Harm {
  return {
    what: 'the log of writes',
    to(file) {
      // Who has it open keeps the log where it is when the last of its writers goes.
      const held = new DatabaseSync(file)
      held.exec('pragma wal_autocheckpoint = 0; begin; create table harm (text); commit; drop table harm')
      within(`${file}-wal`, (opened, pages) => overwrite(opened, Math.max(0, pages - 1), random))
      // Not closed in order: a copy is what a kill would have left.
      kept.push(held)
    },
  }
}
const kept: DatabaseSync[] = []

/** One leaf of every table and every index. */
export function everyLeaf(file: string, random: () => number): readonly Harm[] {
  using db = new DatabaseSync(file, { readOnly: true })
  const trees = db
    .prepare("select name, max(pageno) as page from dbstat where pagetype = 'leaf' group by name order by name")
    .all() as { name: string; page: number }[]
  return trees
    .filter(({ page }) => page > 1)
    .map(({ name, page }) => ({
      what: `a leaf of ${name}`,
      to: (harmed) => within(harmed, (opened) => overwrite(opened, page - 1, random)),
    }))
}

function within(file: string, work: (opened: number, pages: number) => void): void {
  const opened = openSync(file, 'r+')
  try {
    work(opened, Math.floor(fstatSync(opened).size / pageBytes))
  } finally {
    closeSync(opened)
  }
}

function overwrite(opened: number, page: number, random: () => number): void {
  const bytes = Buffer.from(Array.from({ length: pageBytes }, () => Math.floor(random() * 256)))
  writeSync(opened, bytes, 0, pageBytes, page * pageBytes)
}

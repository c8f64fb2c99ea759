import { hash } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { type ContentColumns, htmlColumns, htmlOf } from '../articles/entry-content.ts'
import { safeText } from '../engine/safe-text.ts'
import type { CopiedTable } from './copy-tables.ts'

export type CopiedRow = Readonly<Record<string, unknown>>

/** A table whose rows a database that `packs` keeps in another form. */
type Form = (row: CopiedRow, packs: boolean) => CopiedRow

const forms: Readonly<Record<string, Form>> = {
  entry_content: (row, packs) => ({ ...row, ...htmlColumns(htmlOf(row as ContentColumns), packs) }),
  annotation: unpacked('items'),
  story_dossier: unpacked('body'),
}

/** A text that can also stand compressed in the column `packed`. What is not, is left to the target to compress in its time. */
function unpacked(column: string): Form {
  return (row, packs) =>
    !packs && row.packed instanceof Uint8Array
      ? { ...row, [column]: zstdDecompressSync(row.packed).toString(), packed: null }
      : row
}

/** A row of one database as another keeps it. */
export function rowFor(table: string, row: CopiedRow, packs: boolean): CopiedRow {
  const kept = forms[table]?.(row, packs) ?? row
  return Object.fromEntries(Object.entries(kept).map(([column, value]) => [column, ownBytes(value)]))
}

/** Bytes cut from a larger buffer would cross to another thread with all of it. */
function ownBytes(value: unknown): unknown {
  return value instanceof Uint8Array ? new Uint8Array(value) : value
}

/** How many rows there are and the sum of their hashes: the same for the same rows in any order. */
export type TableSum = { readonly count: number; readonly hash: string; readonly changedTexts: number }

/**
 * Adds up the hashes of rows (SHA-256, eight numbers of 32 bits, each added by itself), so that the order does not matter and equal
 * rows do not cancel out. With `onlySafe` a text counts as a database without U+0000 keeps it.
 */
export function tableSummer(table: CopiedTable, onlySafe: boolean) {
  const sums = new Uint32Array(8)
  let count = 0
  let changedTexts = 0
  const canonical = (value: unknown): unknown => {
    if (value === null || value === undefined) return null
    if (typeof value === 'string') {
      const text = onlySafe ? safeText(value) : value
      if (text !== value) changedTexts++
      return text
    }
    if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
    if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
    throw new Error(`The table ${table.name} holds a value that cannot be copied: ${String(value)}`)
  }
  return {
    add(row: CopiedRow): void {
      const plain = forms[table.name]?.(row, false) ?? row
      const text = JSON.stringify(table.columns.map((column) => canonical(plain[column])))
      const digest = hash('sha256', text, 'buffer')
      for (let lane = 0; lane < 8; lane++) sums[lane] = (sums[lane] ?? 0) + digest.readUInt32BE(4 * lane)
      count++
    },
    sum: (): TableSum => ({
      count,
      hash: [...sums].map((lane) => lane.toString(16).padStart(8, '0')).join(''),
      changedTexts,
    }),
  }
}

import { hash } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { type ContentColumns, htmlColumns, htmlOf } from '../articles/entry-content.ts'
import { safeText } from '../engine/safe-text.ts'
import type { CopiedTable } from './copy-tables.ts'

export type CopiedRow = Readonly<Record<string, unknown>>

/** Converts rows of a table that a database with `packs` stores in another form. */
type Form = (row: CopiedRow, packs: boolean) => CopiedRow

const forms: Readonly<Record<string, Form>> = {
  entry_content: (row, packs) => ({ ...row, ...htmlColumns(htmlOf(row as ContentColumns), packs) }),
  annotation: unpacked('items'),
  story_dossier: unpacked('body'),
}

/** A text that may be stored compressed in the column `packed`. Plain texts are left for the target to compress later. */
function unpacked(column: string): Form {
  return (row, packs) =>
    !packs && row.packed instanceof Uint8Array
      ? { ...row, [column]: zstdDecompressSync(row.packed).toString(), packed: null }
      : row
}

/** A row of one database in the form of another. */
export function rowFor(table: string, row: CopiedRow, packs: boolean): CopiedRow {
  const kept = forms[table]?.(row, packs) ?? row
  return Object.fromEntries(Object.entries(kept).map(([column, value]) => [column, copyBytes(value)]))
}

/** A slice of a larger buffer would be sent to another thread with the whole buffer. */
function copyBytes(value: unknown): unknown {
  return value instanceof Uint8Array ? new Uint8Array(value) : value
}

/** The number of rows and the sum of their hashes: equal for the same rows in any order. */
export type TableSum = { readonly count: number; readonly hash: string; readonly changedTexts: number }

/**
 * Adds up the hashes of rows (SHA-256, as eight separately added numbers of 32 bits), so that order doesn't matter and equal rows
 * don't cancel out. With `onlySafe`, texts are compared as a database without U+0000 stores them.
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
    throw new Error(`The table ${table.name} has a value that cannot be copied: ${String(value)}`)
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

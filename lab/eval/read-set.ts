import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { zstdDecompressSync } from 'node:zlib'

/** Where sets lie that are not ours to hand on. */
const SETS = new URL('../../../shared/data/', import.meta.url)

/** The path of a set beside the repository, or undefined when it is not on this machine. */
export function findSet(path: string): string | undefined {
  const file = fileURLToPath(new URL(path, SETS))
  return existsSync(file) ? file : undefined
}

/** The bytes of a file, unpacked when its name ends in .zst. */
export function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(path)
  return path.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes
}

/** The records of a JSON lines file, packed or not. */
export function readRecords<Record>(path: string): readonly Record[] {
  const text = new TextDecoder().decode(readBytes(path))
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Record]))
}

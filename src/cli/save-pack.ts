import { writeFile } from 'node:fs/promises'
import type { PackedFile } from '../operations/packed-file.ts'
import { counted, type Terminal } from './terminal.ts'

/** Writes an evidence pack to a file and prints its fingerprint. */
export async function savePack(out: string, pack: PackedFile, terminal: Terminal): Promise<void> {
  const { body, title, fingerprint, fileCount, byteCount } = pack
  await writeFile(out, body)
  terminal.json({ file: out, title, fingerprint, fileCount, byteCount })
  terminal.line(`${out}: ${counted(fileCount, 'file')} about “${title}”`)
  terminal.line(`Fingerprint: ${fingerprint}`)
  terminal.line('Keep the fingerprint apart from the file: only with it can somebody tell that it’s this pack.')
}

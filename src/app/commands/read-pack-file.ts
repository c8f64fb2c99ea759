import { readFile, stat } from 'node:fs/promises'
import { type PackReport, verifyPack } from '../../export/pack/verify-pack.ts'

/** The largest file that is read as a pack. */
const mostBytes = 512 * 2 ** 20

export function isFingerprint(given: string): boolean {
  return /^[0-9a-f]{64}$/i.test(given)
}

/** Checks a file as a pack. A file that is too large to be one isn't read. */
export async function readPackFile(file: string, fingerprint?: string): Promise<PackReport> {
  const { size } = await stat(file)
  if (size > mostBytes) {
    const why = `it has ${size} bytes, and at most ${mostBytes} are read`
    return { problems: [{ kind: 'archive', why }], fileCount: 0, textCount: 0, citationCount: 0 }
  }
  return verifyPack(new Uint8Array(await readFile(file)), fingerprint)
}

import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipPieces } from '../../export/zip.ts'

const folder = fileURLToPath(new URL('../../../extension/', import.meta.url))
/** What only its developers need. */
const left = /(?:\.d\.ts|tsconfig\.json)$/
/** The same files give the same bytes. */
const at = new Date('2026-01-01T00:00:00Z')

/** The browser extension as a ZIP archive; undefined where it isn't installed with the server. */
export async function extensionZip(): Promise<Blob | undefined> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = found.filter((entry) => entry.isFile() && !left.test(entry.name)).map(placeOf)
  if (paths.length === 0) return undefined
  const files = await Promise.all(
    paths.toSorted().map(async (path) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      pieces: [new Uint8Array(await readFile(path))],
    })),
  )
  return new Blob(await Array.fromAsync(zipPieces(files, at)))
}

function placeOf({ parentPath, name }: { readonly parentPath: string; readonly name: string }): string {
  return join(parentPath, name)
}

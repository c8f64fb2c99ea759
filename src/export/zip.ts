import { strToU8, zipSync } from 'fflate'

/** Texts as one ZIP archive (APPNOTE 6.3), each under its name. `at` stands as the time of every file, so that the same makes the same. */
export function zipTexts(files: Readonly<Record<string, string>>, at: Date): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: at, level: 6 }))
}

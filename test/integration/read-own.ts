import { strFromU8, unzipSync } from 'fflate'
import type { DataExport } from '../../src/operations/accounts/export-own.ts'

/** The files of what a reader took out, by name, unpacked. */
export async function readOwn({ body }: DataExport): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await new Response(body).bytes())
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

import { readFileSync, statSync } from 'node:fs'

const manifestFile = new URL('../../package.json', import.meta.url)
const manifest: unknown = JSON.parse(readFileSync(manifestFile, 'utf8'))

/** The version in package.json. */
export const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0.0.0'

/** When this copy of the program was put on the machine: ISO 8601. Packages carry times of files that are none, so it is not those. */
export const installedAt = statSync(manifestFile).ctime.toISOString()

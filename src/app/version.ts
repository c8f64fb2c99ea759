import { readFileSync, statSync } from 'node:fs'

const manifestFile = new URL('../../package.json', import.meta.url)
const manifest: unknown = JSON.parse(readFileSync(manifestFile, 'utf8'))

export const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0.0.0'

/** When this copy of the program was installed: ISO 8601. File times inside packages are fixed dates, so it uses the change time. */
export const installedAt = statSync(manifestFile).ctime.toISOString()

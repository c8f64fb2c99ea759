import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const place = new URL('../../package-lock.json', import.meta.url)

/**
 * A lock file without the versions of Node that packages ask for. npm compares them with the Node it runs with, and warns in five lines for
 * each package, though Twosource runs with the one it brings (src/app/launch/launch.js). npm doesn't add them again to packages it has locked before.
 */
export function withoutEngines(lock: string): string {
  const { packages, ...rest } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, object>> }
  const kept = Object.entries(packages).map(([at, entry]) => {
    if (at === '') return [at, entry]
    const { engines: _, ...others } = entry as { engines?: unknown }
    return [at, others]
  })
  return `${JSON.stringify({ ...rest, packages: Object.fromEntries(kept) }, null, 2)}\n`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(place, withoutEngines(readFileSync(place, 'utf8')))

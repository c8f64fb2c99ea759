import { readFileSync } from 'node:fs'

/** A package that the product runs with, as the lock file holds it. */
export type LockedPackage = {
  /** Where it is installed, from the project's folder. */
  readonly place: string
  readonly name: string
  readonly version: string
  /** SPDX expression, as the package says. */
  readonly license: string
  /** Subresource integrity of its archive: the algorithm and the hash in Base64. */
  readonly integrity: string
  readonly hasInstallScript: boolean
  /** Named in our package.json. */
  readonly isDirect: boolean
  /** Places of what it needs. */
  readonly needs: readonly string[]
}

type Entry = {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: true
  readonly hasInstallScript?: true
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type LockFile = { readonly version: string; readonly packages: Readonly<Record<string, Entry>> }

export function readLockFile(): LockFile {
  return JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as LockFile
}

/**
 * What is installed where nobody develops, in the order of the lock file. (`npm sbom --omit dev` leaves out what is needed by a
 * tool as well, so it is not used.)
 */
export function lockedPackages({ packages }: LockFile): readonly LockedPackage[] {
  const direct = new Set(Object.keys(needsOf(packages[''] ?? {})))
  return Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(([place, entry]) => ({
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      license: entry.license ?? '',
      integrity: entry.integrity ?? '',
      hasInstallScript: entry.hasInstallScript === true,
      isDirect: direct.has(place.replace('node_modules/', '')),
      needs: placesOf(packages, place),
    }))
}

/** Places of what the package at a place needs; `''` is the project itself. What is optional and not locked is left out. */
export function placesOf(packages: LockFile['packages'], place: string): readonly string[] {
  return Object.keys(needsOf(packages[place] ?? {})).flatMap((name) => nearest(packages, place, name) ?? [])
}

/** Places of packages that the project names, and of all that these need. */
export function closureOf({ packages }: LockFile, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = names.flatMap((name) => nearest(packages, '', name) ?? [])
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (!found.has(place)) waiting.push(...placesOf(packages, place))
    found.add(place)
  }
  return found
}

function needsOf({ dependencies, optionalDependencies }: Entry): Readonly<Record<string, string>> {
  return { ...dependencies, ...optionalDependencies }
}

/** As Node finds a module: in the package's own folder of modules, then in that of each folder above it. */
function nearest(packages: LockFile['packages'], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (place in packages) return place
    if (folder === '') return undefined
  }
}

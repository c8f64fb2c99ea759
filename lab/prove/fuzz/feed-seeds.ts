import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTar } from '../../eval/feeds/read-tar.ts'
import { findSet, readBytes } from '../../eval/read-set.ts'

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/feeds', import.meta.url))

/** Feeds to change: our own fixtures, and the conformance set where it is on this machine (every so many of its files). */
export function feedSeeds(): readonly Uint8Array[] {
  const own = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .map((path) => readFileSync(path))
  const set = findSet('feeds/conformance-files.tar.zst')
  const files = set ? [...readTar(readBytes(set)).values()].filter(({ length }) => length > 0 && length < 100_000) : []
  return [...own, ...files]
}

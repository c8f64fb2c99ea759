import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { joinScripts } from './join-scripts.ts'

export type Asset = { readonly body: string; readonly contentType: string }

// One sheet and one script are served; both are written in parts: the sheet's stand in the order of their names.
// Pages that run the house, which nobody opens first, have a second sheet.
const sheet = joinSheet('styles')
const houseSheet = joinSheet('styles/house')
const script = joinScripts(new Map(readFolder('client', '.js')), 'main.js')

const assets = new Map<string, Asset>([
  ['style.css', { body: sheet, contentType: 'text/css; charset=utf-8' }],
  ['house.css', { body: houseSheet, contentType: 'text/css; charset=utf-8' }],
  ['main.js', { body: script, contentType: 'text/javascript; charset=utf-8' }],
])

const digest = createHash('sha256')
for (const [name, { body }] of assets) digest.update(`${name}\0${body}\0`)
const version = digest.digest('base64url').slice(0, 12)

/** Address of an asset under a hash of them all: what is cached forever is never stale. */
export function assetPath(name: string): string {
  if (!assets.has(name)) throw new Error(`No asset ${name}: known are ${[...assets.keys()].join(', ')}`)
  return `/assets/${version}/${name}`
}

/** The asset at an address, and whether that address may be cached forever (an older hash may not). */
export function findAsset(hash: string, name: string): (Asset & { readonly isCurrent: boolean }) | undefined {
  const asset = assets.get(name)
  return asset && { ...asset, isCurrent: hash === version }
}

/** The mark of the product: two lines that meet in one point. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c5f"/><path d="M7 8c9 0 9 8 18 8M7 24c9 0 9-8 18-8" fill="none" stroke="#fffefb" stroke-width="3" stroke-linecap="round"/></svg>`

/** The parts of a sheet without what only people read. No text in quotes has a brace or semicolon with space around it. */
function joinSheet(folder: string): string {
  return readFolder(folder, '.css')
    .map(([, text]) => text)
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*([{};])\s*/g, '$1')
    .replaceAll(';}', '}')
}

function readFolder(folder: string, extension: string): readonly (readonly [string, string])[] {
  const url = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(url)
    .filter((name) => name.endsWith(extension) && !name.endsWith(`.test${extension}`))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const)
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { joinScripts } from './join-scripts.ts'

export type Asset = { readonly body: string; readonly contentType: string }

// One sheet and one script are served; both are written in parts: the sheet's stand in the order of their names.
const sheet = withoutSpace(
  readFolder('styles', '.css')
    .map(([, text]) => text)
    .join('\n'),
)
// Of its own, so that no page waits for what only its printed form needs.
const printSheet = withoutSpace(readFileSync(new URL('./print.css', import.meta.url), 'utf8'))
const script = joinScripts(new Map(readFolder('client', '.js')), 'main.js')

const assets = new Map<string, Asset>([
  ['style.css', { body: sheet, contentType: 'text/css; charset=utf-8' }],
  ['print.css', { body: printSheet, contentType: 'text/css; charset=utf-8' }],
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

function readFolder(folder: string, extension: string): readonly (readonly [string, string])[] {
  const url = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(url)
    .filter((name) => name.endsWith(extension) && !name.endsWith(`.test${extension}`))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const)
}

/** A sheet without comments and without space that means nothing; what stands in quotation marks is left alone. */
function withoutSpace(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replaceAll(';}', '}'),
    )
    .join('')
}

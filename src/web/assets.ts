import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { joinScripts } from './join-scripts.ts'

export type Asset = { readonly body: string; readonly contentType: string }

// Written in parts, sheets in the order of their names. Every page has the first sheet; the parts from 80 on, for the pages
// that set and list things, make up a second one, and those from 90 on, for how a text came about and what is said of it, a third, so that who reads
// waits for neither.
const parts = readFolder('styles', '.css')
const sheet = sheetOf(parts.filter(([name]) => name < '80'))
const desk = sheetOf(parts.filter(([name]) => name >= '80' && name < '90'))
const texts = sheetOf(parts.filter(([name]) => name >= '90'))
const deskClasses = without(classesOf(desk), sheet)
const textClasses = without(classesOf(texts), sheet + desk)
// Of its own, so that no page waits for what only its printed form needs.
const printSheet = withoutSpace(readFileSync(new URL('./print.css', import.meta.url), 'utf8'))

const scripts = joinScripts(new Map(readFolder('client', '.js')), 'main.js')

// Six seconds of nothing, 16 bits, 8192 a second: each of its bytes is a letter, so that it can stand here as text.
const silence = `RIFF$p\u0001\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0\0 \0\0\0@\0\0\u0002\0\u0010\0data\0p\u0001\0${'\0'.repeat(0x17000)}`

const assets = new Map<string, Asset>([
  ['style.css', { body: sheet, contentType: 'text/css; charset=utf-8' }],
  ['desk.css', { body: `${desk}@media print{${printSheet}}`, contentType: 'text/css; charset=utf-8' }],
  ['texts.css', { body: texts, contentType: 'text/css; charset=utf-8' }],
  ['silence.wav', { body: silence, contentType: 'audio/wav' }],
  ['print.css', { body: printSheet, contentType: 'text/css; charset=utf-8' }],
  ...[...scripts].map(([name, body]) => [name, { body, contentType: 'text/javascript; charset=utf-8' }] as const),
])

const digest = createHash('sha256')
for (const [name, { body }] of assets) digest.update(`${name}\0${body}\0`)
const version = digest.digest('base64url').slice(0, 12)

/** Address of an asset under a hash of them all: what is cached forever is never stale. */
export function assetPath(name: string): string {
  if (!assets.has(name)) throw new Error(`No asset ${name}: known are ${[...assets.keys()].join(', ')}`)
  return `/assets/${version}/${name}`
}

/** Which sheets beside the first some markup needs. */
export type SheetNeeds = { readonly isDesk: boolean; readonly isText: boolean }

/**
 * The sheets that a page needs: the second and the third where it has a class that only they know. The second prints
 * too.
 */
export function sheetsFor({
  isDesk,
  isText,
}: SheetNeeds): readonly { readonly path: string; readonly media?: 'print' }[] {
  const desks = isDesk ? { path: assetPath('desk.css') } : { path: assetPath('print.css'), media: 'print' as const }
  return [{ path: assetPath('style.css') }, desks, ...(isText ? [{ path: assetPath('texts.css') }] : [])]
}

/** Which sheets the classes in some markup need. */
export function sheetNeeds(markup: string): SheetNeeds {
  let [isDesk, isText] = [false, false]
  const start = ' class="'
  for (let at = markup.indexOf(start); at !== -1; at = markup.indexOf(start, at)) {
    at += start.length
    const needs = needsOf(markup.slice(at, markup.indexOf('"', at)))
    isDesk ||= needs.isDesk
    isText ||= needs.isText
  }
  return { isDesk, isText }
}

const needed = new Map<string, SheetNeeds>()
/** Lists of classes that pages are written with are few; one that is made of what was read somewhere fills no memory. */
const mostNeeded = 5_000

/** Which sheets one list of classes needs: pages have hundreds of them, mostly the same. */
function needsOf(classes: string) {
  const known = needed.get(classes)
  if (known) return known
  const used = classes.split(' ')
  const needs = {
    isDesk: used.some((name) => deskClasses.has(name)),
    isText: used.some((name) => textClasses.has(name)),
  }
  if (needed.size < mostNeeded) needed.set(classes, needs)
  return needs
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

function sheetOf(parts: readonly (readonly [string, string])[]): string {
  return withoutSpace(parts.map(([, text]) => text).join('\n'))
}

function classesOf(css: string): readonly string[] {
  return [...css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-zA-Z][\w-]*)/g)].map((match) => match[1]!)
}

function without(names: readonly string[], known: string): ReadonlySet<string> {
  return new Set(names).difference(new Set(classesOf(known)))
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

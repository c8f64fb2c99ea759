import { parseFragment } from 'parse5'
import { nth } from '../../core/nth.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { visibleText } from '../markup/visible-text.ts'
import { keyOf } from '../words.ts'

/** One object of a page's structured data (JSON-LD, schema.org). Values are unvalidated. */
export type JsonLdNode = { readonly types: readonly string[]; readonly fields: Readonly<Record<string, unknown>> }

const maxScriptLength = 2_000_000
const maxNodes = 2_000
/** More than any page contains; a script full of values would become forty megabytes of objects, in a call that V8 cannot interrupt. */
const maxValues = 200_000
const followed = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'video', 'liveBlogUpdate', 'about']

/** Reads the objects of all JSON-LD scripts, outermost first. Skips invalid scripts. */
export function readJsonLd(scripts: readonly string[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = []
  for (const script of scripts) {
    const queue: { value: unknown; depth: number }[] = [{ value: parseScript(script), depth: 0 }]
    for (let i = 0; i < queue.length && nodes.length < maxNodes; i++) {
      const { value, depth } = nth(queue, i)
      if (depth > 6) continue
      if (Array.isArray(value)) {
        for (const item of value.slice(0, maxNodes)) queue.push({ value: item, depth: depth + 1 })
      } else if (isRecord(value)) {
        nodes.push({ types: typesOf(value), fields: value })
        for (const name of followed) if (value[name] !== undefined) queue.push({ value: value[name], depth: depth + 1 })
      }
    }
  }
  return nodes
}

function parseScript(script: string): unknown {
  if (script.length > maxScriptLength) return undefined
  const json = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|;)\s*$/, '')
    .replace(/[\u0000-\u001f]+/g, ' ')
  return findJsonOf(json, maxValues)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(value: Record<string, unknown>): string[] {
  return listOf(value['@type']).filter((type) => typeof type === 'string')
}

/** A value as a list: itself when it is one, empty when absent. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The first text in a value: a string, the `name`, `url` or `@value` of an object, or the first of a list. */
export function textIn(value: unknown, names: readonly string[] = ['name', '@value']): string | undefined {
  for (const item of listOf(value)) {
    if (typeof item === 'string' || typeof item === 'number') {
      const text = visibleText(decodeEntities(String(item)))
      if (text !== '') return text
    }
    if (!isRecord(item)) continue
    for (const name of names) {
      const text = item[name]
      if (typeof text === 'string' && text.trim() !== '') return visibleText(decodeEntities(text))
    }
  }
  return undefined
}

/** Structured data is often escaped once too often. */
function decodeEntities(text: string): string {
  if (!/&(?:#\d+|#x[0-9a-f]+|\w{2,8});/i.test(text)) return text
  const fragment = parseFragment(text.slice(0, 100_000).replaceAll('<', '&lt;'))
  return fragment.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

const articleType = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|OpinionPiece)$/

/** The object that describes the page's article: the one for this URL, else the first with a headline. */
export function articleNode(nodes: readonly JsonLdNode[], urls: readonly string[]): JsonLdNode | undefined {
  const articles = nodes.filter((node) => node.types.some((type) => articleType.test(type)))
  const paths = new Set(urls.map(pathKey))
  const isHere = (node: JsonLdNode): boolean =>
    [node.fields.url, node.fields.mainEntityOfPage, node.fields['@id']].some((value) => {
      const url = textIn(value, ['@id', 'url'])
      return url !== undefined && paths.has(pathKey(url))
    })
  const described = articles.filter((node) => node.fields.headline ?? node.fields.name ?? node.fields.datePublished)
  return described.find(isHere) ?? (described.length <= 3 ? described[0] : undefined)
}

function pathKey(url: string): string {
  return keyOf(url.replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '').replace(/[?#].*$/, ''))
}

export function hasType(nodes: readonly JsonLdNode[], pattern: RegExp): boolean {
  return nodes.some((node) => node.types.some((type) => pattern.test(type)))
}

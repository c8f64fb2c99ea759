import { nth } from '../core/nth.ts'
import { decodeEntities } from './entities.ts'
import { isLetter, tagEnd } from './tag-end.ts'

/** A start tag of a page, with its decoded attributes by lower-case name. */
export type HtmlTag = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Index after the tag. */
  readonly end: number
}

/** More than any real tag has. An unclosed quotation mark turns a whole file into one tag. */
const MAX_ATTRIBUTES = 256

const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g

/** Finds start tags with these names (lower case), in order, skipping comments. Builds no tree. */
export function* htmlTags(html: string, names: ReadonlySet<string>): Generator<HtmlTag> {
  let at = html.indexOf('<')
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      if (end < 0) return
      at = html.indexOf('<', end)
      continue
    }
    let nameEnd = at + 1
    while (nameEnd - at < 16 && isLetter(html.charCodeAt(nameEnd))) nameEnd++
    const name = html.slice(at + 1, nameEnd).toLowerCase()
    if (!names.has(name)) {
      at = html.indexOf('<', at + 1)
      continue
    }
    const end = tagEnd(html, nameEnd, 'html')
    yield { name, attributes: attributesOf(html.slice(nameEnd, end)), end: end + 1 }
    at = html.indexOf('<', end)
  }
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = Object.create(null)
  let count = 0
  for (const match of text.matchAll(ATTRIBUTE)) {
    if (++count > MAX_ATTRIBUTES) break
    const name = nth(match, 1).toLowerCase()
    attributes[name] ??= decodeEntities(match[2] ?? match[3] ?? match[4] ?? '')
  }
  return attributes
}

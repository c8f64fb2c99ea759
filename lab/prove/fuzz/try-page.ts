import { isDeepStrictEqual } from 'node:util'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import type { Extraction } from '../../../src/core/article.ts'
import { extract } from '../../../src/extract/extract.ts'
import { decode } from '../../../src/feeds/decode.ts'
import { hiddenWord } from './grow-page.ts'

const url = 'https://e.example/news/2026/03/10/ferry'

/** How many milliseconds of CPU one page may take. */
const SLOW_MS = 3000

/** What is wrong with how one page is read; nothing: undefined. A grown page is looked through for what it hides, too. */
export function tryPage(bytes: Uint8Array, isGrown: boolean): { readonly isArticle: boolean; readonly wrong?: string } {
  const started = process.cpuUsage()
  try {
    const html = decode(bytes, 'text/html').text
    const read = extract({ html, url })
    const { user, system } = process.cpuUsage(started)
    const ms = Math.round((user + system) / 1000)
    const isArticle = read.text !== ''
    const wrong =
      (ms > SLOW_MS ? `takes ${ms} ms` : undefined) ??
      wrongWith(read) ??
      (isDeepStrictEqual(read, extract({ html, url })) ? undefined : 'is read otherwise the second time') ??
      (isGrown && read.text.includes(hiddenWord) && isAlwaysHidden(html) ? 'shows what the page hides' : undefined)
    return wrong === undefined ? { isArticle } : { isArticle, wrong }
  } catch (error) {
    return {
      isArticle: false,
      wrong: `throws ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    }
  }
}

function wrongWith(read: Extraction): string | undefined {
  const { text, blocks, title, authors, publishedAt, updatedAt, pictures, leadPicture, canonicalUrl, completeness } =
    read
  let at = 0
  for (const { start, end } of blocks) {
    if (start !== at || end <= start || end > text.length)
      return `has a block from ${start} to ${end} where ${at} was due`
    if (text.slice(start, end).trim() === '') return 'has an empty block'
    at = end + 1
  }
  if (at !== (blocks.length === 0 ? 0 : text.length + 1)) return 'has text in no block'
  for (const words of [text, title, ...authors]) if (!words.isWellFormed()) return 'has half a character'
  if (/[\0\u202e\u200b]/.test(text)) return 'has what nobody sees'
  for (const time of [publishedAt, updatedAt])
    if (time !== undefined && Number.isNaN(Date.parse(time))) return `has the time ${time}`
  for (const address of [...pictures.map((one) => one.url), leadPicture?.url, canonicalUrl])
    if (address !== undefined && !/^https?:\/\//.test(address)) return `leads to ${address.slice(0, 80)}`
  return text === '' && completeness.kind === 'complete' ? 'is complete without a word' : undefined
}

/** True when the word is in no element that a browser would show, by a parser of its own. */
function isAlwaysHidden(html: string): boolean {
  const stack: { readonly node: DefaultTreeAdapterMap['node']; readonly isHidden: boolean }[] = [
    { node: parse(html), isHidden: false },
  ]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next
    let { isHidden } = next
    if ('value' in node && !isHidden && node.value.includes(hiddenWord)) return false
    if ('attrs' in node)
      isHidden ||= node.attrs.some(
        ({ name, value }) =>
          name === 'hidden' ||
          (name === 'style' && value === 'display:none') ||
          (name === 'class' && value === 'sr-only'),
      )
    if ('attrs' in node && node.attrs.some(({ value }) => value.includes(hiddenWord))) return false
    if ('childNodes' in node) for (const child of node.childNodes) stack.push({ node: child, isHidden })
  }
  return true
}

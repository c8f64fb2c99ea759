import { decodeEntities } from './entities.ts'
import { isLetter, tagEnd } from './tag-end.ts'

/** Inline tags; every other tag ends the line. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
)

const HIDDEN = new Set(['script', 'style', 'template', 'iframe', 'noembed', 'noframes', 'svg'])

/** Marks the end of a block until white space is tidied: the record separator of ASCII, which HTML never uses. */
const BLOCK_END = '\u001e'

/** The last position of each end mark in a text, -1 when there is none; looked up once each, so that reading takes linear time. */
type LastEnds = Map<string, number>

/**
 * The text of a piece of HTML, for the search index and titles: tags removed, character references decoded, scripts and styles dropped. The
 * end of a block becomes a line break, and runs of white space become one space. Not a sanitizer: escape the result like any other text.
 * Takes time in proportion to the length.
 */
export function plainText(html: string): string {
  let open = html.indexOf('<')
  if (open < 0) return tidy(decodeEntities(html))
  const lastEnds: LastEnds = new Map()
  let text = ''
  let from = 0
  while (open >= 0) {
    const end = markupEnd(html, open, lastEnds)
    if (end < 0) {
      open = html.indexOf('<', open + 1)
      continue
    }
    if (open > from) text += html.slice(from, open)
    const name = tagName(html, open)
    if (name !== '' && !INLINE.has(name)) text += BLOCK_END
    from = HIDDEN.has(name) && html.charCodeAt(open + 1) !== 47 ? hiddenEnd(html, name, end, lastEnds) : end
    open = html.indexOf('<', from)
  }
  return tidy(decodeEntities(text + html.slice(from)))
}

/**
 * The index after a tag, comment, CDATA mark or instruction, or -1 when the `<` is only a character. An unclosed comment ends where a tag
 * would, so that the text after it is not lost.
 */
function markupEnd(html: string, open: number, lastEnds: LastEnds): number {
  const next = html.charCodeAt(open + 1)
  if (next === 33 || next === 63) {
    const isComment = html.startsWith('<!--', open)
    const mark = isComment && open + 2 <= lastEnd(html, '-->', lastEnds) ? '-->' : '>'
    if (open + 2 <= lastEnd(html, mark, lastEnds)) return html.indexOf(mark, open + 2) + mark.length
    return isComment ? open + 4 : -1
  }
  if (!isLetter(next) && !(next === 47 && isLetter(html.charCodeAt(open + 2)))) return -1
  const end = tagEnd(html, open + 1, 'html')
  return html.charCodeAt(end) === 62 ? end + 1 : end
}

function lastEnd(html: string, mark: string, lastEnds: LastEnds): number {
  let at = lastEnds.get(mark)
  if (at === undefined) {
    at = mark.endsWith('>') ? html.lastIndexOf(mark) : html.toLowerCase().lastIndexOf(mark)
    lastEnds.set(mark, at)
  }
  return at
}

/** The name in lower case; empty for comments and the like. */
function tagName(html: string, open: number): string {
  const from = html.charCodeAt(open + 1) === 47 ? open + 2 : open + 1
  let end = from
  while (end - from < 16 && isNamePart(html.charCodeAt(end))) end++
  return html.slice(from, end).toLowerCase()
}

function isNamePart(unit: number): boolean {
  return isLetter(unit) || (unit >= 48 && unit <= 57)
}

/**
 * The index after the end tag of a script or the like. When it is unclosed, only code after it is hidden: an `<iframe … />`, as XML
 * programs write it, does not hide the text after it.
 */
function hiddenEnd(html: string, name: string, from: number, lastEnds: LastEnds): number {
  if (lastEnd(html, `</${name}`, lastEnds) < from) {
    const isCode = name === 'script' || name === 'style'
    return isCode && html.charCodeAt(from - 2) !== 47 ? html.length : from
  }
  const endTag = new RegExp(`</${name}[^>]*>?`, 'gi')
  endTag.lastIndex = from
  return endTag.exec(html) ? endTag.lastIndex : html.length
}

/** One line break where a block ends, one space for any other run of white space. */
function tidy(text: string): string {
  const tidied = text.replace(/[\s\u001e]{2,}|[\t\n\r\f\u00a0\u001e]/g, (run) => (run.includes(BLOCK_END) ? '\n' : ' '))
  return tidied.trim()
}

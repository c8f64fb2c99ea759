import { Parser } from 'htmlparser2'
import { visibleText } from './visible-text.ts'

const silentTags = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'select', 'textarea'])
const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
)

/** The lines of text in markup, one for each block; linear, for markup no tree can be built from. */
export function textLines(html: string): string[] {
  const lines: string[] = []
  let line = ''
  let silence = 0
  const flush = (): void => {
    const text = visibleText(line)
    if (text !== '') lines.push(text)
    line = ''
  }
  const parser = new Parser(
    {
      onopentag(tag) {
        if (silentTags.has(tag)) silence++
        if (!inlineTags.has(tag)) flush()
      },
      onclosetag(tag) {
        if (silentTags.has(tag)) silence--
        if (!inlineTags.has(tag)) flush()
      },
      ontext(text) {
        if (silence === 0) line += text
      },
    },
    { recognizeSelfClosing: false },
  )
  parser.write(html)
  parser.end()
  flush()
  return lines
}

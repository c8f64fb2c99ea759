import { type Block, type Document, textOf } from '../core/document.ts'
import { escapeAttribute } from '../core/escape-html.ts'

const tags: Readonly<Record<Block['kind'], readonly [string, string]>> = {
  paragraph: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  'list-item': ['<ul><li>', '</li></ul>'],
  quote: ['<blockquote><p>', '</p></blockquote>'],
  code: ['<pre>', '</pre>'],
  'table-row': ['<p>', '</p>'],
}

/** The text of an article as markup, block by block, word for word. */
export function articleMarkup(document: Pick<Document, 'text' | 'blocks'>): string {
  return document.blocks
    .map((block) => {
      const [open, close] = tags[block.kind]
      return `${open}${escapeAttribute(textOf(document, block))}${close}`
    })
    .join('\n')
    .replaceAll('</ul>\n<ul>', '\n')
}

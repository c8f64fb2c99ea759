import type { OpmlAttributes, OpmlElement } from '../../core/feed/subscription-list.ts'
import type { OpmlOutline, OpmlTree } from './opml-tree.ts'

/**
 * Writes OPML piece by piece, one outline per line, without losing anything that `readOpml` read. A caller may pause between pieces: a list
 * can be long.
 */
export function* opmlPieces({ attributes, head, outlines }: OpmlTree): Generator<string> {
  const own = attributes.some(([name]) => name.toLowerCase() === 'version') ? attributes : [version, ...attributes]
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<opml${written(own)}>\n  <head>\n`
  for (const element of head) yield `    ${elementText(element)}\n`
  yield '  </head>\n  <body>\n'
  for (const outline of outlines) yield* outlinePieces(outline, '    ')
  yield '  </body>\n</opml>\n'
}

export function writeOpmlTree(tree: OpmlTree): string {
  return [...opmlPieces(tree)].join('')
}

const version = ['version', '2.0'] as const

function* outlinePieces(outline: OpmlOutline, indent: string): Generator<string> {
  const { attributes, text, elements = [], outlines } = outline
  const start = `${indent}<outline${written(attributes)}`
  if (text === undefined && elements.length === 0 && outlines.length === 0) {
    yield `${start}/>\n`
    return
  }
  // Indentation around the text of an outline would be read as part of it.
  if (text !== undefined) {
    yield `${start}>${escapeXml(text)}${inOneLine(outline)}</outline>\n`
    return
  }
  yield `${start}>\n`
  for (const element of elements) yield `${indent}  ${elementText(element)}\n`
  for (const inner of outlines) yield* outlinePieces(inner, `${indent}  `)
  yield `${indent}</outline>\n`
}

function inOneLine({ elements = [], outlines }: OpmlOutline): string {
  const inner = outlines.map((outline) => [...outlinePieces(outline, '')].join('').replace(/\n$/, ''))
  return elements.map(elementText).join('') + inner.join('')
}

function elementText({ name, attributes, children }: OpmlElement): string {
  if (children.length === 0) return `<${name}${written(attributes)}/>`
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : elementText(child))).join('')
  return `<${name}${written(attributes)}>${inner}</${name}>`
}

function written(attributes: OpmlAttributes): string {
  return attributes.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')
}

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const

/** Escapes for an attribute or text. Drops control characters that no XML document may contain (XML 1.0, section 2.2). */
function escapeXml(text: string): string {
  if (!/[&<>"\u0000-\u001f\ufffe\uffff]/.test(text)) return text
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => signs[sign as keyof typeof signs])
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

import { Parser } from 'htmlparser2'

const voidTags = new Set(
  'area base basefont bgsound br col embed hr img input keygen link meta param source track wbr'.split(' '),
)

// Tags the HTML standard's parser opens again in every following block until they are closed: a few hundred of them
// left open multiply with each paragraph. https://html.spec.whatwg.org/#reconstruct-the-active-formatting-elements
const formattingTags = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

type Edit = { readonly start: number; readonly end: number; readonly insert: string }

/**
 * Makes markup safe for a tree builder in one linear pass: tags nested deeper than `maxDepth` go and their text
 * stays; formatting tags left open are closed where their parent ends. Markup that needs neither comes back as is.
 * Browsers cap nesting at 512.
 */
export function guardNesting(html: string, maxDepth = 200): string {
  const edits: Edit[] = []
  const isDropped: boolean[] = []
  const parser = new Parser(
    {
      onopentag(tag) {
        if (voidTags.has(tag)) return
        const drop = isDropped.length >= maxDepth
        isDropped.push(drop)
        if (drop) edits.push({ start: parser.startIndex, end: parser.endIndex + 1, insert: '' })
      },
      onclosetag(tag, isImplied) {
        if (voidTags.has(tag)) return
        const drop = isDropped.pop() ?? false
        if (drop && !isImplied) edits.push({ start: parser.startIndex, end: parser.endIndex + 1, insert: '' })
        if (!drop && isImplied && formattingTags.has(tag))
          edits.push({ start: parser.startIndex, end: parser.startIndex, insert: `</${tag}>` })
      },
    },
    { recognizeSelfClosing: false, decodeEntities: false },
  )
  parser.write(html)
  parser.end()
  return edits.length === 0 ? html : applyEdits(html, edits)
}

function applyEdits(html: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, insert } of edits) {
    if (start < at) continue
    pieces.push(html.slice(at, start), insert)
    at = Math.min(end, html.length)
  }
  pieces.push(html.slice(at))
  return pieces.join('')
}

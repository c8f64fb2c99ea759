import { Parser } from 'htmlparser2'
import { flattenRest } from './flatten-rest.ts'
import { unseenParts } from './unseen-parts.ts'

const voidTags = new Set(
  'area base basefont bgsound br col embed hr img input keygen link meta param source track wbr'.split(' '),
)

// Tags the HTML standard's parser opens again in every following block until they are closed: a few hundred of them
// left open multiply with each paragraph. https://html.spec.whatwg.org/#reconstruct-the-active-formatting-elements
const formattingTags = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/** As many attributes of one tag are read; a tree builder compares each with all before it. */
const maxAttributes = 200
/** From here on there is no structure worth keeping. */
const hostileDepth = 800

type Edit = { readonly start: number; readonly end: number; readonly insert: string }

/** Thrown by the walk and caught here: nesting that each further tag is looked up in, so that time grows with its square. */
class TooDeepError extends Error {
  override name = 'TooDeepError'
}

/**
 * Makes markup safe for a tree builder in one linear pass: tags nested deeper than `maxDepth` go and their text
 * stays; formatting tags left open are closed where their parent ends; attributes past the 200th of a tag go. From
 * where tags are nested 800 deep, only text and paragraphs are left. Scripts and styles are emptied, since a tree builder
 * reads them unit by unit. Markup that needs none of it comes back as is. Browsers cap nesting at 512.
 */
export function guardNesting(html: string, maxDepth = 200): string {
  const edits: Edit[] = []
  const isDropped: boolean[] = []
  let attributeCount = 0
  let attributesEnd = 0
  const unseen = unseenParts(html)
  const parser = new Parser(
    {
      onopentagname() {
        attributeCount = 0
      },
      onattribute() {
        attributeCount++
        if (attributeCount === maxAttributes) attributesEnd = parser.endIndex
      },
      onopentag(tag, attributes) {
        unseen.open(tag, attributes, parser.endIndex + 1)
        const isVoid = voidTags.has(tag)
        // A picture counts as no level, and neither does the link that stands for it in markup made safe.
        const isPicture = tag === 'a' && attributes.class === 'picture'
        const drop = !isVoid && isDropped.length >= (isPicture ? maxDepth + 1 : maxDepth)
        if (attributeCount > maxAttributes && !drop)
          edits.push({ start: attributesEnd, end: parser.endIndex, insert: '' })
        if (isVoid) return
        if (isDropped.length >= hostileDepth) throw new TooDeepError()
        isDropped.push(drop)
        if (drop) edits.push({ start: parser.startIndex, end: parser.endIndex + 1, insert: '' })
      },
      onclosetag(tag, isImplied) {
        const part = unseen.close(tag, isImplied, parser.startIndex)
        if (part !== undefined) edits.push({ ...part, insert: '' })
        if (voidTags.has(tag)) return
        const drop = isDropped.pop() ?? false
        if (drop && !isImplied) edits.push({ start: parser.startIndex, end: parser.endIndex + 1, insert: '' })
        if (!drop && isImplied && formattingTags.has(tag))
          edits.push({ start: parser.startIndex, end: parser.startIndex, insert: `</${tag}>` })
      },
    },
    { recognizeSelfClosing: false, decodeEntities: false },
  )
  try {
    parser.write(html)
    parser.end()
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error
    const from = parser.startIndex
    return applyEdits(html.slice(0, from), edits) + flattenRest(html.slice(from))
  }
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

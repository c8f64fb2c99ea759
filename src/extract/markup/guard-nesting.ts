import { Parser } from 'htmlparser2'

type Part = { readonly start: number; readonly end: number }

/** A shorter part isn't worth an edit. */
const shortest = 40

// The tags of drawings. Any other tag may end the drawing: https://html.spec.whatwg.org/#parsing-main-inforeign
const drawingTags = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon defs use symbol title desc text tspan mask clippath pattern ' +
    'lineargradient radialgradient stop filter feblend fecolormatrix fecomposite feflood fegaussianblur femerge ' +
    'femergenode feoffset animate animatetransform'
  ).split(' '),
)

/**
 * Finds the content of scripts, styles and drawings, given the tags of a page in order: `close` returns the part that can be left out where
 * such an element ends. Structured data stays, and so does a script in which a comment begins, since it may end later than its first
 * closing tag (https://html.spec.whatwg.org/#script-data-escaped-state).
 */
function unseenParts(html: string): {
  open(tag: string, attributes: Readonly<Record<string, string>>, end: number): void
  close(tag: string, isImplied: boolean, start: number): Part | undefined
} {
  let from: number | undefined
  let drawing: { readonly from: number; depth: number } | undefined
  const closeDrawing = (isImplied: boolean, start: number): Part | undefined => {
    const { from: begun, depth } = drawing ?? { from: 0, depth: 0 }
    if (isImplied || depth !== 1) {
      if (drawing !== undefined && !isImplied) drawing.depth--
      else drawing = undefined
      return undefined
    }
    drawing = undefined
    return start - begun < shortest ? undefined : { start: begun, end: start }
  }
  return {
    open(tag, { type = '' }, end) {
      if (drawing !== undefined && !drawingTags.has(tag)) drawing = undefined
      if (tag === 'svg') {
        if (drawing === undefined) drawing = { from: end, depth: 1 }
        else drawing.depth++
      }
      from = tag === 'style' || (tag === 'script' && !/ld\+json|&/i.test(type)) ? end : undefined
    },
    close(tag, isImplied, start) {
      const begun = from
      from = undefined
      if (tag === 'svg') return closeDrawing(isImplied, start)
      if (begun === undefined || isImplied || (tag !== 'script' && tag !== 'style')) return undefined
      if (start - begun < shortest || html.slice(begun, start).includes('<!--')) return undefined
      return { start: begun, end: start }
    },
  }
}

const rawTags = /^(?:script|style|textarea|title|template|noscript|xmp|iframe|noembed|noframes)$/
const breaks = /^(?:p|br|div|li|tr|h[1-6]|blockquote|pre|section|article)$/
const part = /<(?:(\/?)([a-z][^\s/<>]*)[^<>]*>|!--)/gi

/**
 * Converts markup that is too hostile for a tree to its text, with a paragraph break where a block began or ended. Linear; drops scripts,
 * styles and comments. An unfinished tag is text.
 */
export function flattenRest(html: string): string {
  const pieces: string[] = []
  /** Elements and comments that have no end after this point. */
  const endless = new Set<string>()
  let lower: string | undefined
  let from = 0
  part.lastIndex = 0
  for (let found = part.exec(html); found; found = part.exec(html)) {
    pieces.push(html.slice(from, found.index))
    const name = found[2]?.toLowerCase()
    from = part.lastIndex
    if (name !== undefined && breaks.test(name)) pieces.push('<p>')
    if (found[1] === '/' || (name !== undefined && !rawTags.test(name))) continue
    const end = name === undefined ? '-->' : `</${name}`
    if (endless.has(end)) continue
    lower ??= html.toLowerCase()
    const at = lower.indexOf(end, from)
    if (at < 0) endless.add(end)
    else {
      from = name === undefined ? at + end.length : at
      part.lastIndex = from
    }
  }
  pieces.push(html.slice(from))
  return pieces.join('')
}

const voidTags = new Set(
  'area base basefont bgsound br col embed hr img input keygen link meta param source track wbr'.split(' '),
)

// Tags that the HTML parser reopens in every following block until they are closed: a few hundred open ones multiply with each paragraph.
// https://html.spec.whatwg.org/#reconstruct-the-active-formatting-elements
const formattingTags = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/** Attributes read of one tag; a tree builder compares each with all before it. */
const maxAttributes = 200
/** Beyond this depth the structure is worthless. */
const hostileDepth = 800

type Edit = { readonly start: number; readonly end: number; readonly insert: string }

/** Thrown and caught in this file: with such nesting each further tag is looked up in it, so time grows with the square. */
class TooDeepError extends Error {
  override name = 'TooDeepError'
}

/**
 * Makes markup safe for a tree builder in one linear pass: removes tags nested deeper than `maxDepth` but keeps their text, closes open
 * formatting tags where their parent ends, and removes attributes after the 200th of a tag. From where tags are nested 800 deep, only text
 * and paragraphs are kept. Empties scripts and styles, since a tree builder reads them character by character. Returns markup that needs
 * none of this unchanged. Browsers cap nesting at 512.
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
        // Neither a picture nor the link that replaces it in sanitized markup counts as a level.
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

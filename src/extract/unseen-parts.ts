type Part = { readonly start: number; readonly end: number }

/** Shorter than this it is not worth an edit. */
const shortest = 40

// What drawings are made of. Any other tag may end the drawing: https://html.spec.whatwg.org/#parsing-main-inforeign
const drawingTags = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon defs use symbol title desc text tspan mask clippath pattern ' +
    'lineargradient radialgradient stop filter feblend fecolormatrix fecomposite feflood fegaussianblur femerge ' +
    'femergenode feoffset animate animatetransform'
  ).split(' '),
)

/**
 * Finds what scripts, styles and drawings hold, told of the tags of a page in their order: `close` gives the part that can be left
 * out where such an element ends. Structured data stays; so does a script in which a comment begins, since such a one may end later
 * than its first closing tag (https://html.spec.whatwg.org/#script-data-escaped-state).
 */
export function unseenParts(html: string): {
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

const rawTags = /^(?:script|style|textarea|title|template|noscript|xmp|iframe|noembed|noframes)$/
const breaks = /^(?:p|br|div|li|tr|h[1-6]|blockquote|pre|section|article)$/
const part = /<(?:(\/?)([a-z][^\s/<>]*)[^<>]*>|!--)/gi

/**
 * Markup that nobody can build a tree of, as its text with a paragraph break where a block began or ended. Linear; what stands in
 * scripts, styles and comments goes. A tag that is never finished is text.
 */
export function flattenRest(html: string): string {
  const pieces: string[] = []
  /** Elements and comments that end nowhere from here on. */
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

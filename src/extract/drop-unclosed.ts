/** What a browser would take everything behind it into, when it is never closed. */
const swallowing =
  'iframe object noembed noframes xmp textarea title select noscript template audio video canvas'.split(' ')
const startTag = new RegExp(`<(?:${swallowing.join('|')}|script|style)(?=[\\s/>])[^<>]*>`, 'gi')

/**
 * Takes out start tags of elements that are not shown and never closed, such as the `<iframe src="…" />` that programs
 * for XML write: a browser takes the rest of the text into them, and the words would be lost. A script or style that is
 * never closed keeps what follows it, which is code, unless it says that it is empty.
 */
export function dropUnclosed(html: string): string {
  const lastEnds = new Map<string, number>()
  let lower: string | undefined
  return html.replace(startTag, (tag, at: number) => {
    const name = /\w+/.exec(tag)![0].toLowerCase()
    let lastEnd = lastEnds.get(name)
    if (lastEnd === undefined) {
      lower ??= html.toLowerCase()
      lastEnd = lower.lastIndexOf(`</${name}`)
      lastEnds.set(name, lastEnd)
    }
    if (lastEnd > at) return tag
    return (name === 'script' || name === 'style') && !tag.endsWith('/>') ? tag : ''
  })
}

type Part = { readonly start: number; readonly end: number }

/** Shorter than this it is not worth an edit. */
const shortest = 40

/**
 * Finds what a script or a style holds, told of the tags of a page in their order: `close` gives the part that can be left out
 * where such an element ends. Structured data stays; so does a script in which a comment begins, since such a one may end later than
 * its first closing tag (https://html.spec.whatwg.org/#script-data-escaped-state).
 */
export function unseenParts(html: string): {
  open(tag: string, attributes: Readonly<Record<string, string>>, end: number): void
  close(tag: string, isImplied: boolean, start: number): Part | undefined
} {
  let from: number | undefined
  return {
    open(tag, { type = '' }, end) {
      from = tag === 'style' || (tag === 'script' && !/json|&/i.test(type)) ? end : undefined
    },
    close(tag, isImplied, start) {
      const begun = from
      from = undefined
      if (begun === undefined || isImplied || (tag !== 'script' && tag !== 'style')) return undefined
      if (start - begun < shortest || commentIn(html, begun, start)) return undefined
      return { start: begun, end: start }
    },
  }
}

/** Looks no further than the part, where a page of a thousand scripts would be looked through a thousand times. */
function commentIn(html: string, start: number, end: number): boolean {
  return html.slice(start, end).includes('<!--')
}

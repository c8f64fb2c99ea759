import type { PageBlock } from './page-blocks.ts'

const nearEnd = 3
const longestNote = 80
const named =
  /^(?:about )?((?:\p{Lu}[\p{L}.'’-]*\s){1,4})(?:\([^()]{3,60}\) )?(?:is|writes|covers|reports|has (?:been|written|covered))\s/u
const trade =
  /^.{0,60}\b(?:is|was) (?:an?|the|our|[\p{Lu}][\p{L}'’&. ]{1,40}['’]s?) (?:[\p{L}&'’-]+ ){0,6}(?:reporter|writer|journalist|editor|correspondent|columnist|contributor|blogger|curator|freelancer|staffer|publisher)\b/iu
const noteClass =
  /(?:^|[\s_-])(?:author|about-?author)-?_?(?:bio|box|card|note|info|description)(?:$|[\s_-])|(?:^|\s)(?:byline|bio|authorbio)(?:$|\s)/i

/**
 * The places of the notes on who wrote an article, at its end: a name that the text does not tell of, and a trade of those who
 * write, or an element that calls itself such a note. A text about a reporter names him before.
 */
export function authorNotes(kept: readonly PageBlock[], authors: readonly string[]): ReadonlySet<number> {
  const notes = new Set<number>()
  for (let at = kept.length - 1; at > 0 && at >= kept.length - nearEnd; at--) {
    const block = kept[at]!
    if (block.wordCount <= longestNote && isNote(block, kept.slice(0, at), authors)) notes.add(at)
  }
  return notes
}

function isNote({ text, kind, place }: PageBlock, before: readonly PageBlock[], authors: readonly string[]): boolean {
  if (kind !== 'paragraph') return false
  const name = named.exec(text)?.[1]?.trim()
  if (name === undefined) return false
  if (noteClass.test(`${place.element.attributes.class ?? ''} ${place.element.parent?.attributes.class ?? ''}`))
    return true
  if (name.includes(' ') && authors.some((author) => author.toLowerCase().includes(name.toLowerCase()))) return true
  const last = name.split(/\s+/).at(-1) ?? name
  return trade.test(text) && !before.some((block) => block.text.includes(last))
}

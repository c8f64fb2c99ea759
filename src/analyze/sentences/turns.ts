import type { Block } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'

/** A name and a colon, with words of the turn behind them. */
const LABEL =
  /^(\p{Lu}[\p{L}\p{M}.'’-]*(?:[ \u00a0](?:\p{Lu}[\p{L}\p{M}.'’-]*|de|du|la|le|von|van|bin|da|dos)){0,4})\s?:\s+(?=\S)/u
/** No label with its colon is longer. */
const longest = 90

/** A turn of a conversation: the name it begins with, and where what is said begins. */
export type Turn = { readonly label: Span; readonly from: number }

/**
 * The paragraphs that are turns of a conversation (`Tom Hale: He told me “…”`), by their number: they begin with a name and a colon, and another
 * begins with the same, or in capitals with the surname. Within a turn somebody else is told of than whoever speaks, unless it says *I*.
 */
export function turnsIn(text: string, blocks: readonly Block[]): ReadonlyMap<number, Turn> {
  const found = new Map<number, Turn>()
  const counts = new Map<string, number>()
  for (const [number, { start, end }] of blocks.entries()) {
    const match = LABEL.exec(text.slice(start, Math.min(end, start + longest)))
    const name = match?.[1]
    if (!match || name === undefined) continue
    for (const key of new Set([name, shortOf(name)])) counts.set(key, (counts.get(key) ?? 0) + 1)
    found.set(number, { label: { start, end: start + name.length }, from: start + match[0].length })
  }
  for (const [number, { label }] of found)
    if ((counts.get(shortOf(text.slice(label.start, label.end))) ?? 0) < 2) found.delete(number)
  return found
}

/** `ROE` of `JANE ROE`, which transcripts give once; a name in small letters is itself. */
function shortOf(name: string): string {
  return name === name.toUpperCase() ? (name.split(/[ \u00a0]/).at(-1) ?? name) : name
}

import { jsonStringEnd } from '../core/json-string-end.ts'

/** How deep the members of the list of items stand: in an array (1) of the document's object (0). */
const ITEM_DEPTH = 2

/**
 * Makes JSON that breaks off whole again, as far as it goes: cut behind the last value that is complete and stands in a
 * list of the document's object, with what is open closed. Undefined when no such value is complete. One pass.
 */
export function wholeJson(text: string): string | undefined {
  const open: string[] = []
  let end = -1
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const close = jsonStringEnd(text, at)
      if (close < 0) break
      at = close
    } else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']')
    else if (character === '}' || character === ']') {
      if (open.pop() !== character) break
      if (open.length === ITEM_DEPTH && open[1] === ']') end = at + 1
    }
  }
  return end < 0 ? undefined : `${text.slice(0, end)}]}`
}

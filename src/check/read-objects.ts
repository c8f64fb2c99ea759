/** The objects of a list that could be read, in order, and how many could not. */
type ReadObjects = {
  readonly objects: readonly Readonly<Record<string, unknown>>[]
  readonly broken: number
}

const LISTED = /"claims"\s{0,20}:\s{0,20}\[/g
const FIRST = /\{\s{0,20}"(?:text|claim|sentences?|exact)"/g
const MOST_OBJECTS = 500
/** How many lists of an answer are tried, the last first, because what a model shows before its answer is a draft. */
const MOST_LISTS = 4
/** After so many unreadable objects, it no longer looks for objects swallowed by a stray quotation mark. */
const MOST_RESUMED = 8

/**
 * The objects of the last list of claims in a text; without one, of a list or row of objects that look like claims. Undefined when there is
 * neither. An object may be cut off or have commas and line breaks that JSON does not allow.
 */
export function readObjects(text: string): ReadObjects | undefined {
  const starts = [...text.matchAll(LISTED)].map((found) => found.index + found[0].length).slice(-MOST_LISTS)
  const lists = starts.toReversed().map((start) => objectsFrom(text, start))
  const full = lists.find(({ objects }) => objects.length > 0)
  if (full) return full
  const first = nextClaim(text, 0)
  if (first >= 0) {
    const row = objectsFrom(text, first)
    if (row.objects.length > 0) return row
  }
  return lists[0]
}

function objectsFrom(text: string, from: number): ReadObjects {
  const objects: Readonly<Record<string, unknown>>[] = []
  let broken = 0
  let at = nextObject(text, from)
  for (let count = 0; at >= 0 && count < MOST_OBJECTS; count++) {
    const end = endOfObject(text, at)
    const read = end < 0 ? undefined : parse(text.slice(at, end))
    if (read) objects.push(read)
    else broken++
    // A stray quotation mark may have swallowed the objects after it: look for them, a few times.
    if (read) at = nextObject(text, end)
    else if (broken <= MOST_RESUMED) at = nextClaim(text, at + 1)
    else at = end < 0 ? -1 : nextObject(text, end)
  }
  return { objects, broken }
}

function nextClaim(text: string, from: number): number {
  FIRST.lastIndex = from
  return FIRST.exec(text)?.index ?? -1
}

/** Where the next object of a list begins, or -1 at the end of the list. */
function nextObject(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') return at
    if (text[at] === ']') return -1
  }
  return -1
}

/** The position after the brace that closes the one at `from`, or -1. */
function endOfObject(text: string, from: number): number {
  let depth = 0
  let isText = false
  for (let at = from; at < text.length; at++) {
    const mark = text[at]
    if (isText) {
      if (mark === '\\') at++
      else if (mark === '"') isText = false
    } else if (mark === '"') isText = true
    else if (mark === '{') depth++
    else if (mark === '}' && --depth === 0) return at + 1
  }
  return -1
}

/** Parses one object, as written or with commas and line breaks repaired. */
function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  const read = parsed(text) ?? parsed(mended(text))
  return typeof read === 'object' && read !== null && !Array.isArray(read)
    ? (read as Readonly<Record<string, unknown>>)
    : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Removes commas before a closing bracket, and escapes line breaks and tabs within strings. */
function mended(text: string): string {
  let made = ''
  let isText = false
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (isText && mark === '\\') made += mark + (text[++at] ?? '')
    else if (mark === '"') {
      isText = !isText
      made += mark
    } else if (isText && mark < ' ') made += ' '
    else if (!isText && mark === ',' && /^\s{0,100}[}\]]/.test(text.slice(at + 1, at + 102))) continue
    else made += mark
  }
  return made
}

/**
 * The code of a TypeScript source with comments, texts and patterns blanked: as long as it was, line for line, so that what is counted in
 * it is code. What is in the holes of a template stays.
 */
export function codeOnly(source: string): string {
  let out = ''
  let at = 0
  /** Depths of braces at which a hole of a template ends. */
  const holes: number[] = []
  let depth = 0
  const blank = (until: number) => {
    out += source.slice(at, until).replace(/[^\n]/g, ' ')
    at = until
  }
  const copy = () => {
    out += source[at]
    at += 1
  }
  const template = () => {
    let end = at
    while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
      end += source[end] === '\\' ? 2 : 1
    blank(Math.min(end, source.length))
    if (source[at] === '`') copy()
    else if (at < source.length) {
      holes.push(depth)
      copy()
      copy()
      depth += 1
    }
  }
  while (at < source.length) {
    const sign = source[at]!
    if (source.startsWith('//', at)) blank(endOf(source, '\n', at))
    else if (source.startsWith('/*', at)) blank(Math.min(source.length, endOf(source, '*/', at + 2) + 2))
    else if (sign === "'" || sign === '"') {
      const end = closing(source, sign, at + 1)
      copy()
      blank(end)
      if (at < source.length) copy()
    } else if (sign === '`') {
      copy()
      template()
    } else if (sign === '/' && beginsPattern(out)) blank(endOfPattern(source, at))
    else {
      if (sign === '{') depth += 1
      if (sign === '}') depth -= 1
      copy()
      if (sign === '}' && holes.at(-1) === depth) {
        holes.pop()
        template()
      }
    }
  }
  return out
}

function endOf(source: string, sign: string, from: number): number {
  const found = source.indexOf(sign, from)
  return found < 0 ? source.length : found
}

function closing(source: string, sign: string, from: number): number {
  let end = from
  while (end < source.length && source[end] !== sign && source[end] !== '\n') end += source[end] === '\\' ? 2 : 1
  return Math.min(end, source.length)
}

/** A slash divides behind a value, and begins a pattern behind anything else. */
function beginsPattern(before: string): boolean {
  const last = /(\w+|[^\s\w])\s*$/.exec(before)?.[1] ?? ''
  return last === '' || /^(?:return|case|typeof|in|of|yield|await)$/.test(last) || /^[^\w)\]}'"`]$/.test(last)
}

function endOfPattern(source: string, from: number): number {
  let inClass = false
  let end = from + 1
  while (end < source.length && source[end] !== '\n') {
    const sign = source[end]!
    if (sign === '\\') end += 1
    else if (sign === '[') inClass = true
    else if (sign === ']') inClass = false
    else if (sign === '/' && !inClass) break
    end += 1
  }
  end += 1
  while (/[a-z]/.test(source[end] ?? '')) end += 1
  return Math.min(end, source.length)
}

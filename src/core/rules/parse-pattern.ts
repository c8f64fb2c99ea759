import { ownValue } from '../own-value.ts'
import { maxLength } from '../text/max-length.ts'

/** One step of a compiled pattern. All but `split` and `jump` continue to the next one. `exact`: the only character accepted, in lower case. */
export type Step =
  | { readonly kind: 'character'; readonly accepts: Accepts; readonly exact?: string }
  | { readonly kind: 'split'; readonly next: number; readonly other: number }
  | { readonly kind: 'jump'; readonly next: number }
  | { readonly kind: 'start' | 'end' | 'match' }
  | { readonly kind: 'edge'; readonly isNot: boolean }

/** Whether a character is wanted: given in lower case, and as it is. */
type Accepts = (lower: string, character: string) => boolean

export type ParsedPattern =
  | { readonly kind: 'parsed'; readonly steps: readonly Step[]; readonly required: readonly string[] }
  | { readonly kind: 'refused'; readonly why: 'syntax' | 'unsupported' | 'too-long' }

/** The most steps that a pattern may become. */
const mostSteps = 400
const mostRepeats = 100
const deepest = 40

type Tree =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'row'; readonly parts: readonly Tree[] }
  | { readonly kind: 'either'; readonly parts: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly part: Tree; readonly least: number; readonly most: number }

class RefusedPattern extends Error {
  readonly why: 'syntax' | 'unsupported' | 'too-long'
  constructor(why: RefusedPattern['why']) {
    super(why)
    this.why = why
  }
}

/** Reads a regular expression as far as it can be matched in one pass over the text. */
export function parsePattern(source: string): ParsedPattern {
  if (source.length > maxLength.pattern) return { kind: 'refused', why: 'too-long' }
  try {
    const tree = parseTree([...source])
    return { kind: 'parsed', steps: [...toSteps(tree), { kind: 'match' }], required: requiredOf(tree) }
  } catch (error) {
    if (error instanceof RefusedPattern) return { kind: 'refused', why: error.why }
    throw error
  }
}

/** What is in every text that matches, once that is in lower case: rows of exact characters outside alternatives. */
function requiredOf(tree: Tree): readonly string[] {
  const rows = ['']
  const end = () => rows.push('')
  const read = (part: Tree): void => {
    switch (part.kind) {
      case 'step':
        if (part.step.kind !== 'character') return
        if (part.step.exact === undefined) end()
        else rows.push(`${rows.pop()}${part.step.exact}`)
        return
      case 'row':
        part.parts.forEach(read)
        return
      case 'either':
        end()
        return
      case 'repeat':
        end()
        if (part.least > 0) read(part.part)
        end()
    }
  }
  read(tree)
  return rows.filter((row) => row !== '')
}

function toSteps(tree: Tree): readonly Step[] {
  const steps: Step[] = []
  const push = (step: Step): number => {
    if (steps.length >= mostSteps) throw new RefusedPattern('too-long')
    return steps.push(step) - 1
  }
  const write = (part: Tree): void => {
    switch (part.kind) {
      case 'step':
        push(part.step)
        return
      case 'row':
        part.parts.forEach(write)
        return
      case 'either':
        writeEither(part.parts)
        return
      case 'repeat':
        writeRepeat(part)
        return
    }
  }
  const writeEither = (parts: readonly Tree[]): void => {
    const ends: number[] = []
    parts.forEach((part, index) => {
      if (index === parts.length - 1) {
        write(part)
        return
      }
      const split = push({ kind: 'jump', next: 0 })
      write(part)
      ends.push(push({ kind: 'jump', next: 0 }))
      steps[split] = { kind: 'split', next: split + 1, other: steps.length }
    })
    for (const end of ends) steps[end] = { kind: 'jump', next: steps.length }
  }
  const writeRepeat = ({ part, least, most }: Extract<Tree, { kind: 'repeat' }>): void => {
    for (let count = 0; count < least; count++) write(part)
    if (most === Number.POSITIVE_INFINITY) {
      const split = push({ kind: 'jump', next: 0 })
      write(part)
      push({ kind: 'jump', next: split })
      steps[split] = { kind: 'split', next: split + 1, other: steps.length }
      return
    }
    const splits: number[] = []
    for (let count = least; count < most; count++) {
      splits.push(push({ kind: 'jump', next: 0 }))
      write(part)
    }
    for (const split of splits) steps[split] = { kind: 'split', next: split + 1, other: steps.length }
  }
  write(tree)
  return steps
}

function parseTree(source: readonly string[]): Tree {
  let at = 0
  const tree = either(0)
  if (at < source.length) throw new RefusedPattern('syntax')
  return tree

  function either(depth: number): Tree {
    if (depth > deepest) throw new RefusedPattern('too-long')
    const parts = [row(depth)]
    while (source[at] === '|') {
      at++
      parts.push(row(depth))
    }
    return parts.length === 1 ? parts[0]! : { kind: 'either', parts }
  }

  function row(depth: number): Tree {
    const parts: Tree[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(depth))
    return { kind: 'row', parts }
  }

  function repeated(depth: number): Tree {
    const part = atom(depth)
    const times = readTimes()
    if (!times) return part
    const isRepeatable = part.kind !== 'step' || part.step.kind === 'character'
    if (!isRepeatable || readTimes()) throw new RefusedPattern('syntax')
    return { kind: 'repeat', part, ...times }
  }

  /** A quantifier; whether it is greedy makes no difference to whether something is found. */
  function readTimes(): { readonly least: number; readonly most: number } | undefined {
    const times = plainTimes()
    if (times && source[at] === '?') at++
    return times
  }

  function plainTimes(): { readonly least: number; readonly most: number } | undefined {
    const most = Number.POSITIVE_INFINITY
    switch (source[at]) {
      case '*':
        at++
        return { least: 0, most }
      case '+':
        at++
        return { least: 1, most }
      case '?':
        at++
        return { least: 0, most: 1 }
      case '{':
        return readCounts()
      default:
        return undefined
    }
  }

  function readCounts(): { readonly least: number; readonly most: number } {
    const end = source.indexOf('}', at)
    const [, from, comma, to] = /^(\d{1,4})(,?)(\d{0,4})$/.exec(source.slice(at + 1, Math.max(at, end)).join('')) ?? []
    if (from === undefined) throw new RefusedPattern('syntax')
    at = end + 1
    const least = Number(from)
    const most = comma === '' ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to)
    if (least > most) throw new RefusedPattern('syntax')
    if (least > mostRepeats || (most !== Number.POSITIVE_INFINITY && most > mostRepeats))
      throw new RefusedPattern('too-long')
    return { least, most }
  }

  function atom(depth: number): Tree {
    const character = source[at++]!
    switch (character) {
      case '(':
        return group(depth)
      case '[':
        return { kind: 'step', step: { kind: 'character', accepts: set() } }
      case '.':
        return accepting((lower) => lower !== '\n')
      case '^':
        return { kind: 'step', step: { kind: 'start' } }
      case '$':
        return { kind: 'step', step: { kind: 'end' } }
      case '\\':
        if (source[at] === 'b' || source[at] === 'B')
          return { kind: 'step', step: { kind: 'edge', isNot: source[at++] === 'B' } }
        return escapedStep()
      case '*':
      case '+':
      case '?':
      case '{':
        throw new RefusedPattern('syntax')
      default:
        return accepting(exactly(character), character)
    }
  }

  function escapedStep(): Tree {
    const { accepts, exact } = escaped()
    return accepting(accepts, exact)
  }

  function group(depth: number): Tree {
    if (source[at] === '?') {
      // Naming a group changes nothing; anything else looks around or switches a mode.
      const [, opening] = /^(\?(?::|<[A-Za-z]\w*>))/.exec(source.slice(at, at + 40).join('')) ?? []
      if (opening === undefined) throw new RefusedPattern('unsupported')
      at += opening.length
    }
    const inside = either(depth + 1)
    if (source[at++] !== ')') throw new RefusedPattern('syntax')
    return inside
  }

  /** What follows a backslash; `exact`: the character that it is, if it is one. */
  function escaped(): { readonly accepts: Accepts; readonly exact?: string } {
    const character = source[at++]
    if (character === undefined) throw new RefusedPattern('syntax')
    const known = classes[character]
    if (known) return { accepts: testing(known) }
    if (/[1-9k]/.test(character)) throw new RefusedPattern('unsupported')
    if (character === 'p' || character === 'P') return { accepts: property(character === 'P') }
    const exact = controls[character] ?? character
    if (exact === character && /[A-Za-z0-9]/.test(character)) throw new RefusedPattern('unsupported')
    return { accepts: exactly(exact), exact }
  }

  function property(isNot: boolean): Accepts {
    const end = source.indexOf('}', at)
    const name = source[at] === '{' && end > at ? source.slice(at + 1, end).join('') : (source[at] ?? '')
    const known = ownValue(properties, name)
    if (!known) throw new RefusedPattern('unsupported')
    at = source[at] === '{' ? end + 1 : at + 1
    return testing(`\\${isNot ? 'P' : 'p'}{${known}}`)
  }

  function set(): Accepts {
    const isNot = source[at] === '^'
    if (isNot) at++
    const wanted: Accepts[] = []
    for (let isFirst = true; source[at] !== ']' || isFirst; isFirst = false) {
      if (at >= source.length) throw new RefusedPattern('syntax')
      wanted.push(ofSet())
    }
    at++
    return (lower, character) => wanted.some((accepts) => accepts(lower, character)) !== isNot
  }

  function ofSet(): Accepts {
    const first = memberOfSet()
    const isRange = source[at] === '-' && source[at + 1] !== ']' && source[at + 1] !== undefined
    if (!isRange) return first.accepts
    at++
    const last = memberOfSet()
    if (first.exact === undefined || last.exact === undefined) throw new RefusedPattern('syntax')
    const [from, to] = [first.exact.codePointAt(0)!, last.exact.codePointAt(0)!]
    if (from > to) throw new RefusedPattern('syntax')
    const isBetween = (one: string) => {
      const point = one.codePointAt(0)!
      return from <= point && point <= to
    }
    return (lower, character) => isBetween(lower) || isBetween(character) || isBetween(lower.toUpperCase())
  }

  function memberOfSet(): { readonly accepts: Accepts; readonly exact?: string } {
    const character = source[at++]!
    if (character === '\\') return escaped()
    return { accepts: exactly(character), exact: character }
  }
}

function accepting(accepts: Accepts, character?: string): Tree {
  const exact = character?.toLowerCase()
  // In lower case, a sigma depends on what is around it.
  const isSame = exact !== undefined && exact !== 'σ' && exact !== 'ς'
  return { kind: 'step', step: isSame ? { kind: 'character', accepts, exact } : { kind: 'character', accepts } }
}

function exactly(wanted: string): Accepts {
  const lowered = wanted.toLowerCase()
  return (lower) => lower === lowered
}

function testing(pattern: string): Accepts {
  const regExp = new RegExp(pattern, 'u')
  return (_, character) => regExp.test(character)
}

const classes: Readonly<Record<string, string | undefined>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[\\p{L}\\p{M}\\p{N}_]',
  W: '[^\\p{L}\\p{M}\\p{N}_]',
  s: '\\s',
  S: '\\S',
}

const controls: Readonly<Record<string, string | undefined>> = { t: '\t', n: '\n', r: '\r' }

/** By name, what JavaScript calls each. */
const properties: Readonly<Record<string, string | undefined>> = {
  L: 'L',
  Lu: 'Lu',
  Ll: 'Ll',
  N: 'N',
  Nd: 'Nd',
  P: 'P',
  S: 'S',
  Emoji: 'Extended_Pictographic',
}

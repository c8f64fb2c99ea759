import { parsePattern, type Step } from './parse-pattern.ts'

/**
 * A reader's pattern, compiled: whether it is somewhere in a text. False when the budget is used up before. `lower`: the text in lower
 * case, from callers that look for many patterns in it.
 */
export type LinearPattern = (text: string, budget?: Budget, lower?: string) => boolean

/** The steps that some searches may still take together: many patterns over a long text would block the server. */
export type Budget = { steps: number }

/** What compiling gives: the pattern, or why it is refused. */
export type CompiledPattern =
  | { readonly kind: 'pattern'; readonly matches: LinearPattern }
  | { readonly kind: 'refused'; readonly why: 'syntax' | 'unsupported' | 'too-long' }

/**
 * Compiles a regular expression that readers write. It ignores case, and takes time in proportion to the text, whatever the pattern: all
 * its alternatives are followed at once, one character after the other, so nothing is ever tried again. That rules out references back
 * and looking around, which are refused.
 */
export function compilePattern(source: string): CompiledPattern {
  const parsed = parsePattern(source)
  if (parsed.kind === 'refused') return parsed
  const { steps, required } = parsed
  const canBegin = beginnings(steps)
  return {
    kind: 'pattern',
    // Most texts lack a word that the pattern has to have, and looking for that is cheap.
    matches: (text, budget = { steps: Number.POSITIVE_INFINITY }, lower = text.toLowerCase()) =>
      required.every((each) => lower.includes(each)) && runs(steps, canBegin, text, budget),
  }
}

/** The answer for lower characters, which most texts consist of, is cached. */
const mostCached = 0x700

/** Whether a match can begin with a character, given by its UTF-16 unit; nearly all places of a text are passed over by this alone. */
function beginnings(steps: readonly Step[]): (unit: number) => boolean {
  const first: Extract<Step, { kind: 'character' }>[] = []
  let isEverywhere = false
  const seen = new Set<number>()
  const waiting = [0]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const step = steps[at]!
    if (step.kind === 'split') waiting.push(step.other, step.next)
    else if (step.kind === 'jump') waiting.push(step.next)
    else if (step.kind === 'character') first.push(step)
    else if (step.kind === 'match') isEverywhere = true
    // Where it may be is checked later.
    else waiting.push(at + 1)
  }
  // 0: not known yet, 1: no, 2: yes.
  const known = new Uint8Array(mostCached)
  return (unit) => {
    // Half of a character: looked at where it is whole.
    if (isEverywhere || (unit >= 0xd800 && unit <= 0xdfff)) return true
    const before = known[unit]
    if (before) return before === 2
    const character = String.fromCharCode(unit)
    const lower = character.toLowerCase()
    const can = first.some(({ accepts }) => accepts(lower, character))
    if (unit < mostCached) known[unit] = can ? 2 : 1
    return can
  }
}

function runs(steps: readonly Step[], canBegin: (unit: number) => boolean, text: string, budget: Budget): boolean {
  // One mark per step says at which place it was last added, so that each is followed once a character.
  const addedAt = new Int32Array(steps.length).fill(-1)
  let here: number[] = []
  let before = ''
  let place = 0
  let isFound = false

  const add = (into: number[], first: number, after: string): void => {
    const waiting = [first]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (addedAt[at] === place) continue
      addedAt[at] = place
      budget.steps -= 1
      const step = steps[at]!
      switch (step.kind) {
        case 'split':
          waiting.push(step.other, step.next)
          break
        case 'jump':
          waiting.push(step.next)
          break
        case 'start':
          if (before === '') waiting.push(at + 1)
          break
        case 'end':
          if (after === '') waiting.push(at + 1)
          break
        case 'edge':
          if ((isWordCharacter(before) !== isWordCharacter(after)) !== step.isNot) waiting.push(at + 1)
          break
        case 'match':
          isFound = true
          break
        case 'character':
          into.push(at)
      }
    }
  }

  add(here, 0, firstOf(text))
  for (let index = 0; index < text.length && !isFound && budget.steps > 0; ) {
    // Where nothing has begun, what can't begin anything is passed over.
    if (here.length === 0) while (index + 1 < text.length && !canBegin(text.charCodeAt(index + 1))) index++
    const character = characterAt(text, index)
    index += character.length
    const after = index < text.length ? characterAt(text, index) : ''
    place++
    before = character
    const there: number[] = here.length === 0 ? here : []
    if (here.length > 0) {
      const lower = character.toLowerCase()
      for (const at of here) {
        const step = steps[at]!
        budget.steps -= 1
        if (step.kind === 'character' && step.accepts(lower, character)) add(there, at + 1, after)
      }
    }
    // At the end only what needs no character can still match.
    if (after === '' || canBegin(after.charCodeAt(0))) add(there, 0, after)
    here = there
  }
  return isFound
}

function firstOf(text: string): string {
  return text === '' ? '' : characterAt(text, 0)
}

function characterAt(text: string, index: number): string {
  const unit = text.charCodeAt(index)
  if (unit < 0xd800 || unit > 0xdfff) return text[index]!
  return String.fromCodePoint(text.codePointAt(index)!)
}

/** Letters, digits and the underscore, of any script. */
export function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{M}\p{N}_]/u.test(character)
}

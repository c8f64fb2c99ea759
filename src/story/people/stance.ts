import { lightStem } from '../../core/text/stem.ts'
import { isNegation } from '../differences/contradicts.ts'
import type { Word } from '../words.ts'

/** A position for or against something in a statement. `target` is the stem of the thing, `modifiers` those of the words before it. */
export type Stance = {
  readonly polarity: 'for' | 'against'
  readonly verb: string
  readonly target: string
  /** The thing as written in the statement. */
  readonly targetWord: string
  readonly modifiers: readonly string[]
  readonly isConditional: boolean
}

const forVerbs =
  'need want support back favor favour prefer accept welcome endorse embrace approve demand urge advocate recommend'
const againstVerbs = 'oppose reject condemn denounce criticize criticise dismiss veto block scrap abandon refuse'
const goodWords = 'best good great acceptable necessary essential right vital important possible true needed welcome'
const badWords = 'worst bad unacceptable unnecessary wrong impossible false untrue ridiculous dangerous fake illegal'

const polarityOfVerb = new Map<string, 'for' | 'against'>([
  ...forVerbs.split(' ').map((verb) => [lightStem(verb), 'for'] as const),
  ...againstVerbs.split(' ').map((verb) => [lightStem(verb), 'against'] as const),
])
const polarityOfWord = new Map<string, 'for' | 'against'>([
  ...goodWords.split(' ').map((word) => [word, 'for'] as const),
  ...badWords.split(' ').map((word) => [word, 'against'] as const),
])

/** Words too vague to be the target of a stance. */
const emptyTargets = new Set(
  'way thing people time part lot one day year kind number end place fact idea work country nation government member person man woman question right life state president issue claim report statement comment'
    .split(' ')
    .map(lightStem),
)
const determiners = new Set(
  'a an the this that these those any some no my your his her its our their another every all more such each both'.split(
    ' ',
  ),
)
const boundaries = new Set(
  'while as if unless when because that which who whom where and or but so of in on at for to from with by about over under between until before after since than then is are was were be been being would will could should may might can must has have had do does did not'.split(
    ' ',
  ),
)

/**
 * Finds the stances in a statement by a short list of verbs with an adjacent object (`need a ceasefire`) and by judgments after `is` (`a
 * ceasefire was necessary`). High precision and low recall on purpose. A negation within six words reverses the stance; possibilities are
 * ignored.
 */
export function stancesOf(words: readonly Word[]): Stance[] {
  const stances: Stance[] = []
  words.forEach((word, index) => {
    const byVerb = polarityOfVerb.get(word.stem)
    if (byVerb && isVerbHere(words, index)) pushStance(stances, words, index, byVerb, objectAfter(words, index))
    if (/^(?:is|was|are|were)$/.test(word.text)) {
      const judgement = judgementAfter(words, index)
      if (judgement) pushStance(stances, words, index, judgement, subjectBefore(words, index))
    }
  })
  return stances
}

/** True when two stances take opposite sides on the same thing, under the same conditions. */
export function areOpposed(a: Stance, b: Stance): boolean {
  if (a.target !== b.target || a.polarity === b.polarity || a.isConditional !== b.isConditional) return false
  // `an immediate ceasefire` and `a ceasefire` are one thing; `a local ceasefire` and `a full ceasefire` are not.
  return (
    a.modifiers.length === 0 ||
    b.modifiers.length === 0 ||
    a.modifiers.some((modifier) => b.modifiers.includes(modifier))
  )
}

type Thing = { readonly target: string; readonly targetWord: string; readonly modifiers: readonly string[] }

function pushStance(
  stances: Stance[],
  words: readonly Word[],
  index: number,
  polarity: 'for' | 'against',
  thing: Thing | undefined,
): void {
  if (!thing || emptyTargets.has(thing.target) || thing.target.length < 3) return
  const before = words.slice(Math.max(0, index - 6), index)
  if (before.slice(-4).some((word) => /^(?:may|might|could|if|whether)$/.test(word.text))) return
  const after = words.slice(index + 1, index + 3)
  const negations =
    before.filter((word) => isNegation(word.text)).length +
    after.filter((word) => word.text === 'not' || word.text === 'no').length
  const turned = polarity === 'for' ? 'against' : 'for'
  const isConditional = words.slice(0, index).some((word) => /^(?:if|unless)$/.test(word.text))
  stances.push({
    polarity: negations % 2 === 1 ? turned : polarity,
    verb: words[index]?.text ?? '',
    ...thing,
    isConditional,
  })
}

/** `need`, `back` and `support` are verbs unless a determiner, preposition or adjective precedes. */
function isVerbHere(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.text
  if (before === undefined) return false
  if (/n't$/.test(before)) return true
  if (
    /^(?:i|you|he|she|it|we|they|who|to|not|never|also|always|still|really|obviously|clearly|strongly|fully|would|will|do|does|did|must|should|has|have|had|all|us|that)$/.test(
      before,
    )
  )
    return !/^(?:that|all|us)$/.test(before) || !determinerAfter(words, index)
  return /(?:ed|es|s)$/.test(words[index]?.text ?? '') && !determiners.has(before) && !/'s$/.test(before)
}

function determinerAfter(words: readonly Word[], index: number): boolean {
  const after = words[index + 1]?.text
  return after === undefined || boundaries.has(after)
}

/** The noun phrase right after the verb, up to a boundary; its last word is the thing. */
function objectAfter(words: readonly Word[], index: number): Thing | undefined {
  const phrase: Word[] = []
  for (let at = index + 1; at < words.length && phrase.length < 5; at++) {
    const word = words[at]
    const before = words[at - 1]
    if (!word || boundaries.has(word.text)) break
    // Words separated by punctuation are not one phrase.
    if (before && at > index + 1 && word.span.start - before.span.end > 1) break
    if (determiners.has(word.text)) {
      if (phrase.length > 0) break
      continue
    }
    phrase.push(word)
  }
  return thingOf(phrase)
}

/** The noun phrase right before the verb, back to a determiner or boundary. */
function subjectBefore(words: readonly Word[], index: number): Thing | undefined {
  const phrase: Word[] = []
  for (let at = index - 1; at >= 0 && phrase.length < 3; at--) {
    const word = words[at]
    const after = words[at + 1]
    if (!word || boundaries.has(word.text) || determiners.has(word.text) || word.isStop) break
    if (after && after.span.start - word.span.end > 1) break
    phrase.unshift(word)
  }
  return thingOf(phrase)
}

function thingOf(phrase: readonly Word[]): Thing | undefined {
  const content = phrase.filter((word) => !word.isStop)
  const head = content.at(-1)
  if (!head || phrase.at(-1) !== head || /ly$/.test(head.text) || /^\p{N}/u.test(head.text)) return undefined
  return { target: head.stem, targetWord: head.text, modifiers: content.slice(0, -1).map((word) => word.stem) }
}

function judgementAfter(words: readonly Word[], index: number): 'for' | 'against' | undefined {
  for (const word of words.slice(index + 1, index + 4)) {
    const polarity = polarityOfWord.get(word.text)
    if (polarity) return polarity
    if (
      !isNegation(word.text) &&
      !determiners.has(word.text) &&
      !/^(?:very|really|absolutely|completely|simply|quite)$/.test(word.text)
    )
      return undefined
  }
  return undefined
}

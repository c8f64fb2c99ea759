import { defined } from '../../core/defined.ts'
import { lightStem } from '../../core/text/stem.ts'
import { type Word, wordsOf } from '../words.ts'
import { pastFormsOf } from './past-forms.ts'

/** A promised act, in a form comparable with other sentences: `sign` + `the fishing treaty` + `with Sudland`. */
export type PromisedAct = {
  /** Plain form, lower case; with its particle: `step down`. */
  readonly verb: string
  readonly particle?: string
  readonly past: readonly string[]
  /** Stem of the object; absent for `resign`. */
  readonly head?: string
  /** Stems besides the head: `fishing`, and those after a preposition. */
  readonly others: ReadonlySet<string>
  /** `300 workers` */
  readonly count?: number
}

const preposition =
  /^(?:to|of|for|in|on|at|from|with|by|about|against|as|into|over|under|between|within|before|until|after|near|through|without)$/
const particles = new Set(['down', 'aside', 'out', 'up', 'off', 'back', 'in', 'over'])
const clauseBreak =
  /[,;:.?!—–“”"()]|\s(?:but|while|after|when|who|which|that|because|although|though|and (?:has|will|was|is|then))\s/u
/** Acts that need no object to be identified. */
const soleDeeds = new Set(['resign', 'quit', 'retire', 'apologize', 'apologise', 'abstain', 'step'])

/** Reads a promised act from its words, such as `sign the fishing treaty with Sudland`; undefined when there is no verb. */
export function readAct(content: string): PromisedAct | undefined {
  const words = wordsOf(content)
  const verb = words[0]?.text
  if (!verb || !/^\p{L}{2,}$/u.test(verb)) return undefined
  const second = words[1]?.text ?? ''
  const particle = particles.has(second) ? second : undefined
  const phrase = nounPhrase(content.slice(words[particle ? 1 : 0]?.span.end ?? 0))
  const head = phrase.head
  const rest = words
    .slice(particle ? 2 : 1)
    .filter(({ isStop, stem, text }) => !isStop && stem !== head && !isNumber(text))
  return {
    verb,
    ...defined({ particle: particle || undefined }),
    past: pastFormsOf(verb),
    ...defined({ head: head || undefined }),
    others: new Set(rest.map(({ stem }) => stem)),
    ...defined({ count: phrase.count }),
  }
}

/** True when words that follow a verb, such as `the fishing treaty in Sandvik on Friday`, are about the thing promised. */
export function isObjectOf(act: PromisedAct, after: string): boolean {
  const phrase = nounPhrase(after)
  if (act.head === undefined)
    return soleDeeds.has(act.verb) && (act.particle === undefined || wordsOf(after)[0]?.text === act.particle)
  if (phrase.head !== act.head || phrase.isOther) return false
  if (phrase.count !== undefined && act.count !== undefined && phrase.count < act.count) return false
  if (act.others.size === 0 || (act.count !== undefined && phrase.count === act.count)) return true
  const shared = wordsOf(clauseOf(after)).some(({ stem }) => act.others.has(stem))
  // `the treaty` without modifiers is the one mentioned before; `a rail treaty` may be another.
  return shared || (phrase.isDefinite && phrase.modifiers.length === 0)
}

/** Like `isActedOn`, but the thing may be in a nominalization of the verb: `the opening of the chip plant`, `the bridge report`. */
export function isAbout(act: PromisedAct, after: string): boolean {
  if (isObjectOf(act, after)) return true
  const phrase = nounPhrase(after)
  if (phrase.head === undefined || !isNominalOf(phrase.head, act)) return false
  const of = /\s(?:of|for)\s/.exec(clauseOf(after))
  return act.head === undefined || (of !== null && nounPhrase(after.slice(of.index + of[0].length)).head === act.head)
}

/** `opening` or `reopening` for `open`, `publication` for `publish`. */
function isNominalOf(stem: string, { verb }: PromisedAct): boolean {
  const root = lightStem(verb).slice(0, 6)
  return root.length >= 3 && stem.replace(/^re/, '').startsWith(root.replace(/^re/, '').slice(0, 5))
}

/** True when two commitments are to one act. */
export function isSameAct(a: PromisedAct, b: PromisedAct): boolean {
  if (lightStem(a.verb) !== lightStem(b.verb) || a.head !== b.head || a.particle !== b.particle) return false
  if (a.count !== undefined && b.count !== undefined && a.count !== b.count) return false
  if (a.head === undefined) return soleDeeds.has(a.verb)
  const smaller = Math.min(a.others.size, b.others.size)
  const shared = [...a.others].filter((stem) => b.others.has(stem)).length
  return smaller === 0 ? a.others.size === b.others.size : shared / smaller >= 0.6
}

type Phrase = {
  readonly head?: string
  readonly modifiers: readonly string[]
  readonly count?: number
  readonly isDefinite: boolean
  /** `another treaty`, `a similar one`: not the one mentioned before. */
  readonly isOther: boolean
}

/** The noun phrase at the start of some words, up to the first preposition or the end of the clause. */
function nounPhrase(text: string): Phrase {
  const words: Word[] = []
  const all = wordsOf(clauseOf(text))
  for (const [index, word] of all.entries()) {
    const isNextVerb = word.text === 'and' && /ed$/.test(all[index + 1]?.text ?? '')
    if (preposition.test(word.text) || isDay(word) || isNextVerb) break
    words.push(word)
  }
  const content = words.filter(({ isStop, text }) => !isStop && !isNumber(text))
  const numbers = words.flatMap(({ text }) => (isNumber(text) ? [Number(text)] : []))
  const head = content.at(-1)?.stem
  return {
    ...defined({ head }),
    modifiers: content.slice(0, -1).map(({ stem }) => stem),
    ...defined({ count: numbers[0] }),
    isDefinite: /^(?:the|its|his|her|their|that|this)$/.test(words[0]?.text ?? ''),
    isOther: words.some(({ text }) =>
      /^(?:another|other|different|similar|separate|second|no|part|half|draft)$/.test(text),
    ),
  }
}

function clauseOf(text: string): string {
  const stop = clauseBreak.exec(text)
  return stop ? text.slice(0, stop.index) : text
}

function isNumber(text: string): boolean {
  return /^\d[\d.]*$/.test(text)
}

function isDay({ text }: Word): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|last|late|early|again)$/.test(text)
}

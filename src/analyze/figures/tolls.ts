import { defined } from '../../core/defined.ts'
import type { Token } from '../grammar/parse.ts'

/** The words of a sentence around a number: `index` is the first of the number, `next` the first after it. */
export type NumberPlace = {
  readonly words: readonly Token[]
  readonly index: number
  readonly next: number
  /** The document's text, in which the words have their places. */
  readonly text: string
}

/** What a toll counts: `people killed`, with the noun where one is given. */
export type Toll = { readonly unit: string; readonly noun?: Token }

const people =
  /^(?:people|persons?|civilians?|soldiers?|children|child|residents?|passengers?|workers?|students?|officers?|troops|migrants?|refugees?|women|men|patients?|victims?|demonstrators?|protesters?|firefighters?|journalists?|hostages?|fans?|tourists?|employees?|staff|crew|pupils|teachers?|prisoners?|guests?|villagers?|foreigners?|others?)$/
/** Nouns that say no more than `people`. */
const anybody = /^(?:people|persons?|victims?|residents?|others?)$/
const linking =
  /^(?:were|was|are|is|been|be|have|has|had|being|feared|known|thought|understood|confirmed|reported|still|now|also|left|believed|remain|remained|more|others?)$/
const qualifiers =
  /^(?:at|least|more|than|about|around|nearly|almost|some|an|estimated|up|to|over|approximately|roughly|fewer|less|as|many)$/

const events: readonly (readonly [string, RegExp])[] = [
  ['killed', /^(?:killed|dead|died|deaths|fatalities|slain)$/],
  ['injured', /^(?:injured|wounded|hurt|injuries|injuring|wounding)$/],
  ['missing', /^(?:missing|unaccounted)$/],
  ['arrested', /^(?:arrested|detained|arrests)$/],
  ['evacuated', /^evacuated$/],
  ['displaced', /^(?:displaced|homeless)$/],
  ['rescued', /^(?:rescued)$/],
  ['infected', /^(?:infected|infections)$/],
]
const eventBefore = new Map([
  ['killing', 'killed'],
  ['killed', 'killed'],
  ['kills', 'killed'],
  ['injuring', 'injured'],
  ['injured', 'injured'],
  ['wounding', 'injured'],
  ['wounded', 'injured'],
  ['evacuating', 'evacuated'],
  ['evacuated', 'evacuated'],
  ['displacing', 'displaced'],
  ['displaced', 'displaced'],
  ['arrested', 'arrested'],
  ['detained', 'arrested'],
  ['rescued', 'rescued'],
])

/** What a bare number counts, when the words around it name a toll: `killed at least 12 people`, `12 people were killed`. */
export function tollAt(place: NumberPlace): Toll | undefined {
  const noun = place.words.slice(place.next, place.next + 3).find((word) => people.test(word.lower))
  const event = eventAfter(place) ?? eventBeforeNumber(place) ?? tollBefore(place)
  if (!event) return undefined
  const counted = noun && !anybody.test(noun.lower) ? noun.lower : 'people'
  return { unit: `${counted} ${event}`, ...defined({ noun }) }
}

function eventAfter(place: NumberPlace): string | undefined {
  const { words, next, text } = place
  const isWhole = isOfWhich(place)
  for (let at = next; at < Math.min(next + 7, words.length); at++) {
    const word = words[at]
    const before = words[at - 1]
    if (isWhole && /^(?:were|was|are|is|have|has|had)$/.test(word?.lower ?? '')) return undefined
    if (!word || !before || /[,;:.(–—]/.test(text.slice(before.end, word.start))) return undefined
    const event = events.find(([, pattern]) => pattern.test(word.lower))
    if (event) return event[0]
    if (!people.test(word.lower) && !linking.test(word.lower) && at > next && !isToBe(words, at)) return undefined
  }
  return undefined
}

/** `three of the 12 people were injured`: not 12 were. */
function isOfWhich({ words, index }: NumberPlace): boolean {
  const of = words[index - 1]?.lower === 'the' ? index - 2 : index - 1
  const part = words[of - 1]?.lower ?? ''
  return words[of]?.lower === 'of' && (/^\d/.test(part) || PART.test(part))
}

const PART =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|several|half|none|few|only|out|third|quarter)$/

/** The `to` of `are known to be hurt`; what is `to be evacuated` still lies ahead. */
function isToBe(words: readonly Token[], at: number): boolean {
  return (
    words[at]?.lower === 'to' &&
    /^(?:known|thought|understood|believed|feared|reported)$/.test(words[at - 1]?.lower ?? '')
  )
}

function eventBeforeNumber({ words, index }: NumberPlace): string | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const word = words[at]?.lower ?? ''
    const event = eventBefore.get(word)
    if (event) return event
    if (!qualifiers.test(word)) return undefined
  }
  return undefined
}

function tollBefore({ words, index }: NumberPlace): string | undefined {
  if (
    !/^(?:to|at|of|is|was|past|above|reached|least|reaches|hit|hits|stands|than)$/.test(words[index - 1]?.lower ?? '')
  )
    return undefined
  const before = words.slice(Math.max(0, index - 9), index).map((word) => word.lower)
  const at = before.lastIndexOf('toll')
  if (at < 0) return undefined
  return before[at - 1] === 'injury' ? 'injured' : 'killed'
}

import { inEveryLanguage } from '../../languages/all.ts'
import { outcomeKey } from '../differences/outcomes.ts'
import type { Word } from '../words.ts'
import type { Deed } from './deed.ts'
import { germanDeeds } from './german-deeds.ts'
import { pastFormsOf } from './past-forms.ts'
import { romanceDeeds } from './romance-deeds.ts'

/** `ستغلق`: the letter of what is to come, that of the person, and the verb. */
const FUTURE = /^س[يت](\p{L}{2,6})$/u
const PRESENT = /^[يت](\p{L}{2,6})$/u
/** Who plans does what the noun behind says, at once or with one between. */
const PLANS = /^(?:[يت]عتزم|[يت]نوي|[يت]خطط)$/u

/** `ستغلق`, `سوف تغلق`, `تعتزم إغلاق`; each with the past tense that it may have. */
function arabicDeeds(words: readonly Word[], at: number): Deed[] {
  const key = outcomeKey(words[at]!.text)
  const [next = '', afterNext = ''] = words.slice(at + 1, at + 3).map(({ text }) => outcomeKey(text))
  const root = (key === 'سوف' ? PRESENT.exec(next) : FUTURE.exec(key))?.[1]
  if (root !== undefined) return [deedOf(root)]
  if (!PLANS.test(key)) return []
  return [next, afterNext].flatMap((noun) => {
    // `إغلاق` is to `أغلق` what `اعتقال` is to `اعتقل`
    const verb = /^ا(\p{L}{2,5})ا(\p{L})$/u.exec(noun)
    return verb ? [deedOf(`${verb[1]}${verb[2]}`)] : []
  })
}

function deedOf(root: string): Deed {
  const hollow = root.replace(/^(\p{L})[وي](\p{L})$/u, '$1ا$2')
  const stems = [...new Set([root, hollow, `ا${root}`])]
  return { text: root, isPassive: false, done: stems.flatMap((stem) => [stem, `${stem}ت`, `${stem}وا`]) }
}

/** What follows is yet to come: `will`, and `to` behind one of these. */
const TO_COME = /^(?:will|would|shall|won't|wouldn't)$/
const AHEAD =
  /^(?:is|are|was|were|expected|set|due|about|plan|plans|planned|planning|scheduled|poised|prepar(?:es|ed|ing)|ready|likely|intends?|intended|agree[ds]?|decid(?:es|ed)|order(?:s|ed)|ask(?:s|ed)|want(?:s|ed)|vote)$/
/** `is also to close`, `will be closed` */
const BETWEEN = /^(?:be|also|now|not|soon|later|then|again|have|been|\p{L}+ly)$/u

/** What a wording tells as yet to come, in the languages that are read. */
function deedsToCome(words: readonly Word[]): Deed[] {
  const found: Deed[] = []
  for (const [at, { text }] of words.entries())
    if (/^\p{Script=Arabic}/u.test(text)) found.push(...arabicDeeds(words, at))
    else found.push(...englishDeeds(words, at), ...romanceDeeds(words, at), ...germanDeeds(words, at))
  return found
}

function englishDeeds(words: readonly Word[], at: number): Deed[] {
  const text = words[at]?.text ?? ''
  const leads = () => words.slice(Math.max(0, at - 2), at).some(({ text: before }) => AHEAD.test(before))
  if (!TO_COME.test(text) && !(text === 'to' && leads())) return []
  let verb = at + 1
  while (verb < at + 4 && BETWEEN.test(words[verb]?.text ?? '')) verb++
  const between = words.slice(at + 1, verb).map((word) => word.text)
  const deed = words[verb]?.text
  // `would have sunk`: it has not
  if (deed === undefined || between.includes('have')) return []
  const isPassive = between.includes('be')
  return [{ text: deed, isPassive, done: isPassive ? [deed] : pastFormsOf(deed) }]
}

/** What was tried, refused or threatened has not been done, in the languages that are read; each with what leads on to the deed. */
const SHORT_OF = inEveryLanguage(({ shortOf }) => shortOf).flat()

/**
 * Whether one of two wordings that are alike tells as done what the other tells as tried, refused, wanted or yet to come: `gunmen tried to seize
 * the station` and `gunmen seized the station`, `will restart` and `restarted`.
 */
export function isDoneInOne(a: readonly Word[], b: readonly Word[]): boolean {
  if (isShortOf(a) !== isShortOf(b)) return true
  const [inA, inB] = [deedsToCome(a), deedsToCome(b)]
  return isDoneIn(a, inA, b, inB) || isDoneIn(b, inB, a, inA)
}

function isShortOf(words: readonly Word[]): boolean {
  return words.some(({ text }, at) => {
    // in Arabic the one who tries stands between
    const next = words.slice(at + 1, at + (/^\p{Script=Arabic}/u.test(text) ? 4 : 2))
    return SHORT_OF.some(([verbs, link]) => verbs.test(text) && next.some((word) => link.test(word.text)))
  })
}

/** Whether what is yet to come in `ahead` has been done in `told`, where it is not yet to come, too. */
function isDoneIn(
  ahead: readonly Word[],
  coming: readonly Deed[],
  told: readonly Word[],
  comingToo: readonly Deed[],
): boolean {
  return coming.some((deed) => {
    const { text, isPassive, done, helper } = deed
    const isDone = ({ text: word }: Word) =>
      done.includes(word) || (ARABIC.test(word) && done.includes(outcomeKey(word)))
    if (!isPassive && ahead.some((word) => word.text !== text && isDone(word))) return false
    if (comingToo.some((other) => areOne(deed, other))) return false
    if (helper && !told.some((word) => helper.test(word.text))) return false
    return told.some((word, at) => isDone(word) && !isNow(told, at, isPassive))
  })
}

/** `will close`, `will be closed` */
function areOne(a: Deed, b: Deed): boolean {
  return a.text === b.text || a.done.some((form) => b.done.includes(form))
}

/** `is held on Monday` may be yet to come, too. */
function isNow(words: readonly Word[], at: number, isPassive: boolean): boolean {
  return isPassive && words.slice(Math.max(0, at - 2), at).some(({ text }) => HELPED.test(text))
}

const ARABIC = /^[\u0600-\u06ff]/
const HELPED = /^(?:is|are|be|being)$/

import { nth } from '../../core/nth.ts'
import { oncePerObject } from '../../core/once-per-object.ts'
import { inEveryLanguage } from '../../languages/all.ts'
import { outcomeKey } from '../differences/outcomes.ts'
import type { Word } from '../words.ts'
import type { Deed } from './deed.ts'
import { germanDeeds } from './german-deeds.ts'
import { pastFormsOf } from './past-forms.ts'
import { romanceDeeds } from './romance-deeds.ts'

/** `ستغلق`: the letter for the future, the one for the person, and the verb. */
const FUTURE = /^س[يت](\p{L}{2,6})$/u
const PRESENT = /^[يت](\p{L}{2,6})$/u
/** Verbs of planning; the noun of the act follows directly or after one word. */
const PLANS = /^(?:[يت]عتزم|[يت]نوي|[يت]خطط)$/u

/** `ستغلق`, `سوف تغلق`, `تعتزم إغلاق`; each with its possible past tense. */
function arabicDeeds(words: readonly Word[], at: number): Deed[] {
  const key = outcomeKey(nth(words, at).text)
  const [next = '', afterNext = ''] = words.slice(at + 1, at + 3).map(({ text }) => outcomeKey(text))
  const root = (key === 'سوف' ? PRESENT.exec(next) : FUTURE.exec(key))?.[1]
  if (root !== undefined) return [deedOf(root)]
  if (!PLANS.test(key)) return []
  return [next, afterNext].flatMap((noun) => {
    // `إغلاق` relates to `أغلق` as `اعتقال` to `اعتقل`
    const verb = /^ا(\p{L}{2,5})ا(\p{L})$/u.exec(noun)
    return verb ? [deedOf(`${verb[1]}${verb[2]}`)] : []
  })
}

function deedOf(root: string): Deed {
  const hollow = root.replace(/^(\p{L})[وي](\p{L})$/u, '$1ا$2')
  const stems = [...new Set([root, hollow, `ا${root}`])]
  return { text: root, isPassive: false, done: stems.flatMap((stem) => [stem, `${stem}ت`, `${stem}وا`]) }
}

/** What follows is in the future: `will`, and `to` after one of these. */
const TO_COME = /^(?:will|would|shall|won't|wouldn't)$/
const AHEAD =
  /^(?:is|are|was|were|expected|set|due|about|plan|plans|planned|planning|scheduled|poised|prepar(?:es|ed|ing)|ready|likely|intends?|intended|agree[ds]?|decid(?:es|ed)|order(?:s|ed)|ask(?:s|ed)|want(?:s|ed)|vote)$/
/** `is also to close`, `will be closed` */
const BETWEEN = /^(?:be|also|now|not|soon|later|then|again|have|been|\p{L}+ly)$/u

/** The future acts in a wording, in the supported languages. */
const deedsToCome = oncePerObject((words: readonly Word[]): Deed[] =>
  words.flatMap(({ text }, at) =>
    /^\p{Script=Arabic}/u.test(text)
      ? arabicDeeds(words, at)
      : [...englishDeeds(words, at), ...romanceDeeds(words, at), ...germanDeeds(words, at)],
  ),
)

function englishDeeds(words: readonly Word[], at: number): Deed[] {
  const text = words[at]?.text ?? ''
  const leads = () => words.slice(Math.max(0, at - 2), at).some(({ text: before }) => AHEAD.test(before))
  if (!TO_COME.test(text) && !(text === 'to' && leads())) return []
  let verb = at + 1
  while (verb < at + 4 && BETWEEN.test(words[verb]?.text ?? '')) verb++
  const between = words.slice(at + 1, verb).map((word) => word.text)
  const deed = words[verb]?.text
  // `would have sunk`: it didn't
  if (deed === undefined || between.includes('have')) return []
  const isPassive = between.includes('be')
  return [{ text: deed, isPassive, done: isPassive ? [deed] : pastFormsOf(deed) }]
}

/** What was tried, refused or threatened has not been done, in the languages that are read; each with what leads on to the deed. */
const SHORT_OF = inEveryLanguage(({ shortOf }) => shortOf).flat()

/**
 * Whether one of two similar wordings reports as done what the other reports as attempted, refused, wanted or planned: `gunmen tried to
 * seize the station` and `gunmen seized the station`, `will restart` and `restarted`.
 */
export function isDoneInOnlyOne(a: readonly Word[], b: readonly Word[]): boolean {
  if (isShortOf(a) !== isShortOf(b)) return true
  const [inA, inB] = [deedsToCome(a), deedsToCome(b)]
  return isDoneIn(a, inA, b, inB) || isDoneIn(b, inB, a, inA)
}

const isShortOf = oncePerObject((words: readonly Word[]): boolean =>
  words.some(({ text }, at) => {
    // in Arabic the subject may be between
    const next = words.slice(at + 1, at + (/^\p{Script=Arabic}/u.test(text) ? 4 : 2))
    return SHORT_OF.some(([verbs, link]) => verbs.test(text) && next.some((word) => link.test(word.text)))
  }),
)

/** Whether a future act in `planned` is done in `reported`, and not also in its future. */
function isDoneIn(
  planned: readonly Word[],
  coming: readonly Deed[],
  reported: readonly Word[],
  alsoComing: readonly Deed[],
): boolean {
  return coming.some((deed) => {
    const { text, isPassive, done, helper } = deed
    const isDone = ({ text: word }: Word) =>
      done.includes(word) || (ARABIC.test(word) && done.includes(outcomeKey(word)))
    if (!isPassive && planned.some((word) => word.text !== text && isDone(word))) return false
    if (alsoComing.some((other) => areOne(deed, other))) return false
    if (helper && !reported.some((word) => helper.test(word.text))) return false
    return reported.some((word, at) => isDone(word) && !isNow(reported, at, isPassive))
  })
}

/** `will close`, `will be closed` */
function areOne(a: Deed, b: Deed): boolean {
  return a.text === b.text || a.done.some((form) => b.done.includes(form))
}

/** `is held on Monday` may also be in the future. */
function isNow(words: readonly Word[], at: number, isPassive: boolean): boolean {
  return isPassive && words.slice(Math.max(0, at - 2), at).some(({ text }) => HELPED.test(text))
}

const ARABIC = /^[\u0600-\u06ff]/
const HELPED = /^(?:is|are|be|being)$/

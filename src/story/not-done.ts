import { pastFormsOf } from './past-forms.ts'
import type { Word } from './words.ts'

/** What was tried, refused or threatened has not been done, in the languages that are read; each with what leads on to the deed. */
const SHORT_OF: readonly (readonly [verbs: RegExp, link: RegExp])[] = [
  [
    /^(?:tried|tries|trying|attempt(?:s|ed|ing)?|refus(?:es|ed|ing)|declin(?:es|ed|ing)|fail(?:s|ed|ing)?|threaten(?:s|ed|ing)?|urg(?:es|ed|ing)|vow(?:s|ed|ing)?|pledg(?:es|ed|ing)|promis(?:es|ed|ing)|offer(?:s|ed|ing)?|want(?:s|ed|ing)?|hop(?:es|ed|ing))$/,
    /^to$/,
  ],
  [
    /^(?:tent(?:e|é|ait|ent)|essay(?:e|é|ait|ent)|menac(?:e|é|ait|ent)|refus(?:e|é|ait|ent)|promi(?:s|t|ettent))$/,
    /^de$|^d'/,
  ],
  [/^(?:failli|veut|veulent|voulait)$/, /^\p{L}+(?:er|ir|re|oir)$/u],
  [/^(?:versucht|versuchten?|weigert|weigerten?|droht|drohten?|verspricht|versprach)$/, /^(?:zu|sich)$/],
  [/^(?:intent(?:ó|a|aron)|quiere|quería|logró)$/, /^\p{L}+(?:ar|er|ir)$/u],
  [/^(?:trat(?:ó|a|aron)|amenaz(?:ó|a|aron)|prometi(?:ó|eron)|neg(?:ó|aron))$/, /^(?:de|con|a)$/],
  [/^(?:حاول|حاولت|يحاول|رفض|رفضت|هدد|هددت|تعهد|تعهدت|وعد|وعدت)$/, /^(?:أن|ب(?:ال|أن).*)$/u],
]
/** What follows is yet to come: `will`, and `to` behind one of these. */
const TO_COME = /^(?:will|would|shall|won't|wouldn't)$/
const AHEAD =
  /^(?:is|are|was|were|expected|set|due|about|plan|plans|planned|planning|scheduled|poised|prepar(?:es|ed|ing)|ready|likely|intends?|intended|agree[ds]?|order(?:s|ed)|ask(?:s|ed)|want(?:s|ed)|vote)$/
/** `is also to close`, `will be closed` */
const BETWEEN = /^(?:be|also|now|not|soon|later|then|again|have|been|\p{L}+ly)$/u
const HELPED = /^(?:is|are|be|being)$/

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
  const alike = new Set(comingToo.map(({ text }) => text))
  return coming.some(({ text, isPassive, done }) => {
    const isDoneToo = !isPassive && ahead.some((word) => word.text !== text && done.includes(word.text))
    if (isDoneToo || alike.has(text)) return false
    return told.some((word, at) => done.includes(word.text) && !isNow(told, at, isPassive))
  })
}

/** `is held on Monday` may be yet to come, too. */
function isNow(words: readonly Word[], at: number, isPassive: boolean): boolean {
  return isPassive && words.slice(Math.max(0, at - 2), at).some(({ text }) => HELPED.test(text))
}

/** A deed to come, with the forms that tell of it as done. */
type Deed = { readonly text: string; readonly isPassive: boolean; readonly done: readonly string[] }

function deedsToCome(words: readonly Word[]): Deed[] {
  return words.flatMap(({ text }, at): Deed[] => {
    const romance = romanceDeed(words, at)
    if (romance) return [romance]
    const leads = words.slice(Math.max(0, at - 2), at).some(({ text: before }) => AHEAD.test(before))
    if (!TO_COME.test(text) && !(text === 'to' && leads)) return []
    let verb = at + 1
    while (verb < at + 4 && BETWEEN.test(words[verb]?.text ?? '')) verb++
    const between = words.slice(at + 1, verb).map((word) => word.text)
    const deed = words[verb]?.text
    // `would have sunk`: it has not
    if (deed === undefined || between.includes('have')) return []
    const isPassive = between.includes('be')
    return [{ text: deed, isPassive, done: isPassive ? [deed] : pastFormsOf(deed) }]
  })
}

/** `doit voter`, `va a votar`: the infinitive stands behind. */
function romanceDeed(words: readonly Word[], at: number): Deed | undefined {
  const isFrench = /^(?:doit|doivent|va|vont|devrait|devraient|devra|devront|pourrait|pourraient)$/.test(
    words[at]?.text ?? '',
  )
  const isSpanish = /^(?:va|van|debe|deben|deberá|deberán|podría|podrían)$/.test(words[at]?.text ?? '')
  const text = words[at + (words[at + 1]?.text === 'a' ? 2 : 1)]?.text ?? ''
  const stem = text.slice(0, -2)
  const done: string[] = []
  if (isFrench && text.endsWith('er')) done.push(...['é', 'ée', 'és', 'ées'].map((end) => stem + end))
  if (isFrench && text.endsWith('ir')) done.push(...['i', 'ie', 'is', 'ies'].map((end) => stem + end))
  if (isFrench && text.endsWith('re')) done.push(...['u', 'ue', 'us', 'ues'].map((end) => stem + end))
  if (isSpanish && text.endsWith('ar')) done.push(...['ó', 'aron', 'ado', 'ada'].map((end) => stem + end))
  if (isSpanish && /[ei]r$/.test(text)) done.push(...['ió', 'ieron', 'ido', 'ida'].map((end) => stem + end))
  return done.length === 0 ? undefined : { text, isPassive: false, done }
}

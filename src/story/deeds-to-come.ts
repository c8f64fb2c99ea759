import { arabicDeeds } from './arabic-deeds.ts'
import type { Deed } from './deed.ts'
import { germanDeeds } from './german-deeds.ts'
import { pastFormsOf } from './past-forms.ts'
import { romanceDeeds } from './romance-deeds.ts'
import type { Word } from './words.ts'

/** What follows is yet to come: `will`, and `to` behind one of these. */
const TO_COME = /^(?:will|would|shall|won't|wouldn't)$/
const AHEAD =
  /^(?:is|are|was|were|expected|set|due|about|plan|plans|planned|planning|scheduled|poised|prepar(?:es|ed|ing)|ready|likely|intends?|intended|agree[ds]?|decid(?:es|ed)|order(?:s|ed)|ask(?:s|ed)|want(?:s|ed)|vote)$/
/** `is also to close`, `will be closed` */
const BETWEEN = /^(?:be|also|now|not|soon|later|then|again|have|been|\p{L}+ly)$/u

/** What a wording tells as yet to come, in the languages that are read. */
export function deedsToCome(words: readonly Word[]): Deed[] {
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

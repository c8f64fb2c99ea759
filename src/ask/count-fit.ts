import type { AskWord } from './ask-words.ts'
import type { Passage } from './passages.ts'
import type { Question } from './question.ts'
import { matchWords } from './word-match.ts'

const numberWord =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half|dozen|dozens|hundreds|thousands|third|quarter|no|none|single|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cinquante|soixante|cent|mille)\b|[٠-٩]|(?:واحد|اثنان|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر|مئة|ألف)/iu
const isNumber = new RegExp(`^(?:${numberWord.source})`, 'iu')
const money = /[$€£¥]|\b(?:dollars?|euros?|pounds?|crowns?|cents?|pence|francs?)\b|دولار|يورو|جنيه/i
const portion = /%|\bper ?cent\b|\bpoints?\b|\bhalf\b|\bthirds?\b|\bquarters?\b/i
const stretch =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|nights?|heures?|jours?|semaines?|mois|ans?)\b|\d[ -](?:minute|hour|day|week|month|year)/i
const length =
  /\b(?:miles?|feet|foot|inches|met(?:er|re)s?|kilomet(?:er|re)s?|km|yards?|acres?|tons?|pounds?|degrees|mph)\b/i
const age = /\b(?:aged?|\d{1,3}[ -]years?[ -]old|birthday|born|turn(?:s|ed|ing)? \d)\b|, \d{1,3}[,.]/i
const votes = /\b\d+\s?(?:[-–]|to)\s?\d+\b/
const asksVotes = /\b(?:by|how many) (?:what )?(?:votes?|margin)\b|\bwhat was the (?:vote|score|tally|margin)/i
const asksMoney =
  /\bhow much (?:money|did|does|do|was|is|will|would|has|have|had|were)\b|\b(?:price|sum|salary|fine|amount|fee|ransom|bail|reward|bonus|budget|cost|worth|insured)\b|\bhow expensive\b/i
const someone = /^(?:people|persons?|men|women|adults|children)$/
const month =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** So many words may stand between a number and what it counts. */
const reach = 4

/** How well a sentence has the number that is asked for, 0 to 1: of that unit, or beside the word for what is counted. */
export function countFit({ asked, terms }: Question, passage: Passage, text: string): number {
  if (!numberWord.test(text)) return 0
  const has = (pattern: RegExp) => pattern.test(asked.text)
  if (has(/\bhow old\b|\b(?:what|which) age\b|quel âge/i)) return age.test(text) ? 1 : 0
  if (has(/\bhow long\b|\b(?:jail|prison) (?:term|sentence)\b|\bhow many (?:minutes|hours|days|weeks|months|years)\b/i))
    return stretch.test(text) ? 1 : length.test(text) ? 0.6 : 0.1
  if (has(/\bhow (?:far|tall|high|deep|wide|big|large|heavy|fast)\b/i)) return length.test(text) ? 1 : 0.5
  if (has(asksVotes)) return votes.test(text) ? 1 : portion.test(text) ? 0.6 : 0.1
  if (has(asksMoney)) return money.test(text) ? 1 : portion.test(text) ? 0.5 : 0.1
  if (has(/\bhow much of\b|\bpercent(?:age)?\b|\bshare\b|\bproportion\b|\bfraction\b|pourcentage/i))
    return portion.test(text) ? 1 : 0.1
  const wanted = terms.filter(({ isAskedFor }) => isAskedFor)
  if (wanted.length === 0) return 0.8
  const counted = passage.words.filter((word, at) => isCount(word, passage.words[at - 1]))
  if (counted.length === 0) return 0.1
  if (isCounted(passage.words, ({ stem }) => wanted.some((term) => term.stem === stem || term.kin.has(stem)))) return 1
  // Whoever is asked for may be told of as people.
  if (isCounted(passage.words, ({ text: one }) => someone.test(one))) return 0.7
  return wanted.some((term) => matchWords(term, passage.stems) > 0) ? 0.4 : 0.2
}

/** True for a number that counts: neither `117th` nor `1998`, nor the day of `March 4`. */
function isCount({ text }: AskWord, before: AskWord | undefined): boolean {
  if (!isNumber.test(text) || /^\d+(?:st|nd|rd|th)$/.test(text)) return false
  return !/^(?:19|20)\d\d$/.test(text) && !(before !== undefined && month.test(before.text) && /^\d\d?$/.test(text))
}

/** True when a number stands before, or just after, the word for what is counted. */
function isCounted(words: readonly AskWord[], isWanted: (word: AskWord) => boolean): boolean {
  return words.some((word, at) => {
    if (!isWanted(word)) return false
    const from = Math.max(0, at - reach)
    return words.slice(from, at + 3).some((one, index) => isCount(one, words[from + index - 1]))
  })
}

import type { AskWord } from './ask-words.ts'
import type { Passage } from './passages.ts'
import type { Question, QuestionTerm } from './question.ts'
import { matchWords } from './word-match.ts'

const numberWord =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half|dozen|dozens|hundreds|thousands|third|quarter|no|none|single|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cinquante|soixante|cent|mille)\b|[٠-٩]|(?:واحد|اثنان|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر|مئة|ألف)/iu
const isNumber = new RegExp(`^(?:${numberWord.source})`, 'iu')
const money = /[$€£¥]|\b(?:dollars?|euros?|pounds?|crowns?|cents?|million|billion|trillion)\b/i
const portion = /%|\bper ?cent\b|\bpoints?\b|\bhalf\b|\bthirds?\b|\bquarters?\b/i
const stretch =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|nights?|heures?|jours?|semaines?|mois|ans?)\b|\d[ -](?:minute|hour|day|week|month|year)/i
const length =
  /\b(?:miles?|feet|foot|inches|met(?:er|re)s?|kilomet(?:er|re)s?|km|yards?|acres?|tons?|pounds?|degrees|mph)\b/i
const age = /\b(?:aged?|\d{1,3}[ -]years?[ -]old|birthday|born|turn(?:s|ed|ing)? \d)\b|, \d{1,3}[,.]/i
const votes = /\b\d+\s?(?:[-–]|to)\s?\d+\b/

/** So many words may stand between a number and what it counts. */
const reach = 5

/** How well a sentence has the number that is asked for, 0 to 1: of that unit, or beside the word for what is counted. */
export function countFit({ asked, terms }: Question, passage: Passage, text: string): number {
  if (!numberWord.test(text)) return 0
  const has = (pattern: RegExp) => pattern.test(asked.text)
  if (has(/\bhow old\b|\b(?:what|which) age\b|quel âge/i)) return age.test(text) ? 1 : 0
  if (has(/\bhow long\b|\bhow many (?:minutes|hours|days|weeks|months|years)\b/i))
    return stretch.test(text) ? 1 : length.test(text) ? 0.6 : 0.1
  if (has(/\bhow (?:far|tall|high|deep|wide|big|large|heavy|fast)\b/i)) return length.test(text) ? 1 : 0.5
  if (has(/\bby what (?:vote|margin)\b|\bwhat was the (?:vote|score|tally|margin)/i))
    return votes.test(text) ? 1 : portion.test(text) ? 0.6 : 0.1
  if (
    has(
      /\bhow much (?:money|did|does|do|was|is|will|would|has|have|had|were)\b|\bwhat (?:price|sum|salary|fine|amount)\b|\bhow expensive\b/i,
    )
  )
    return money.test(text) ? 1 : portion.test(text) ? 0.5 : 0.1
  if (has(/\bpercent(?:age)?\b|\bshare\b|\bproportion\b|\bfraction\b|pourcentage/i)) return portion.test(text) ? 1 : 0.1
  const wanted = terms.filter(({ isAskedFor }) => isAskedFor)
  if (wanted.length === 0) return 0.8
  return isCounted(wanted, passage.words) ? 1 : wanted.some((term) => matchWords(term, passage.stems) > 0) ? 0.6 : 0.2
}

/** True when a number stands before, or shortly after, the word for what is counted. */
function isCounted(wanted: readonly QuestionTerm[], words: readonly AskWord[]): boolean {
  return words.some((word, at) => {
    const isWanted = wanted.some(({ stem, kin }) => stem === word.stem || kin.has(word.stem))
    return isWanted && words.slice(Math.max(0, at - reach), at + 3).some(({ text }) => isNumber.test(text))
  })
}

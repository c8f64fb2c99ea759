import { nth } from '../core/nth.ts'
import { attributionFloor, type Quote } from '../core/quote.ts'
import { type AskWord, askWords, foldWord, stemOf } from './ask-words.ts'
import { type Passage, type PreparedArticle, stemPlaces } from './passages.ts'
import type { Question, QuestionSpeaker } from './question.ts'
import { synonymStems } from './synonyms.ts'
import { isMisspelling, matchWords, rootMatch } from './word-match.ts'

const numberWord =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half|dozen|dozens|hundreds|thousands|third|quarter|no|none|single|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cinquante|soixante|cent|mille)\b|[٠-٩]|(?:واحد|اثنان|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر|مئة|ألف)/iu
const isNumber = new RegExp(`^(?:${numberWord.source})`, 'iu')
/** Words that count only what comes next: `no members`. */
const isNone = /^(?:no|none|single|une?)$/
const money = /[$€£¥]|\b(?:dollars?|euros?|pounds?|crowns?|cents?|pence|francs?)\b|دولار|يورو|جنيه/i
const portion =
  /%|في المئة|بالمئة|بالمائة|في المائة|\bp(?:er|our) ?cent\b|\bpoints?\b|\bhalf\b|\bthirds?\b|\bquarters?\b/i
/** `Twenty minutes` or `several days`, but not `that day`. */
const stretch = new RegExp(
  `(?:${numberWord.source}|\\b(?:an?|few|several|many|couple of)\\b)[\\s-](?:\\p{L}+[\\s-])?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|nights?|heures?|jours?|semaines?|mois|ans?)\\b`,
  'iu',
)
const length =
  /\b(?:miles?|feet|foot|inches|met(?:er|re)s?|kilomet(?:er|re)s?|km|yards?|acres?|tons?|pounds?|degrees|mph)\b/i
const age =
  /\b(?:aged?|\d{1,3}[ -]years?[ -]old|birthday|born|turn(?:s|ed|ing)? \d)\b|, \d{1,3}[,.]|\b(?:i am|i['’]m|(?:s?he|who) (?:is|was)) \d{1,3}(?=[,.;”"’']|\s(?:and|when|now)\b)/i
const votes = /\b\d+\s?(?:[-–]|to)\s?\d+\b/
const times =
  /\b(?:once|twice|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|a dozen) times|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)) (?:\p{L}+ )?(?:time|visit|trip|attempt|term|win|victory|defeat|meeting|round|title)|(?:every|each|a|per) (?:day|week|month|year|hour)|daily|weekly|monthly|annually|fois)\b/iu
const asksLong =
  /\bhow long\b|\b(?:jail|prison) (?:term|sentence)\b|\bhow many (?:minutes|hours|days|weeks|months|years)\b/i
const asksVotes = /\b(?:by|how many) (?:what )?(?:votes?|margin)\b|\bwhat was the (?:vote|score|tally|margin)/i
const asksMoney =
  /\bhow much (?:money|did|does|do|was|is|will|would|has|have|had|were)\b|\b(?:price|sum|salary|fine|amount|fee|ransom|bail|reward|bonus|budget|cost|worth|insured)\b|\bhow expensive\b/i
/** Nouns that ask for a number of any unit: `to what level`. */
const measure =
  /^(?:levels?|rates?|numbers?|figures?|totals?|shares?|percentages?|sizes?|amounts?|scores?|distances?|heights?|speeds?|temperatures?|degrees?|extent|part|taux|nombre|niveau|chiffre)$/
const people = /^(?:people|persons?|men|women|adults|children)$/
const month =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** How many words may separate a number from what it counts. */
const reach = 4

/** How well a sentence gives the number asked for, 0 to 1: in the right unit, or next to the word for what is counted. */
function countFit({ asked, terms }: Question, passage: Passage, text: string): number {
  const has = (pattern: RegExp) => pattern.test(asked.text)
  if (has(/\bhow (?:often|many times)\b|\bcombien de fois\b/i))
    return times.test(text) ? 1 : hasCount(passage) ? 0.3 : 0
  const isLong = has(asksLong)
  if (isLong && stretch.test(text)) return 1
  if (!numberWord.test(text)) return 0
  if (isLong) return length.test(text) ? 0.6 : 0.1
  if (has(/\bhow old\b|\b(?:what|which) age\b|quel âge/i)) return age.test(text) ? 1 : 0
  if (has(/\bhow (?:far|tall|high|deep|wide|big|large|heavy|fast)\b/i)) return length.test(text) ? 1 : 0.5
  if (has(asksVotes) && votes.test(text)) return 1
  if (has(asksMoney)) return money.test(text) ? 1 : portion.test(text) ? 0.5 : 0.1
  if (
    has(
      /\bhow much of\b|\bpercent(?:age)?\b|\bshare\b|\bproportion\b|\bfraction\b|pourcentage|quelle part|(?:حصة|نسبة)/i,
    )
  )
    return portion.test(text) ? 1 : 0.1
  const wanted = terms.filter(({ isAskedFor, text: one }) => isAskedFor && !measure.test(one))
  const hasFigure = hasCount(passage)
  if (wanted.length === 0) return hasFigure ? 0.8 : 0.1
  if (isCounted(passage, ({ stem }) => wanted.some((term) => term.stem === stem || term.synonyms.has(stem)))) return 1
  if (!hasFigure) return 0.1
  // The sentence may call them simply people.
  if (isCounted(passage, ({ text: one }) => people.test(one))) return 0.7
  return wanted.some((term) => matchWords(term, passage.stems) > 0) ? 0.4 : 0.2
}

function hasCount({ words }: Passage): boolean {
  return words.some(({ text }, at) => isCount(words, at) && !isNone.test(text))
}

/** True for a number that counts something: not `117th`, not `1998`, not the day in `March 4` or `4 March`. */
function isCount(words: readonly AskWord[], at: number): boolean {
  const { text } = nth(words, at)
  if (!isNumber.test(text) || /^\d+(?:st|nd|rd|th)$/.test(text)) return false
  const isBesideMonth = [at - 1, at + 1].some((beside) => month.test(words[beside]?.text ?? ''))
  return !/^(?:19|20)\d\d$/.test(text) && !(isBesideMonth && /^\d\d?$/.test(text))
}

function reachOf({ text }: AskWord): number {
  return isNone.test(text) ? 2 : reach
}

/** Between a number and what it counts. */
const parting = /[,;:()–—]\s/
const inNumber = /^(?:number(?:s|ed|ing)?|nombre|total(?:s|ed|ing)?)$/

/** True when a number comes before, or just after, the word for what is counted, with no comma between. */
function isCounted({ words, article }: Passage, isWanted: (word: AskWord) => boolean): boolean {
  const { text } = article.article.document
  return words.some((word, at) => {
    if (!isWanted(word)) return false
    for (let before = at - 1; before >= 0 && at - before <= reach; before--)
      if (
        isCount(words, before) &&
        at - before <= reachOf(nth(words, before)) &&
        !parting.test(text.slice(nth(words, before).end, word.start))
      )
        return true
    const after = words.slice(at + 1, at + 1 + reach).some(({ text: one }) => inNumber.test(one)) ? reach + 1 : 2
    return words.slice(at, at + 1 + after).some((_, index) => isCount(words, at + index))
  })
}

const strongCause =
  /\b(?:because|due to|on grounds|grounds? that|to prevent|as a result|in response to|caused by|led to|prompted|so that|in order to|owing to|citing|thanks to|sparked|triggered|reason|the cause|in retaliation|in protest|for allegedly|on charges|accused of|accusing|stemming from|blamed|in an effort to|in a bid to|aimed at|arguing that|parce que|à cause|en raison|pour protester|afin de)\b|بسبب|لأن|نتيجة|احتجاج/iu
const weakCause =
  /\b(?:after|over|amid|since|following|for|to (?:help|prevent|protect|avoid|make|allow|keep|stop)|as|pour|après|car)\b|بعد|من أجل/iu
/** What somebody took for true, feared or wanted: the ground for what they did. */
const grounds = /\b(?:believing|thinking|assum(?:ed|ing)|mist(?:ook|aken)|(?:was|were|been) told|fear(?:ed|ing))\b/iu
const placeLike =
  /\b(?:in|at|near|outside|from|to|into|on|across|above|below|under|beside|behind|inside|off|à|en|au|près de|dans)\s+(?:the\s+|la\s+|le\s+)?\p{Lu}/u
const manner = /\b(?:by|through|via|using|with|en|par|avec)\s+\p{L}/iu

/** How well a sentence has the kind of thing asked for, 0 to 1: a person for who, a date for when, a figure in the right unit for how many. */
export function answerFit(question: Question, passage: Passage): number {
  switch (question.asked.sort) {
    case 'who':
      return whoFit(question, passage)
    case 'when':
      return whenFit(question, passage)
    case 'where':
      return whereFit(question, passage)
    case 'how-many':
      return countFit(question, passage, textOfPassage(passage))
    case 'why':
      return whyFit(textOfPassage(passage))
    case 'how':
      return manner.test(textOfPassage(passage)) ? 0.8 : 0.5
    case 'said':
      return saidFit(question, passage)
    case 'who-said':
      return wordsFit(question, passage)
    case 'yes-no':
      return possibleFit(question, textOfPassage(passage))
    case 'what':
      return 0.6
  }
}

function textOfPassage({ article, span }: Passage): string {
  return article.article.document.text.slice(span.start, span.end)
}

function whyFit(text: string): number {
  if (strongCause.test(text)) return 1
  return weakCause.test(text) || grounds.test(text) ? 0.55 : 0.15
}

/** Looks for a person or body that the question does not name. */
function whoFit({ terms, names }: Question, passage: Passage): number {
  const asked = new Set([...names.flat(), ...terms.map(({ text }) => text)])
  const office = terms.filter(({ isAskedFor, kind }) => isAskedFor && kind === 'word')
  let best = 0
  for (const { entity, form } of passage.mentions) {
    if (entity.kind === 'place') continue
    const words = entity.name.split(/[\s-]+/).map(foldWord)
    if (words.some((word) => asked.has(word))) continue
    // `Which judge` asks for a name that the article gives as a judge's.
    const isOther =
      entity.kind === 'person' &&
      office.length > 0 &&
      !office.some(({ text }) => isAmong(text, rolesOf(entity.id, passage.article)))
    best = Math.max(best, (entity.kind === 'person' ? 1 : 0.8) * (form === 'name' ? 1 : 0.6) * (isOther ? 0.7 : 1))
  }
  return best < unnamed && office.length === 0 && doneBy.test(textOfPassage(passage)) ? unnamed : best
}

/** Somebody without a name who did it: `found by a ploughman`. */
const doneBy =
  /\p{L}(?:ed|en|wn|ght|und|ung|eld|old|ade|lt|ept|ent) by (?:an?|two|three|four|five|some|several) \p{Ll}/u
const unnamed = 0.6

const asksClock = /\b(?:what|which) (?:exact )?(?:time|hour)\b/i
const asksYear = /\b(?:what|which) (?:\p{L}+ )?(?:years?|decades?|century)\b/iu
const yearWritten = /\b(?:1[5-9]|20)\d\d\b|\d0s\b/

function whenFit({ asked }: Question, { times, article }: Passage): number {
  const { text } = article.article.document
  const [isYear, isClock] = [asksYear.test(asked.text), asksClock.test(asked.text)]
  let best = 0
  for (const { kind, value, span } of times) {
    // `On Monday` is neither a year nor an hour.
    if (isYear && !yearWritten.test(text.slice(span.start, span.end))) continue
    if (isClock && kind !== 'time') continue
    if (kind === 'time' || (kind === 'date' && /^\d{4}-(?:\d\d-\d\d|W)/.test(value))) return 1
    if (kind === 'date') best = Math.max(best, 0.85)
    else best = Math.max(best, 0.35)
  }
  return best
}

function whereFit({ terms, names }: Question, passage: Passage): number {
  const asked = new Set([...names.flat(), ...terms.map(({ text }) => text)])
  const isNew = (name: string) => !name.split(/[\s-]+/).every((word) => asked.has(foldWord(word)))
  // `To which jail` asks for one that the sentence calls a jail.
  const building = terms.filter(({ isAskedFor, kind, text }) => isAskedFor && kind === 'word' && !widePlace.test(text))
  const isOther = building.length > 0 && !building.some((term) => matchWords(term, passage.stems) >= rootMatch)
  if (passage.mentions.some(({ entity }) => entity.kind === 'place' && isNew(entity.name))) return isOther ? 0.7 : 1
  // In `which park` or `to which jail`, the answer may be a name that was not read as a place.
  const isNamed = passage.mentions.some(({ entity, form }) => form === 'name' && isNew(entity.name))
  if (isNamed && terms.some(({ isAskedFor }) => isAskedFor)) return building.length === 0 ? 0.8 : isOther ? 0.5 : 1
  return placeLike.test(textOfPassage(passage)) ? 0.7 : 0
}

/** Words for places that are rarely written beside the name of one. */
const widePlace =
  /^(?:cit(?:y|ies)|towns?|villages?|countr(?:y|ies)|nations?|states?|count(?:y|ies)|provinces?|regions?|districts?|places?|parts?|areas?|continents?|villes?|pays|régions?)$/

function saidFit(question: Question, passage: Passage): number {
  if (question.speaker === undefined) return passage.quotes.some(isAttributed) ? 1 : 0.3
  if (passage.quotes.some((quote) => isBy(quote, question, passage))) return 1
  return 0
}

/** How many of the question's words are in a quotation with a known speaker, 0 to 1. */
function wordsFit({ terms }: Question, { quotes, words }: Passage): number {
  let best = 0
  for (const quote of quotes) {
    if (!isAttributed(quote)) continue
    const said = stemPlaces(words.filter(({ start, end }) => start >= quote.span.start && end <= quote.span.end))
    const matched = terms.reduce((sum, term) => sum + matchWords(term, said), 0)
    best = Math.max(best, 0.3 + 0.7 * Math.min(1, matched / Math.max(1, 0.7 * terms.length)))
  }
  return best
}

const possible =
  /\b(?:if|could|may|might|would|faces?|facing|possible|possibly|potential|potentially|maximum|up to|likely|threat(?:en|ens|ened)?|consider(?:s|ed|ing)?|whether|unless)\b/i
const denied = /\b(?:not|never|no|n't|without|denied|denies|rejected|refused|declined|none|neither)\b|n['’]t\b/i
const asksPossible =
  /\b(?:if|could|may|might|would|will|can|going to|expected|supposed|due|face|facing|likely|plan|plans|planning|want|wants|should|risk|possible|next)\b/i

/** Whether something could be is answered by what may be, or cannot. */
function possibleFit({ asked }: Question, text: string): number {
  if (!/^(?:could|can|may|might)\b/i.test(asked.text)) return 0.9
  return possible.test(text) || /\b(?:can(?:not|['’]t)?|risk|chance|danger|able|no way)\b/i.test(text) ? 1 : 0.6
}

/** 1 where a sentence states a fact, less where it denies, or only considers possible, what the question assumes. */
export function factFit({ asked }: Question, passage: Passage): number {
  if (asked.sort === 'yes-no' || asked.sort === 'said' || asked.sort === 'who-said') return 1
  const text = textOfPassage(passage)
  if (denied.test(text) && !denied.test(asked.text)) return 0.3
  return possible.test(text) && !asksPossible.test(asked.text) ? 0.5 : 1
}

const supposed = /\b(?:if|might|could|should|would|may|whether|unless|will)\b/i
const asksHappened = /\b(?:did|was|were|has|had)\b/i
const asksSupposed = /\b(?:will|would|could|may|might|can|should|must|going|supposed|due)\b/i

/** True where the question asks about the past and the sentence speaks of what may, should or will happen. */
export function isSupposed({ asked }: Question, passage: Passage): boolean {
  return asksHappened.test(asked.text) && !asksSupposed.test(asked.text) && supposed.test(textOfPassage(passage))
}

/** True where the question asks about what happened, and the sentence says it only may have, or would, and did not. */
export function isContrary(question: Question, passage: Passage): boolean {
  return isSupposed(question, passage) && factFit(question, passage) < 1
}

/** The quotation in a sentence that answers best: by the speaker asked about, if any, otherwise the most certain and then the longest. */
export function bestQuote(question: Question, passage: Passage): Quote | undefined {
  return surestOf(
    passage.quotes.filter((quote) => (question.speaker ? isBy(quote, question, passage) : isAttributed(quote))),
  )
}

/** Of a sentence's quotations with a known speaker, the most certain and then the longest. */
export function surestQuote({ quotes }: Passage): Quote | undefined {
  return surestOf(quotes.filter(isAttributed))
}

function surestOf(quotes: readonly Quote[]): Quote | undefined {
  return quotes.toSorted(
    (a, b) =>
      Number(b.pattern === 'label') - Number(a.pattern === 'label') ||
      b.confidence - a.confidence ||
      lengthOf(b) - lengthOf(a),
  )[0]
}

function lengthOf({ span }: Quote): number {
  return span.end - span.start
}

/** How many characters around a name may describe the person: `Lee's attorney, Ruth Friedman`, `Ross, the commerce secretary`. */
const besideName = 50

/** True when the speaker is known with enough confidence. */
function isAttributed({ speaker, confidence, pattern }: Quote): boolean {
  return speaker !== undefined && pattern !== 'none' && confidence >= attributionFloor
}

/**
 * True when the quotation is, with enough confidence, by the speaker the question names, or by somebody with that role written next to the
 * name.
 */
function isBy(quote: Quote, { speaker: asked, terms }: Question, { article }: Passage): boolean {
  if (asked && isWrittenAs(quote, asked, article)) return true
  if (!asked || !quote.speaker || !isAttributed(quote)) return false
  const words = quote.speaker.name.split(/[\s-]+/).map(foldWord)
  const mayBeSlip = (word: string) => terms.some(({ text, isUnknown }) => text === word && isUnknown)
  const has = (word: string) => words.some((other) => other === word || (mayBeSlip(word) && isMisspelling(other, word)))
  const { name, role } = asked
  if (name.length > 0) {
    const last = name.at(-1) as string
    if (has(last) && (name.length === 1 || words.length === 1 || name.filter(has).length >= 2)) return true
  }
  const wanted = role.length > 0 ? role : name
  const [head] = wanted.slice(-1)
  if (head === undefined || quote.speaker.kind === 'place') return false
  const roles = rolesOf(quote.speaker.id, article)
  const isRole = (word: string) => isAmong(word, roles) || has(word)
  return isRole(head) && wanted.filter(isRole).length >= wanted.length / 2
}

/** How many characters before a source may tell whose or which it is: `Aldmere` before `police`. */
const beforeSource = 20

/** True when a source that is no known name is the one asked for: `Aldmere police`, but not a lawyer for them. */
function isWrittenAs(
  { source, speaker, pattern }: Quote,
  { name, role }: QuestionSpeaker,
  { article }: PreparedArticle,
): boolean {
  if (source === undefined || speaker !== undefined || pattern === 'none') return false
  const [wanted, { text }] = [(role.length > 0 ? role : name).map(stemOf), article.document]
  const written = askWords(text.slice(Math.max(0, source.start - beforeSource), source.end)).map(({ stem }) => stem)
  const isAnothers = written.some((word) => (word === 'for' || word === 'of') && !wanted.includes(word))
  return !isAnothers && written.at(-1) === wanted.at(-1) && wanted.every((word) => written.includes(word))
}

function isAmong(word: string, roles: ReadonlySet<string>): boolean {
  const stem = stemOf(word)
  if (roles.has(stem)) return true
  // `spokesman`, `spokeswoman` and `spokesperson` are one role.
  const neutral = stem.replace(/(?:man|woman|person)$/, '')
  if (neutral !== stem && neutral.length > 3)
    return [...roles].some((one) => one.replace(/(?:man|woman|person)$/, '') === neutral)
  return [...synonymStems(stem)].some(([kin, worth]) => worth > 0.5 && roles.has(kin))
}

const known = new WeakMap<PreparedArticle, Map<string, ReadonlySet<string>>>()

/** Stems of the words an article writes next to a person's name: before it, or after a comma. */
function rolesOf(id: string, text: PreparedArticle): ReadonlySet<string> {
  const ofText = known.get(text) ?? new Map<string, ReadonlySet<string>>()
  known.set(text, ofText)
  const found = ofText.get(id)
  if (found) return found
  const { document, annotations } = text.article
  const stems = new Set<string>()
  for (const { entity, role, form, span } of annotations.mentions?.items ?? []) {
    if (entity.id !== id || form === 'pronoun') continue
    const before = document.text.slice(Math.max(0, span.start - besideName), span.start)
    const after = document.text.slice(span.end, span.end + besideName)
    // In `the judge, a Reyd appointee` the judge is somebody else.
    const marks = /,\s+an?\s+$/.test(before) ? '.,;:"“”\n!?' : '.;:"“”\n!?'
    const parts = [
      before.slice(Math.max(...[...marks].map((mark) => before.lastIndexOf(mark))) + 1),
      /^,\s*([^,.;:"“”\n]*)/.exec(after)?.[1] ?? '',
      role === undefined ? '' : document.text.slice(role.start, role.end),
      form === 'role' ? document.text.slice(span.start, span.end) : '',
    ]
    for (const { stem } of parts.flatMap((part) => askWords(part))) stems.add(stem)
  }
  ofText.set(id, stems)
  return stems
}

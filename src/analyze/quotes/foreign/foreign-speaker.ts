import type { Entity } from '../../../core/annotation.ts'
import type { Span } from '../../../core/span.ts'
import { type ArabicNames, arabicNames } from '../../names/arabic-names.ts'
import { entityId } from '../../names/people.ts'
import { hasOwnSubject, isSaidByOther, isSetAside, isWho } from './foreign-clauses.ts'
import type { ForeignCues } from './foreign-cues.ts'
import { type Named, nameReader } from './foreign-names.ts'

/** Whom the words beside a quotation name: a person, the one who was named before, or nobody that we could tell. */
export type Subject =
  | { readonly kind: 'person'; readonly speaker: Entity; readonly source: Span }
  | { readonly kind: 'earlier' }
  | { readonly kind: 'nobody'; readonly source?: Span }

/** The words of a report beside a quotation. */
export type Report = {
  readonly cue?: Span
  readonly subject: Subject
  /** The verb is known by its shape alone. */
  readonly isByShape?: true
}

/** Reads reports in the text around a quotation, and the person whom a sentence is about. */
export type ReportReader = {
  /** `», a déclaré X`: from the end of a quotation to the end of its clause. */
  readonly after: (span: Span) => Report | undefined
  /** `X a déclaré : «`, `selon X, «`: from the start of a clause to a quotation. */
  readonly before: (span: Span) => Report | undefined
  /** The one person whom a sentence names; undefined for none. */
  readonly about: (span: Span) => Entity | 'several' | undefined
}

const NOBODY: Subject = { kind: 'nobody' }
const EARLIER: Subject = { kind: 'earlier' }
/** Verbs of several people: no one person before is meant. */
const PLURAL =
  /^(?:ont|avaient|han|habían)(?!\p{L})|(?:ron|ían|ten|وا)$|^(?:dicen|sagen|disent|affirment|assurent|cuentan|aseguran|explican)$/iu

/** `X affirme que le ministre lui a dit`, `X sagt, der Minister habe gesagt`: between a name and the verb somebody else comes in. */
const OTHER_SUBJECT =
  /(?<!\p{L})(?:(?:que|qu['’])\s?(?:le|la|les|l['’]|une?|son|sa|ses|leurs?|el|los|las|su|sus)\s?\p{Ll}+|(?:dass|ob)\s(?:der|die|das|ein|eine|sein|seine|ihr|ihre)\s\p{Lu})|,\s(?:der|ein|eine|sein|seine|ihre?|dessen|deren)\s\p{Lu}\p{L}+\s(?:habe|hätte|hat)(?!\p{L})/u

/** `X raconte qu’un collègue lui avait glissé : «`: whom that verb is of says it. */
const OTHER_SAYS =
  /(?<!\p{L})(?:que|qu['’])\s?(?:le|la|les|l['’]|une?|son|sa|ses|el|los|las|su|sus)\s?[^,;:]{2,40}?(?<!\p{L})(?:(?:lui|leur|nous|m['’]|l['’])\s?(?:a|ont|avait|avaient|aurait)\s\p{L}+|(?:le|les|me|nos)\s(?:(?:ha|han|había|habían)\s\p{L}+(?:ado|ido|cho)|\p{L}+(?:ó|aron|ieron)))\s*:\s*$|,\s(?:der|die|ein|eine|seine?|ihre?)\s\p{Lu}\p{L}+\s(?:habe|hätte)\s(?:ihm|ihr|ihnen|mir|uns)\s\p{L}+\s*:\s*$/u

/** `a dit un homme, selon X`, `témoigne un marin que X a repêché`, `bezeichnet, sagte X`: a name that hangs on other words behind the verb. */
const FURTHER =
  /^\s*,|,\s*(?:selon|d['’]après|según|laut|nach|wie|comme|como)(?!\p{L})|(?<!\p{L})(?:que|dont|qu['’]|(?:a|al|à) (?:quien|qui|los que|las que))(?!\p{L})/u

/** `a confié le maire à son adjointe X`: whom it is said to. */
const HEARER =
  /(?<!\p{L})(?:à|a|zu|gegenüber|mit|avec|con|devant|ante|vor)\s+(?:son|sa|ses|su|sus|seine[mr]|ihre[mr])\s+[\p{L}-]+\s+$/u

/** `X, et non Y, qui a dit` */
const NOT_THIS = /(?<!\p{L})(?:et non(?: pas)?|y no|und nicht|nicht)\s+$/u

/** The one before, when the verb is that of one person. */
function earlier(cue: string): Subject {
  return PLURAL.test(cue.trim()) ? NOBODY : EARLIER
}

function person({ name, span }: Named): Extract<Subject, { kind: 'person' }> {
  return { kind: 'person', speaker: entityOf(name), source: span }
}

function entityOf(name: string): Entity {
  return { id: entityId('person', name), kind: 'person', name }
}

/** The reader for a document in a language. */
export function reportReader(text: string, language: string, cues: ForeignCues): ReportReader {
  return /^ar\b/i.test(language) ? arabicReports(text, cues) : latinReports(text, cues)
}

/** What follows a verb that is only known by its shape: a pronoun, an article or a name. */
const NOUN_PHRASE = String.raw`\s+(?:er|sie|der|die|das|ein|eine|le|la|les|un|une|son|sa|el|los|las|una|su|don|doña|il|elle)(?!\p{L})|\s+l['’]|\s+\p{Lu}`
/** What follows a verb without its subject. */
const NO_SUBJECT = String.raw`\s*(?:[.,;:—–)]|$)|\s+(?:en|ante|tras|durante|al|con|por|hoy|ayer|este|esta|desde|según|sobre|y|a|que)(?!\p{L})`

function latinReports(text: string, cues: ForeignCues): ReportReader {
  const names = nameReader(text, cues)
  const { verbs, verbShape, accordingTo, accordingAfter, pronouns, dropsSubject } = cues
  const hyphen = String.raw`(?:l['’])?a-t-(?:il|elle) \p{L}+|(?:s['’]|se )?\p{Ll}{2,}-(?:t-)?(?:il|elle)`
  const clitic = '(?:(?:le|lui|se|les|nous|sich) )?'
  const after = new RegExp(
    String.raw`^(?<sign>[\s,–—-]{0,4})${clitic}(?:(?<grown>${hyphen})(?![\p{L}-])|(?<according>${accordingTo})(?!\p{L})|(?<verb>${verbs})(?![\p{L}-])|(?<shape>${verbShape})(?=${NOUN_PHRASE}${dropsSubject ? `|${NO_SUBJECT}` : ''}))`,
    'du',
  )
  const isPronoun = new RegExp(String.raw`^\s+(?:sich\s+)?(?:${pronouns})(?!\p{L})`, 'iu')
  const endsWithPronoun = new RegExp(String.raw`(?<!\p{L})(?:${pronouns})\s+(?:\p{Ll}+\s+)?$`, 'iu')
  const isImpersonal = /^\s+(?:es|on|ils|elles|ellos|ellas)(?!\p{L})/iu
  const endsImpersonal = /(?<!\p{L})(?:es|on|ils|elles|ellos|ellas|man|se)\s+(?:\p{Ll}+\s+)?$/iu
  const hasNoSubject = new RegExp(`^(?:${NO_SUBJECT})`, 'u')
  const verb = new RegExp(String.raw`(?<![\p{L}’'-])(?:(?<grown>${hyphen})|${verbs})(?![\p{L}-])`, 'gdiu')
  const source = new RegExp(
    String.raw`(?<![\p{L}])(?:(?<to>${accordingTo})\s|(?<after>${accordingAfter})(?!\p{L}))`,
    'gdiu',
  )
  /** Words for a purpose too (`pour`, `para`, `für`): only at the very start of a clause do they name a source. */
  const isLoose = /^(?:pour|para|für)$/iu

  const subjectAfter = (cue: Span, to: number): Subject => {
    const from = cue.end
    const rest = text.slice(from, to)
    if (isImpersonal.test(rest)) return NOBODY
    if (isPronoun.test(rest)) return earlier(text.slice(cue.start, cue.end))
    const named = names({ start: from, end: to }).find(({ isOther }) => !isOther)
    const lead = named && text.slice(from, named.span.start)
    const isFurther = lead !== undefined && (FURTHER.test(lead) || HEARER.test(lead))
    if (named && !isFurther && named.span.start - from < 100) return person(named)
    if (dropsSubject && hasNoSubject.test(rest)) return earlier(text.slice(cue.start, cue.end))
    const words = /^\s+((?:[\p{L}\p{M}’'-]+\s?){1,6})/u
      .exec(rest)?.[1]
      ?.trimEnd()
      .replace(/ (?:mit|an|zu|hinzu|ein|fest)$/u, '')
    if (!words) return NOBODY
    const start = from + rest.indexOf(words)
    return { kind: 'nobody', source: { start, end: start + words.length } }
  }

  /** `Selon X, Y a dit : «`: X tells what Y said. */
  const saysThemselves = (clause: string, from: number): boolean => {
    const rest = clause.slice(from)
    const told = [...rest.matchAll(verb)].at(-1)
    if (told === undefined || !/^[\s,:]*$/.test(rest.slice(told.index + told[0].length))) return false
    return /^\s*,\s*\p{Lu}/u.test(rest) || hasOwnSubject(rest.slice(0, told.index), '')
  }

  return {
    after: ({ start, end }) => {
      const match = after.exec(text.slice(start, end))
      const groups = match?.indices?.groups
      if (!match || !groups) return undefined
      const isBare = !/[,–—-]/.test(match.groups?.sign ?? '') && !/[,!?…]/.test(text[start - 2] ?? '')
      if (isBare && groups.shape) return undefined
      const at = (groups.grown ?? groups.according ?? groups.verb ?? groups.shape) as [number, number]
      const cue = { start: start + at[0], end: start + at[1] }
      if (groups.grown) return { cue, subject: EARLIER }
      return { cue, subject: subjectAfter(cue, end), ...(groups.shape ? { isByShape: true } : {}) }
    },

    before: ({ start, end }) => {
      const clause = text.slice(start, end)
      if (isSaidByOther(clause)) return { subject: NOBODY }
      const isColon = /:\s*$/.test(clause)
      const people = names({ start, end }).filter(({ isOther }) => !isOther)
      const told = [...clause.matchAll(source)].at(-1)
      const toldAt = told?.indices?.groups?.to ?? told?.indices?.groups?.after
      if (told && toldAt && (!isLoose.test(told.groups?.to ?? '') || clause.slice(0, toldAt[0]).trim() === '')) {
        const cue = { start: start + toldAt[0], end: start + toldAt[1] }
        const all = names({ start, end })
        const named = told.groups?.to
          ? all.find(
              ({ span, isOther }) =>
                span.start >= cue.end && span.start - cue.end < 80 && (!isOther || span.start - cue.end < 2),
            )
          : all.findLast(({ span }) => span.end <= cue.start && cue.start - span.end < 3)
        if (named && !saysThemselves(clause, named.span.end - start)) return { cue, subject: person(named) }
      }
      const last = [...clause.matchAll(verb)].at(-1)
      if (!last) {
        if (!isColon) return undefined
        return { subject: one(people) ?? NOBODY }
      }
      const cue = { start: start + last.index, end: start + last.index + last[0].length }
      if (last.groups?.grown) return { cue, subject: EARLIER }
      // `Dank X, so eine Anwohnerin, „…“`: whoever stands behind
      if (/^so$/i.test(last[0])) return { cue, subject: subjectAfter(cue, end) }
      if (endsImpersonal.test(text.slice(start, cue.start)) || isImpersonal.test(text.slice(cue.end, end)))
        return { cue, subject: NOBODY }
      if (isPronoun.test(text.slice(cue.end, end)) || endsWithPronoun.test(text.slice(start, cue.start)))
        return { cue, subject: earlier(last[0]) }
      if (isSetAside(clause, cue.end - start)) return { cue, subject: NOBODY }
      const who = names({ start, end }).findLast(
        ({ span }) => span.end <= cue.start && !NOT_THIS.test(text.slice(start, span.start)),
      )
      if (who && isWho(text.slice(who.span.end, cue.start))) return { cue, subject: person(who) }
      const left = people.filter(({ span }) => span.end <= cue.start)
      const nearest = left.at(-1)
      if (
        nearest &&
        (hasOwnSubject(text.slice(nearest.span.end, cue.start), text.slice(cue.end, end)) ||
          isSetAside(text.slice(start, cue.start), nearest.span.end - start))
      )
        return { cue, subject: NOBODY }
      if (nearest && OTHER_SUBJECT.test(text.slice(nearest.span.end, cue.start))) return { cue, subject: NOBODY }
      if (OTHER_SAYS.test(text.slice(cue.end, end))) return { cue, subject: NOBODY }
      const between = text.slice(nearest?.span.end ?? cue.start, cue.start)
      const isBeside = nearest && (!/[,;]/.test(between) || /^,\s*$/.test(between)) && between.length < 40
      const subject = isBeside ? person(nearest) : one(left)
      if (subject) return { cue, subject }
      const right = people.find(({ span }) => span.start >= cue.end)
      if (right && left.length === 0) return { cue, subject: person(right) }
      const isLed = /^[\s,.]*(?:(?:y|e|pero|además|también|et|puis|mais)\s+(?:(?:d|de)['’]?)?)?\s*$/iu.test(
        text.slice(start, cue.start),
      )
      return {
        cue,
        subject: left.length === 0 && isLed && (dropsSubject || /r$/u.test(last[0])) ? earlier(last[0]) : NOBODY,
      }
    },

    about: (span) => {
      const people = names(span)
      const found = one(people)
      return found ? found.speaker : people.length > 0 ? 'several' : undefined
    },
  }
}

/** The one person of a list in which others may stand again and again. */
function one(people: readonly Named[]): Extract<Subject, { kind: 'person' }> | undefined {
  const first = people[0]
  return first && people.every(({ name }) => name === first.name) ? person(first) : undefined
}

/** Participles and nouns of speech: their subject is that of the clause. */
const GOES_WITH =
  /(?:قائل(?:ا|اً|ًا)|قائلة|مضيف(?:ا|اً|ًا)|مضيفة|موضح(?:ا|اً|ًا)|موضحة|مؤكد(?:ا|اً|ًا)|مؤكدة|معتبرا|معتبرة|مشيرا|مشيرة|محذرا|محذرة|بالقول|بقوله|بقولها|قوله|قولها)$/u

/** `روى X أن زميلا همس له: «` */
const WHISPERS =
  /(?<!\p{L})[بوف]?[أإ]ن\s\p{L}+[^،:]{0,40}?(?<!\p{L})(?:همس|أسر|أخبر|أبلغ|صرخ|هتف|قال)ت?(?:ه|ها|وا|هم)?(?:\s[^،:]{1,20})?\s*:\s*$/u

/** `إلى جانب X الذي قال`, `تتذكر X والدتها وهي تقول`: somebody named, or not, before the verb. */
const ANOTHER = /(?<!\p{L})(?:الذي|التي|(?:\p{L}+[ه]ا?\s)(?:وهو|وهي))\s*$/u

/** `لم يرد X، لكن شقيقه قال`: behind such a word the subject stands before its verb. */
const BUT_OTHER =
  /(?<!\p{L})(?:و?لكن|إلا أن|غير أن|بيد أن|بينما|فيما|في حين)\s+(?<who>(?!ه\s)\p{L}{3,}(?:\s\p{L}+){0,4}\s+)$/u

function arabicReports(text: string, cues: ForeignCues): ReportReader {
  const names: ArabicNames = arabicNames(text)
  const { verbs, accordingTo } = cues
  const after = new RegExp(String.raw`^[\s،,.]{0,3}(?<cue>${verbs}|${accordingTo})(?!\p{L})`, 'du')
  const verb = new RegExp(String.raw`(?<!\p{L})(?:${verbs}|${accordingTo})(?!\p{L})`, 'gu')
  const isDropped =
    /^\s*(?:[،,:؛.«“"]|$)|^\s+(?:إن|أن|بأن|إنه|إنها|إنهم|أنها|أنه|في|على|إلى|لـ?|خلال|عن|أيض(?:ا|اً|ًا)|كذلك|من)(?!\p{L})/u

  const subjectAfter = (from: number, to: number): Subject => {
    if (isDropped.test(text.slice(from, to))) return earlier(text.slice(from - 6, from))
    const named = names.at(from, to)
    return named ? person(named) : NOBODY
  }

  const mainSubject = (start: number, end: number): Subject => {
    const first = /^[\s،,]*(?:من (?:جهته|جهتها|جانبه|جانبها)،\s*)?(?:[وف]?(?:لم|لن|لا|قد|لقد|سوف)\s+)?\p{L}+/u.exec(
      text.slice(start, end),
    )
    return first ? subjectAfter(start + first[0].length, end) : NOBODY
  }

  return {
    after: ({ start, end }) => {
      const at = after.exec(text.slice(start, end))?.indices?.groups?.cue
      if (!at) return undefined
      const cue = { start: start + at[0], end: start + at[1] }
      const isGoingWith = GOES_WITH.test(text.slice(cue.start, cue.end))
      return isGoingWith ? undefined : { cue, subject: subjectAfter(cue.end, end) }
    },

    before: ({ start, end }) => {
      const clause = text.slice(start, end)
      const last = [...clause.matchAll(verb)].at(-1)
      if (!last) return undefined
      const cue = { start: start + last.index, end: start + last.index + last[0].length }
      if (WHISPERS.test(text.slice(cue.end, end))) return { cue, subject: NOBODY }
      const turn = BUT_OTHER.exec(text.slice(start, cue.start))
      if (turn && !GOES_WITH.test(last[0])) {
        const named = names.at(cue.start - (turn.groups?.who ?? '').length, cue.start)
        return { cue, subject: named ? person(named) : NOBODY }
      }
      if (isSetAside(clause, cue.end - start) || ANOTHER.test(text.slice(start, cue.start)))
        return { cue, subject: NOBODY }
      if (!GOES_WITH.test(last[0])) {
        const subject = subjectAfter(cue.end, end)
        if (subject.kind !== 'earlier') return { cue, subject }
        const main = mainSubject(start, cue.start)
        return { cue, subject: main.kind === 'person' ? main : EARLIER }
      }
      const from = clause.lastIndexOf(' عن ', last.index)
      if (/قوله?ا?$/u.test(last[0]) && from >= 0 && last.index - from < 60) {
        const named = names.at(start + from + 3, cue.start)
        if (named) return { cue, subject: person(named) }
      }
      return { cue, subject: /^[\s،,]*$/u.test(clause.slice(0, last.index)) ? EARLIER : mainSubject(start, cue.start) }
    },

    about: ({ start, end }) => {
      const first = text.slice(start, end).matchAll(verb).next().value
      const subject = first ? subjectAfter(start + first.index + first[0].length, end) : mainSubject(start, end)
      return subject.kind === 'person' ? subject.speaker : undefined
    },
  }
}

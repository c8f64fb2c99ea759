import type { Entity } from '../../../core/annotation.ts'
import type { Span } from '../../../core/span.ts'
import type { CapitalizedNameWords } from '../../../languages/name-words.ts'
import type { ReportWords } from '../../../languages/quotation-words.ts'
import { capitalizedNames, type Named } from '../../names/capitalized-names.ts'
import { entityId } from '../../names/people.ts'
import { hasOwnSubject, isSetAside, isWho, reportPatterns } from './report-patterns.ts'

/** Whom the words beside a quotation name: a person, the one who was named before, or nobody that we could find. */
export type Subject =
  | { readonly kind: 'person'; readonly speaker: Entity; readonly source: Span }
  | { readonly kind: 'earlier' }
  | { readonly kind: 'nobody'; readonly source?: Span }

/** The words of a report beside a quotation. */
export type Report = {
  readonly cue?: Span
  readonly subject: Subject
  /** The verb is known by its shape alone. */
  readonly isByShape?: boolean
}

/** Reads reports in the text around a quotation, and the person whom a sentence is about. */
export type ReportReader = {
  /** `», a déclaré X`: from the end of a quotation to the end of its clause. */
  readonly after: (span: Span) => Report | undefined
  /** `X a déclaré : «`, `selon X, «`: from the start of a clause to a quotation. */
  readonly before: (span: Span, anotherSpeaks: RegExp | undefined) => Report | undefined
  /** The one person whom a sentence names; undefined for none. */
  readonly about: (span: Span) => Entity | 'several' | undefined
}

export const NOBODY: Subject = { kind: 'nobody' }
export const EARLIER: Subject = { kind: 'earlier' }

/** The one before, when the verb is that of one person. */
export function earlier({ plural }: ReportWords, cue: string): Subject {
  return plural?.test(cue.trim()) ? NOBODY : EARLIER
}

export function person({ name, span }: Named): Extract<Subject, { kind: 'person' }> {
  return { kind: 'person', speaker: { id: entityId('person', name), kind: 'person', name }, source: span }
}

/** The reader of a text in a language with capitals, whose subjects come before or behind their verb. */
export function subjectReports(text: string, words: ReportWords, nameWords: CapitalizedNameWords): ReportReader {
  const names = capitalizedNames(text, nameWords)
  const patterns = reportPatterns(words)

  const subjectAfter = (cue: Span, to: number): Subject => {
    const from = cue.end
    const rest = text.slice(from, to)
    if (patterns.startsImpersonal.test(rest)) return NOBODY
    if (patterns.startsWithPronoun.test(rest)) return earlier(words, text.slice(cue.start, cue.end))
    const named = names({ start: from, end: to }).find(({ isOther }) => !isOther)
    const lead = named && text.slice(from, named.span.start)
    const isFurther = lead !== undefined && (patterns.isDependent(lead) || patterns.isHearer.test(lead))
    if (named && !isFurther && named.span.start - from < 100) return person(named)
    if (patterns.hasNoSubject?.test(rest)) return earlier(words, text.slice(cue.start, cue.end))
    const phrase = /^\s+((?:[\p{L}\p{M}’'-]+\s?){1,6})/u.exec(rest)?.[1]?.trimEnd().replace(patterns.endsWithPrefix, '')
    if (!phrase) return NOBODY
    const start = from + rest.indexOf(phrase)
    return { kind: 'nobody', source: { start, end: start + phrase.length } }
  }

  /** `Selon X, Y a dit : «`: X reports what Y said. */
  const saysThemselves = (clause: string, from: number): boolean => {
    const rest = clause.slice(from)
    const last = [...rest.matchAll(patterns.verb)].at(-1)
    if (last === undefined || !/^[\s,:]*$/.test(rest.slice(last.index + last[0].length))) return false
    return /^\s*,\s*\p{Lu}/u.test(rest) || hasOwnSubject(patterns, words, rest.slice(0, last.index), '')
  }

  /** `selon X, «`, `X zufolge: „` */
  const sourceBefore = ({ start, end }: Span, clause: string): Report | undefined => {
    const match = [...clause.matchAll(patterns.according)].at(-1)
    const at = match?.indices?.groups?.to ?? match?.indices?.groups?.after
    if (!match || !at) return undefined
    if (patterns.isPurpose.test(match.groups?.to ?? '') && clause.slice(0, at[0]).trim() !== '') return undefined
    const cue = { start: start + at[0], end: start + at[1] }
    const all = names({ start, end })
    const named = match.groups?.to
      ? all.find(
          ({ span, isOther }) =>
            span.start >= cue.end && span.start - cue.end < 80 && (!isOther || span.start - cue.end < 2),
        )
      : all.findLast(({ span }) => span.end <= cue.start && cue.start - span.end < 3)
    return named && !saysThemselves(clause, named.span.end - start) ? { cue, subject: person(named) } : undefined
  }

  /** Whose verb the last one before a quotation is. */
  const subjectBefore = ({ start, end }: Span, clause: string, cue: Span, anotherSpeaks?: RegExp): Subject => {
    const verb = text.slice(cue.start, cue.end)
    const [lead, behind] = [text.slice(start, cue.start), text.slice(cue.end, end)]
    if (patterns.isSourceFollowing.test(verb)) return subjectAfter(cue, end)
    if (patterns.endsImpersonal.test(lead) || patterns.startsImpersonal.test(behind)) return NOBODY
    if (patterns.startsWithPronoun.test(behind) || patterns.endsWithPronoun.test(lead)) return earlier(words, verb)
    if (isSetAside(patterns, clause, cue.end - start)) return NOBODY
    const all = names({ start, end })
    const people = all.filter(({ isOther }) => !isOther)
    const who = all.findLast(
      ({ span }) => span.end <= cue.start && !patterns.endsWithNot.test(text.slice(start, span.start)),
    )
    if (who && isWho(patterns, text.slice(who.span.end, cue.start))) return person(who)
    const left = people.filter(({ span }) => span.end <= cue.start)
    const nearest = left.at(-1)
    const between = text.slice(nearest?.span.end ?? cue.start, cue.start)
    const isOthers =
      nearest &&
      (hasOwnSubject(patterns, words, between, behind) || isSetAside(patterns, lead, nearest.span.end - start))
    if (isOthers || anotherSpeaks?.test(behind)) return NOBODY
    const isBeside = nearest && (!/[,;]/.test(between) || /^,\s*$/.test(between)) && between.length < 40
    const subject = isBeside ? person(nearest) : one(left)
    if (subject) return subject
    const right = left.length === 0 ? people.find(({ span }) => span.start >= cue.end) : undefined
    if (right) return person(right)
    const mayGoWithout = words.droppedSubject !== undefined || patterns.isInfinitive.test(verb)
    return left.length === 0 && mayGoWithout && patterns.isLedIn.test(lead) ? earlier(words, verb) : NOBODY
  }

  return {
    after: ({ start, end }) => {
      const match = patterns.after.exec(text.slice(start, end))
      const groups = match?.indices?.groups
      const at = groups && (groups.inverted ?? groups.according ?? groups.verb ?? groups.shape)
      if (!match || !at) return undefined
      const isBare = !/[,–—-]/.test(match.groups?.sign ?? '') && !/[,!?…]/.test(text[start - 2] ?? '')
      if (isBare && groups.shape) return undefined
      const cue = { start: start + at[0], end: start + at[1] }
      if (groups.inverted) return { cue, subject: EARLIER }
      return { cue, subject: subjectAfter(cue, end), isByShape: groups.shape !== undefined }
    },

    before: (span, anotherSpeaks) => {
      const { start, end } = span
      const clause = text.slice(start, end)
      if (words.unnamedSpeaker?.test(clause)) return { subject: NOBODY }
      const source = sourceBefore(span, clause)
      if (source) return source
      const last = [...clause.matchAll(patterns.verb)].at(-1)
      if (!last) {
        if (!/:\s*$/.test(clause)) return undefined
        return { subject: one(names(span).filter(({ isOther }) => !isOther)) ?? NOBODY }
      }
      const cue = { start: start + last.index, end: start + last.index + last[0].length }
      if (last.groups?.inverted) return { cue, subject: EARLIER }
      return { cue, subject: subjectBefore(span, clause, cue, anotherSpeaks) }
    },

    about: (span) => {
      const people = names(span)
      return one(people)?.speaker ?? (people.length > 0 ? 'several' : undefined)
    },
  }
}

/** The one person of a list in which others may be named again and again. */
function one(people: readonly Named[]): Extract<Subject, { kind: 'person' }> | undefined {
  const first = people[0]
  return first && people.every(({ name }) => name === first.name) ? person(first) : undefined
}

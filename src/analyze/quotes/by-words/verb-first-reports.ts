import type { UncasedNameWords } from '../../../languages/name-words.ts'
import type { ReportWords, VerbFirstWords } from '../../../languages/quotation-words.ts'
import { uncasedNames } from '../../names/uncased-names.ts'
import { oncePerLanguage, oneOf } from '../../word-patterns.ts'
import { isSetAside, reportPatterns } from './report-patterns.ts'
import { EARLIER, earlier, NOBODY, person, type ReportReader, type Subject } from './reports.ts'

const cuePatterns = oncePerLanguage(({ verbs, accordingTo }: ReportWords) => ({
  after: new RegExp(`^[\\s،,.]{0,3}(?<cue>${oneOf(verbs)}|${oneOf(accordingTo)})(?!\\p{L})`, 'du'),
  verb: new RegExp(`(?<!\\p{L})(?:${verbs}|${accordingTo})(?!\\p{L})`, 'gu'),
}))

/** The reader of a text in a language without capitals, whose verbs come before their subject. */
export function verbFirstReports(
  text: string,
  words: ReportWords,
  verbFirst: VerbFirstWords,
  nameWords: UncasedNameWords,
): ReportReader {
  const { participles, possessed, possessor, droppedSubject, opening, relative, butOther } = verbFirst
  const names = uncasedNames(text, nameWords)
  const patterns = reportPatterns(words)
  const { after, verb } = cuePatterns(words)

  const subjectAfter = (from: number, to: number): Subject => {
    if (droppedSubject.test(text.slice(from, to))) return earlier(words, text.slice(from - 6, from))
    const named = names.at(from, to)
    return named ? person(named) : NOBODY
  }

  const mainSubject = (start: number, end: number): Subject => {
    const first = opening.exec(text.slice(start, end))
    return first ? subjectAfter(start + first[0].length, end) : NOBODY
  }

  return {
    after: ({ start, end }) => {
      const at = after.exec(text.slice(start, end))?.indices?.groups?.cue
      if (!at) return undefined
      const cue = { start: start + at[0], end: start + at[1] }
      const isGoingWith = participles.test(text.slice(cue.start, cue.end))
      return isGoingWith ? undefined : { cue, subject: subjectAfter(cue.end, end) }
    },

    before: ({ start, end }, anotherSpeaks) => {
      const clause = text.slice(start, end)
      const last = [...clause.matchAll(verb)].at(-1)
      if (!last) return undefined
      const cue = { start: start + last.index, end: start + last.index + last[0].length }
      if (anotherSpeaks?.test(text.slice(cue.end, end))) return { cue, subject: NOBODY }
      const turn = butOther.exec(text.slice(start, cue.start))
      const isParticiple = participles.test(last[0])
      if (turn && !isParticiple) {
        const named = names.at(cue.start - (turn.groups?.who ?? '').length, cue.start)
        return { cue, subject: named ? person(named) : NOBODY }
      }
      if (isSetAside(patterns, clause, cue.end - start) || relative.test(text.slice(start, cue.start)))
        return { cue, subject: NOBODY }
      if (!isParticiple) {
        const subject = subjectAfter(cue.end, end)
        if (subject.kind !== 'earlier') return { cue, subject }
        const main = mainSubject(start, cue.start)
        return { cue, subject: main.kind === 'person' ? main : EARLIER }
      }
      const from = clause.lastIndexOf(possessor, last.index)
      if (possessed.test(last[0]) && from >= 0 && last.index - from < 60) {
        const named = names.at(start + from + possessor.length - 1, cue.start)
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

import type { ParsedDocument, ParsedSentence } from '../../grammar/parse.ts'
import type { Attribution } from '../attribution.ts'
import type { GrammarSite } from './grammar-sites.ts'

/**
 * Whether a pronoun is hardly the one it was resolved to: the sentence before says that its subject was silent (`Poe left without speaking to
 * reporters. “I told him so,” he said.`), or the words name the one taken for the speaker (`“Prisoner Poe eats well,” he said.`).
 */
export function isUnlikelyPronoun(
  doc: ParsedDocument,
  { quotation, begins }: GrammarSite,
  { isPronoun, speaker, pattern }: Attribution,
): boolean {
  if (!isPronoun || !speaker || pattern === 'run-on' || pattern === 'continued') return false
  const before = doc.sentences[begins.index - 1]
  if (before?.tokens.every(({ isQuoted }) => !isQuoted) && SILENT.test(wordsOf(before))) return true
  const surname = speaker.name.split(' ').at(-1) ?? ''
  const inside = doc.text.slice(quotation.inner.start, quotation.inner.end)
  return isNamedIn(inside, surname) && !OWN_NAME.test(inside)
}

function wordsOf({ tokens }: ParsedSentence): string {
  return tokens.map(({ lower }) => lower).join(' ')
}

const SILENT =
  /(?:^|\s)(?:without (?:speaking|talking|a word|commenting?|saying)|(?:declin|refus)(?:ed|es) to (?:comment|speak|talk|say|answer)|(?:(?:did|does|has|have|had|would|could) (?:not|n't)|never) (?:(?:spoken?|speak|talk(?:ed)?)(?! to (?:him|her|them|each|one|his|its))|comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|said (?:anything|a word)|say anything|answer(?:ed)?)|(?:kept|keeps|remained|remains|stayed|stays|has been|was|is) silent|said nothing|made no comment)(?=\s|$)/

function isNamedIn(words: string, surname: string): boolean {
  if (!/^\p{Lu}\p{L}{2,}/u.test(surname)) return false
  const at = words.indexOf(surname)
  return (
    at >= 0 &&
    !/[\p{L}]/u.test(words[at - 1] ?? '') &&
    !/^(?:\p{L}|['’]s (?!not|been|gone|here))/u.test(words.slice(at + surname.length))
  )
}

/** `My name is Poe`, `They said: ‘Poe, go’`, `we Poes`. */
const OWN_NAME = /(?:^|[^\p{L}])(?:name|called?|calls|I['’]m|I am|family|[Mm]r|[Mm]rs|[Mm]s|[‘“"'])(?=$|[^\p{L}])/u

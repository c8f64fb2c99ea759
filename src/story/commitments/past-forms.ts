import { english } from '../../languages/en/pack.ts'
import { verbForms } from './deed.ts'

const irregular = verbForms(english)

/**
 * The simple past and past participle of an English verb. Takes the plain form in lower case; verbs that may double their last letter are
 * returned with and without it.
 */
export function pastFormsOf(verb: string): readonly string[] {
  const known = irregular.get(verb)
  if (known) return known
  if (verb.endsWith('e')) return [`${verb}d`]
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`]
  const last = verb.at(-1) ?? ''
  return /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) ? [`${verb}${last}ed`, `${verb}ed`] : [`${verb}ed`]
}

const irregularForms: ReadonlySet<string> = new Set([...irregular.values()].flat())

/** Whether a word is an irregular past form: `took`, `sold`. */
export function isPastForm(word: string): boolean {
  return irregularForms.has(word)
}

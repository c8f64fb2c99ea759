import { isAgency } from './agency-credit.ts'
import { hasGivenName, hasNameShape, withoutLetters } from './person-name.ts'

const unspaced = /\p{Script=Arabic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u
const calendar =
  /^(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/iu
/** Two words run together, as boxes without a space between them are; not `McLeod`, `DeSantis` or `LaRue`. */
const glued = /(?<=\p{Ll}{3})\p{Lu}\p{Ll}/gu
/** A label that follows a name without a space. */
const label = /(?<=\p{Ll}{2})(?:Updated|Published|Posted|Follow|View|Read)\b.*$/u
const labeled = /\p{Ll}{3}(?:By|In|On) \p{Lu}/u
/** What a person does, where the words before it are no person. */
const occupation =
  /(?:^|\s)(?:expert|specialist|advis[eo]r|consultant|attorney|lawyer|analyst|researcher|professor|gardener|astrologer|coach|trainer|dietitian|nutritionist|physician|director|officer|manager|president|admin|administrator|contributor|editor|writer|reporter|staff)s?(?:\s(?:last|first))?$/iu
/** The end of a company's registered name, which owns the site. */
const company = /\S,? (?:Inc|LLC|L\.L\.C|Ltd|PC|P\.C|GmbH|S\.A|Corp|Pty)\.?$/u
const rank = /^(?:senior|junior|chief|deputy|associate|assistant|managing|executive|contributing|staff|guest)\s/iu

/** Labels and departments that are printed beside a person's name. */
const beside =
  /(?:^|\s)(?:bio|profile|verified|operations|marketing|sales|communications|research|newsroom|desk|team|staff)$|\s(?:by|von|par|por|di|from)$/iu

/** Names without marks, parts of offices, dates and labels that pages run together with them. */
export function plausibleNames(names: readonly string[]): string[] {
  const clean = names.map(withoutTail).filter((name) => name !== '' && !isNoName(name))
  const [first] = clean
  // Beside a person's full name, one word or an office is what they do.
  if (first === undefined || clean.length < 2 || !hasNameShape(first)) return clean
  const isOther = (name: string): boolean => {
    if (unspaced.test(name) || isAgency(name)) return false
    if (!name.includes(' ')) return /^\p{Lu}\p{L}+$/u.test(name)
    return (
      /^The\s/u.test(name) ||
      occupation.test(name) ||
      beside.test(name) ||
      (name === name.toUpperCase() && first !== first.toUpperCase())
    )
  }
  return clean.filter((name, at) => at === 0 || !isOther(name))
}

/** `Ann Lee*` and `Ann Lee, Home`, the rest of whose office was cut off; degrees stay. */
function withoutTail(name: string): string {
  const bare = name
    .replace(/[*†‡]+$/u, '')
    .replace(label, '')
    .replace(/^(?:written )?by\s+(?=\p{Lu})/iu, '')
    .trim()
  const [person = '', tail] = bare.split(/,\s+(?=\p{Lu}\p{Ll}+$)/u)
  return tail !== undefined && hasNameShape(person) && withoutLetters(bare) === bare ? person : bare
}

function isNoName(name: string): boolean {
  if (calendar.test(name) || company.test(name)) return true
  if (labeled.test(name) || (name.match(glued) ?? []).length >= 2) return true
  return (rank.test(name) || occupation.test(name)) && !hasGivenName(name) && hasNameShape(name)
}

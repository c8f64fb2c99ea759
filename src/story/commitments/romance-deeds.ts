import { nth } from '../../core/nth.ts'
import { spanish } from '../../languages/es/pack.ts'
import { french } from '../../languages/fr/pack.ts'
import type { Word } from '../words.ts'
import { type Deed, verbForms, verbsAhead } from './deed.ts'

/** Behind these is in the infinitive what is yet to come, with a little word between or none. */
const FRENCH = verbsAhead(french)
const SPANISH = verbsAhead(spanish)
const LINK = /^(?:a|à|de)$/
const BE = /^(?:être|ser)$/
/** `sera fermée`, `serán cerrados` */
const WILL_BE = new Set(['sera', 'seront', 'será', 'serán'])
const BEEN = /^(?:été|fut|furent|fue|fueron|sido)$/

const FRENCH_FUTURE = /^(\p{L}{2,}?)([eidt])r(?:a|ont|ait|aient)$/u
const SPANISH_FUTURE = /^(\p{L}{2,}[aei]r)(?:á|án|ía|ían)$/u
/** Verbs of which news tells, and whose participles no ending gives. */
const IRREGULAR = new Map([...verbForms(french), ...verbForms(spanish)])

/** `doit voter`, `va a votar`, `fermera`, `cerrará`, `sera fermée`. */
export function romanceDeeds(words: readonly Word[], at: number): Deed[] {
  const text = nth(words, at).text
  if (WILL_BE.has(text)) return passive(words[at + 1]?.text)
  const isFrench = FRENCH.has(text)
  if (isFrench || SPANISH.has(text)) {
    const isLinked = LINK.test(words[at + 1]?.text ?? '')
    const verb = (words[at + (isLinked ? 2 : 1)]?.text ?? '').replace(/^d'/, '')
    if (BE.test(verb)) return passive(words[at + (isLinked ? 3 : 2)]?.text)
    const spanish = SPANISH.has(text) ? spanishDone(verb) : []
    return active(verb, [...(isFrench ? frenchDone(verb) : []), ...spanish])
  }
  if (!/(?:ra|ront|rait|raient|rán?|rían?)$/.test(text)) return []
  const [, spanish] = SPANISH_FUTURE.exec(text) ?? []
  if (spanish) return active(spanish, spanishDone(spanish))
  const [, stem = '', vowel] = FRENCH_FUTURE.exec(text) ?? []
  if (!vowel) return []
  const infinitive = stem + (/[dt]/.test(vowel) ? `${vowel}re` : `${vowel}r`)
  return active(infinitive, frenchDone(infinitive))
}

function active(text: string, done: readonly string[]): Deed[] {
  return done.length === 0 ? [] : [{ text, isPassive: false, done }]
}

/** In a passive, a participle that reports the act as done needs a form of `has been`, not `is`. */
function passive(participle: string | undefined): Deed[] {
  if (participle === undefined || participle.length < 4) return []
  const spanish = /^(\p{L}{3,}[aei]d|\p{L}+(?:ert|est|ech|rit))[oa]s?$/u.exec(participle)?.[1]
  const plain = participle.replace(/(?<=[éiust])(?:es?|s)$/, '')
  const done = spanish
    ? ['o', 'a', 'os', 'as'].map((end) => spanish + end)
    : ['', 'e', 's', 'es'].map((end) => plain + end)
  return [{ text: participle, isPassive: true, done, helper: BEEN }]
}

function frenchDone(verb: string): readonly string[] {
  const stem = verb.slice(0, -2)
  const known = IRREGULAR.get(verb)
  if (known) return known
  if (verb.endsWith('er')) return ['é', 'ée', 'és', 'ées'].map((end) => stem + end)
  if (verb.endsWith('ir')) return ['i', 'ie', 'is', 'ies'].map((end) => stem + end)
  return verb.endsWith('re') ? ['u', 'ue', 'us', 'ues'].map((end) => stem + end) : []
}

function spanishDone(verb: string): readonly string[] {
  const stem = verb.slice(0, -2)
  const known = IRREGULAR.get(verb)
  if (known) return known
  if (verb.endsWith('ar')) return ['ó', 'aron', 'ado', 'ada'].map((end) => stem + end)
  return /[ei]r$/.test(verb) ? ['ió', 'ieron', 'ido', 'ida'].map((end) => stem + end) : []
}

import { nth } from '../../core/nth.ts'
import { german } from '../../languages/de/pack.ts'
import type { Word } from '../words.ts'
import { type Deed, verbForms, verbsAhead } from './deed.ts'

/** The verb that goes with these is last in its clause, in the infinitive. */
const MODAL = verbsAhead(german)
/** `plant, das Werk zu schließen` */
const PLANS =
  /^(?:plant|planen|plante|planten|beabsichtigt|beabsichtigen|erwägt|erwägen|beschloss|beschlossen|kündigte|kündigten)$/
const DONE = /^(?:hat|haben|hatte|hatten|wurde|wurden|worden|ist|sind|war|waren)$/
/** How far the last verb of a clause may be from the first. */
const reach = 18

const SEPARABLE =
  /^(?:zurück|zusammen|wieder|heraus|frei|fest|ab|an|auf|aus|bei|ein|her|hin|los|mit|nach|um|vor|weg|zu)(?=\p{L}{5})/u
const INSEPARABLE = /^(?:be|ent|er|ge|ver|wider|zer)/
/** Infinitives with their preterites and their participle. */
const STRONG = verbForms(german)

/** `will das Werk schließen`, `soll geschlossen werden`, `plant, es zu schließen`. */
export function germanDeeds(words: readonly Word[], at: number): Deed[] {
  const text = nth(words, at).text
  if (text === 'zu' && words.slice(Math.max(0, at - reach), at).some((word) => PLANS.test(word.text)))
    return deedsOf(words[at + 1]?.text ?? '')
  if (!MODAL.has(text)) return []
  const end = endOfClause(words, at)
  if (end === at) return deedsOf(words[at - 1]?.text ?? '')
  const last = nth(words, end).text
  const before = words[end - 1]?.text ?? ''
  if (last === 'werden' && end - 1 > at && /(?:t|en)$/.test(before))
    return [{ text: before, isPassive: true, done: [before], helper: /^(?:wurde|wurden|worden|ist|sind)$/ }]
  return deedsOf(last)
}

/** The index of the last word before punctuation, recognized by more than one character between words. */
function endOfClause(words: readonly Word[], at: number): number {
  let end = at
  while (end + 1 < words.length && end - at < reach && nth(words, end + 1).span.start - nth(words, end).span.end <= 1)
    end++
  return end
}

function deedsOf(verb: string): Deed[] {
  if (!/^\p{Ll}{3,}(?:en|ern|eln)$/u.test(verb)) return []
  const separate = SEPARABLE.exec(verb)?.[0] ?? ''
  const whole = verb.slice(separate.length)
  // `abzuschaffen`
  const plain = separate !== '' && /^zu\p{L}{4}/u.test(whole) ? whole.slice(2) : whole
  const prefix = STRONG.get(plain) ? '' : (INSEPARABLE.exec(plain)?.[0] ?? '')
  const base = plain.slice(prefix.length)
  const [past = [], participle] = formsOf(base, prefix !== '' || plain.endsWith('ieren'))
  const text = separate + plain
  return [
    { text, isPassive: false, done: past.map((form) => prefix + form) },
    { text, isPassive: false, done: [separate + prefix + participle], helper: DONE },
  ]
}

function formsOf(base: string, isWithoutGe: boolean): readonly [past: readonly string[], participle: string] {
  const strong = STRONG.get(base)
  if (strong) {
    const participle = strong.at(-1)!
    return [strong.slice(0, -1), isWithoutGe ? participle.replace(/^ge/, '') : participle]
  }
  const stem = base.replace(/e?n$/, '')
  const joint = /[dt]$/.test(stem) ? 'e' : ''
  return [[`${stem}${joint}te`, `${stem}${joint}ten`], `${isWithoutGe ? '' : 'ge'}${stem}${joint}t`]
}

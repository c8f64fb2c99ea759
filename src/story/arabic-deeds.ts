import type { Deed } from './deed.ts'
import { outcomeKey } from './outcomes.ts'
import type { Word } from './words.ts'

/** `ستغلق`: the letter of what is to come, that of the person, and the verb. */
const FUTURE = /^س[يت](\p{L}{2,6})$/u
const PRESENT = /^[يت](\p{L}{2,6})$/u
/** Who plans does what the noun behind says, at once or with one between. */
const PLANS = /^(?:[يت]عتزم|[يت]نوي|[يت]خطط)$/u

/** `ستغلق`, `سوف تغلق`, `تعتزم إغلاق`; each with the past tense that it may have. */
export function arabicDeeds(words: readonly Word[], at: number): Deed[] {
  const key = outcomeKey(words[at]!.text)
  const [next = '', afterNext = ''] = words.slice(at + 1, at + 3).map(({ text }) => outcomeKey(text))
  const root = (key === 'سوف' ? PRESENT.exec(next) : FUTURE.exec(key))?.[1]
  if (root !== undefined) return [deedOf(root)]
  if (!PLANS.test(key)) return []
  return [next, afterNext].flatMap((noun) => {
    // `إغلاق` is to `أغلق` what `اعتقال` is to `اعتقل`
    const verb = /^ا(\p{L}{2,5})ا(\p{L})$/u.exec(noun)
    return verb ? [deedOf(`${verb[1]}${verb[2]}`)] : []
  })
}

function deedOf(root: string): Deed {
  const hollow = root.replace(/^(\p{L})[وي](\p{L})$/u, '$1ا$2')
  const stems = [...new Set([root, hollow, `ا${root}`])]
  return { text: root, isPassive: false, done: stems.flatMap((stem) => [stem, `${stem}ت`, `${stem}وا`]) }
}

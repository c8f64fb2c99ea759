import type { Word } from './words.ts'

/** How much of something is meant, by words of one meaning, in the languages that are read. */
const MEANINGS: readonly (readonly [meaning: string, words: RegExp])[] = [
  ['all', /^(?:all|every|tous|toutes|alle|sämtliche|todos|todas|جميع|كل|كافة)$/],
  ['most', /^(?:most|plupart|meisten|mehrheit|majority|majorité|mayoría|معظم|أغلب|غالبية)$/],
  ['half', /^(?:half|moitié|hälfte|mitad|نصف)$/],
  ['some', /^(?:some|certains|certaines|einige|algunos|algunas|بعض)$/],
  ['few', /^(?:few)$/],
]

/** Each tells of a part that the other does not: `most of the workers`, `all the workers`; or all but some. */
export function quantitiesConflict(a: readonly Word[], b: readonly Word[]): boolean {
  const [inA, inB] = [partsIn(a), partsIn(b)]
  return inA.some((one) => !inB.includes(one)) && inB.some((one) => !inA.includes(one))
}

function partsIn(words: readonly Word[]): string[] {
  return words.flatMap(({ text }, at) => {
    const meaning = MEANINGS.find(([, pattern]) => pattern.test(text))?.[0]
    const [before, after] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? '']
    if (meaning === undefined || IN_ALL.test(before)) return []
    // `some 300 people`, `most expensive`
    if (/^\p{N}/u.test(after) && meaning === 'some') return []
    if (text === 'most' && !/^(?:of|\p{L}+s)$/u.test(after)) return []
    return meaning === 'all' && /^(?:but|except)$/.test(after) ? ['all but'] : [meaning]
  })
}

/** `in all`, `at all`, `after all` */
const IN_ALL = /^(?:in|at|after|above|of|for|once)$/

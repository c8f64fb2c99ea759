/**
 * The stem of a lower-case English word by the algorithm of M. F. Porter, An algorithm for suffix stripping (1980), the one ROUGE
 * scores are given with. The product stems lightly instead; this is beside the scorer so that figures compare.
 */
export function porterStem(word: string): string {
  if (word.length < 3) return word
  return finalE(longSuffixes(nominalSuffixes(doubleSuffixes(finalY(pastAndGerund(plural(word)))))))
}

const consonant = '(?:[^aeiouy]|(?<![^aeiou])y|^y)'
const hasVowel = (stem: string) => /[aeiou]|(?<=[^aeiou])y/.test(stem)
const endsDouble = (word: string) => /([^aeiou])\1$/.test(word)
const cvc = (word: string) => new RegExp(`${consonant}(?:[aeiou]|(?<=[^aeiou])y)[^aeiouwxy]$`).test(word)

/** How many times a vowel is followed by a consonant: `m` of the paper. */
function measure(stem: string): number {
  const shape = [...stem].reduce((shape, letter) => {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && shape.endsWith('c'))
    return shape + (isVowel ? 'v' : 'c')
  }, '')
  return shape.match(/v+c+/g)?.length ?? 0
}

/** Step 1a. */
function plural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Step 1b. */
function pastAndGerund(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const [suffix] = word.match(/(?:ed|ing)$/) ?? []
  const stem = suffix && word.slice(0, -suffix.length)
  if (!stem || !hasVowel(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (endsDouble(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && cvc(stem) ? `${stem}e` : stem
}

/** Step 1c. */
function finalY(word: string): string {
  return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word
}

/** Step 2. */
function doubleSuffixes(word: string): string {
  return replaceSuffix(word, 0, [
    ['ational', 'ate'],
    ['tional', 'tion'],
    ['enci', 'ence'],
    ['anci', 'ance'],
    ['izer', 'ize'],
    ['abli', 'able'],
    ['alli', 'al'],
    ['entli', 'ent'],
    ['eli', 'e'],
    ['ousli', 'ous'],
    ['ization', 'ize'],
    ['ation', 'ate'],
    ['ator', 'ate'],
    ['alism', 'al'],
    ['iveness', 'ive'],
    ['fulness', 'ful'],
    ['ousness', 'ous'],
    ['aliti', 'al'],
    ['iviti', 'ive'],
    ['biliti', 'ble'],
  ])
}

/** Step 3. */
function nominalSuffixes(word: string): string {
  return replaceSuffix(word, 0, [
    ['icate', 'ic'],
    ['ative', ''],
    ['alize', 'al'],
    ['iciti', 'ic'],
    ['ical', 'ic'],
    ['ful', ''],
    ['ness', ''],
  ])
}

/** Step 4. */
function longSuffixes(word: string): string {
  const [suffix] =
    word.match(/(?:ement|ment|ance|ence|able|ible|ant|ent|ism|ate|iti|ous|ive|ize|(?<=[st])ion|al|er|ic|ou)$/) ?? []
  const stem = suffix && word.slice(0, -suffix.length)
  return stem && measure(stem) > 1 ? stem : word
}

/** Step 5. */
function finalE(word: string): string {
  const bare = word.slice(0, -1)
  const isOff = word.endsWith('e') && (measure(bare) > 1 || (measure(bare) === 1 && !cvc(bare)))
  const stem = isOff ? bare : word
  return stem.endsWith('ll') && measure(stem.slice(0, -1)) > 1 ? stem.slice(0, -1) : stem
}

/** Puts another ending in place of the longest that fits, where enough of the word comes before it. */
function replaceSuffix(word: string, minMeasure: number, suffixes: readonly (readonly [string, string])[]): string {
  const [longest] = suffixes.filter(([suffix]) => word.endsWith(suffix)).sort(([a], [b]) => b.length - a.length)
  if (!longest) return word
  const [suffix, put] = longest
  const stem = word.slice(0, -suffix.length)
  return measure(stem) > minMeasure ? stem + put : word
}

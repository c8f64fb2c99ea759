/**
 * A light stemmer, so that inflected forms of one word compare equal: plural, -ed, -ing and final -e for Latin letters (English,
 * and much of French), light10 for Arabic (Larkey et al. 2007); other scripts and words with digits stay unchanged. As good as
 * Snowball for matching news (measured), and many times faster. Takes and returns a lower-case word; the stem is a key, not a
 * word.
 */
export function lightStem(word: string): string {
  if (word.length < 4) return word
  const first = word.charCodeAt(0)
  if (first >= 0x600 && first <= 0x6ff) return stemArabic(word)
  if (first > 0x24f || /\d/.test(word)) return word
  return stemLatin(word)
}

function stemLatin(word: string): string {
  const { length } = word
  if (word.endsWith('yy')) return word.slice(0, -1) // Zelenskyy, Zelensky
  if (word.endsWith('s')) return stemPlural(word)
  if (length > 5 && word.endsWith('ing')) return undoubled(word.slice(0, -3))
  if (/(?:agr|guarant|fr)eed$/.test(word)) return withoutE(word.slice(0, -1))
  if (length > 4 && word.endsWith('ed') && word[length - 3] !== 'e') return undoubled(word.slice(0, -2))
  return withoutE(word)
}

function stemPlural(word: string): string {
  const { length } = word
  if (length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (length > 5 && /(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2)
  return /(?:ss|us|is)$/.test(word) ? word : withoutE(word.slice(0, -1))
}

/** `stopp` loses a letter; `agreed` has none to lose. */
function undoubled(stem: string): string {
  return withoutE(/([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem)
}

/** `agree`, `agreed` and `agrees` all become `agre`. */
function withoutE(stem: string): string {
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}

/** Folds letter variants, then removes article, conjunction and common suffixes. */
function stemArabic(word: string): string {
  const folded = word.replace(/\p{M}/gu, '').replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة$/, 'ه')
  const bare = folded.length > 4 ? folded.replace(/^(?:وال|بال|كال|فال|ال|لل)/, '') : folded
  return bare.length > 4 ? bare.replace(/(?:ها|ان|ات|ون|ين|يه|ه|ي)$/, '') : bare
}

const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['lac', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['milliard', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])

/** The words behind a number that multiply it, for a pattern; a dozen stands behind few numbers and is named where it may. */
export const scaleWord = 'hundred|thousand|million|billion|trillion|lakhs?|lacs?|crores?|milliards?'
/** The same in letters, right behind figures. */
export const scaleLetter = 'bn|tn|mn|m|k|b'

/** By how much such a word multiplies; 1 where there is none. */
export function scaleOf(word: string | undefined): number {
  return scales.get(word?.toLowerCase().replace(/s$/, '') ?? '') ?? 1
}

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

/** Words after a number that multiply it, for a pattern. `dozen` follows few numbers and is added where it's allowed. */
export const scaleWord = 'hundred|thousand|million|billion|trillion|lakhs?|lacs?|crores?|milliards?'
/** The same as letters directly after digits. */
export const scaleLetter = 'bn|tn|mn|m|k|b'

/** The factor of such a word; 1 if there is none. */
export function scaleOf(word: string | undefined): number {
  return scales.get(word?.toLowerCase().replace(/s$/, '') ?? '') ?? 1
}

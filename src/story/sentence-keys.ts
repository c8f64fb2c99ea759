/** Marks that outlets set each in their own way, and change without saying anything else. */
const marks = /[\p{P}\p{S}\p{Z}\p{Cf}\s]+/gu
/** Signs that are read as words: `-3`, `+2`, `5%`, `$5`. A point or comma within a number stays too. */
const read = /[%‰$€£¥₹°+<>=]/u

/**
 * A sentence without its typography: two sentences with the same key have the same words and numbers. Case stays, since
 * `us` is not `US`; so does a sign or a point within a number, since `1.5` is not `15` and `-3` not `3`.
 */
export function wordKeyOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\d)[\s\u2009\u202f'’](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<![\p{L}\p{N}])[-−–](?=\d)/gu, ' minus ')
    .replace(marks, (run, at: number, whole: string) => {
      const inNumber = /^[.,:/]$/.test(run) && /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + run.length] ?? '')
      if (inNumber) return run
      const kept = [...run].filter((mark) => read.test(mark)).join('')
      // `don’t` and `don't` are one word, as are `re-open` and `reopen` not.
      if (/^['’ʼ]$/u.test(run) && at > 0 && at + run.length < whole.length) return "'"
      return ` ${kept} `
    })
    .replace(/\s+/g, ' ')
    .trim()
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** 1 to 12 for an English month name or its abbreviation. */
export function monthNumber(name: string | undefined): number | undefined {
  const index = monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase())
  return index < 0 ? undefined : index + 1
}

/** 0 (Sunday) to 6 for an English weekday name. */
export function weekdayNumber(name: string | undefined): number | undefined {
  const index = weekdayNames.indexOf((name ?? '').slice(0, 3).toLowerCase())
  return index < 0 ? undefined : index
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** The number of an English numeral up to 99, digits, `a`, `a couple of` or `a dozen`. */
export function numberOf(text: string | undefined): number | undefined {
  const words = (text ?? '').toLowerCase().trim()
  if (/^\d+$/.test(words)) return Number(words)
  if (words === 'a' || words === 'an') return 1
  if (words.includes('couple')) return 2
  if (words.includes('dozen')) return 12
  const [first = '', second] = words.split(/[- ]/)
  const ten = tens.indexOf(first)
  if (ten >= 2) return ten * 10 + (second ? Math.max(0, small.indexOf(second)) : 0)
  const index = small.indexOf(first)
  return index < 0 ? undefined : index
}

/** TIMEX3 unit: `m` minute, `H` hour, `D` day, `W` week, `M` month, `Y` year; here also `E` decade and `C` century. */
export function unitCode(word: string | undefined): 'm' | 'H' | 'D' | 'W' | 'M' | 'Y' | 'E' | 'C' | undefined {
  switch ((word ?? '').toLowerCase().replace(/s$/, '')) {
    case 'minute':
      return 'm'
    case 'hour':
      return 'H'
    case 'day':
      return 'D'
    case 'week':
      return 'W'
    case 'month':
      return 'M'
    case 'year':
      return 'Y'
    case 'decade':
      return 'E'
    case 'century':
    case 'centurie':
      return 'C'
    default:
      return undefined
  }
}

/** TIMEX3 part of day of `Friday evening`: `TEV`; empty for none. */
export function partOfDay(word: string | undefined): string {
  const part = (word ?? '').toLowerCase()
  if (part.endsWith('morning')) return 'TMO'
  if (part.endsWith('afternoon')) return 'TAF'
  if (part.endsWith('evening')) return 'TEV'
  return part.endsWith('night') ? 'TNI' : ''
}

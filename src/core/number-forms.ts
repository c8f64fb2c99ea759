const numbers = new Map<string, Intl.NumberFormat>()
const forms = new Map<string, Intl.PluralRules>()

/** How numbers are written in a language. What the runtime needs for it is made with the first number, once for all who ask. */
export function numbersIn(locale: string): Pick<Intl.NumberFormat, 'format'> {
  return { format: (value) => madeOnce(numbers, locale, () => new Intl.NumberFormat(locale)).format(value) }
}

/** Which of its plural forms a language uses for a number. Made with the first number, too. */
export function formsIn(locale: string): Pick<Intl.PluralRules, 'select'> {
  return { select: (count) => madeOnce(forms, locale, () => new Intl.PluralRules(locale)).select(count) }
}

function madeOnce<Made>(made: Map<string, Made>, locale: string, make: () => Made): Made {
  let one = made.get(locale)
  if (one === undefined) made.set(locale, (one = make()))
  return one
}

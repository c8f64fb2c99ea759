const numbers = new Map<string, Intl.NumberFormat>()
const forms = new Map<string, Intl.PluralRules>()

/** Our locales that write whole numbers below a thousand as JavaScript does. */
const plain: ReadonlySet<string> = new Set(['en-US', 'de-DE', 'es-ES', 'fr-FR', 'ar-u-hc-h23-nu-latn'])

/**
 * The number format of a language. The formatter (some milliseconds for the first) is made when a number first needs more than its digits,
 * and shared.
 */
export function numbersIn(locale: string): { format(value: number): string } {
  const isPlain = plain.has(locale)
  return {
    format: (value) =>
      isPlain && Number.isInteger(value) && value > 0 && value < 1000
        ? String(value)
        : madeOnce(numbers, locale, () => new Intl.NumberFormat(locale)).format(value),
  }
}

/** The plural rules of a language. Made with the first number, too. */
export function formsIn(locale: string): Pick<Intl.PluralRules, 'select'> {
  return { select: (count) => madeOnce(forms, locale, () => new Intl.PluralRules(locale)).select(count) }
}

function madeOnce<Made>(made: Map<string, Made>, locale: string, make: () => Made): Made {
  let one = made.get(locale)
  if (one === undefined) made.set(locale, (one = make()))
  return one
}

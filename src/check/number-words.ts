const english =
  'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90'
const french =
  'deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60'
const arabic =
  'اثنان=2 اثنين=2 اثنتان=2 اثنتين=2 ثلاث=3 ثلاثة=3 أربع=4 أربعة=4 خمس=5 خمسة=5 ست=6 ستة=6 سبع=7 سبعة=7 ثمان=8 ثماني=8 ثمانية=8 تسع=9 تسعة=9 عشر=10 عشرة=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 خمسين=50 ستون=60 ستين=60 سبعون=70 سبعين=70 ثمانون=80 ثمانين=80 تسعون=90 تسعين=90'

const tables: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  en: tableOf(english),
  fr: tableOf(french),
  ar: tableOf(arabic),
}

/** Words between the parts of one number. */
const between = new Set([
  'and',
  'et',
  'hundred',
  'thousand',
  'cent',
  'cents',
  'mille',
  'quatre-vingt',
  'مئة',
  'مائة',
  'و',
  'أحد',
  'إحدى',
  'اثنا',
  'اثني',
  'اثنتا',
  'اثنتي',
])

/** The number words of a text. */
export type SpokenNumbers = {
  /** The values of single words. */
  readonly values: readonly number[]
  /** True where several words form one number (`twenty-five`), which is not read. */
  readonly hasComposed: boolean
}

/** The number words of a text; undefined for a language whose number words are unknown. */
export function spokenNumbers(text: string, language: string): SpokenNumbers | undefined {
  const table = tables[language]
  if (!table) return undefined
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const found = words.map((word) => numberOf(word, table))
  const isNumber = (index: number) => found[index] !== undefined
  const hasComposed = words.some(
    (word, index) =>
      (isNumber(index) && isNumber(index + 1)) || (between.has(word) && (isNumber(index - 1) || isNumber(index + 1))),
  )
  return { values: found.filter((value) => value !== undefined), hasComposed }
}

function numberOf(word: string, table: ReadonlyMap<string, number>): number | undefined {
  return table.get(word) ?? table.get(word.replace(/^[وفبلك]?(?:ال)?/u, ''))
}

function tableOf(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(' ').map((pair) => {
      const [word = '', value] = pair.split('=')
      return [word, Number(value)]
    }),
  )
}

import type { Word } from './words.ts'

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'zero',
    '',
    'two deux zwei dos اثنان اثنين',
    'three trois drei tres ثلاثة ثلاث',
    'four quatre vier cuatro أربعة أربع',
    'five cinq fünf cinco خمسة خمس',
    'six sechs seis ستة ست',
    'seven sept sieben siete سبعة سبع',
    'eight huit acht ocho ثمانية ثماني',
    'nine neuf neun nueve تسعة تسع',
    'ten dix zehn diez عشرة عشر',
    'eleven onze elf once',
    'twelve douze zwölf doce',
    'thirteen treize dreizehn trece',
    'fourteen quatorze vierzehn catorce',
    'fifteen quinze fünfzehn quince',
    'sixteen seize sechzehn dieciséis',
    'seventeen dix-sept siebzehn diecisiete',
    'eighteen dix-huit achtzehn dieciocho',
    'nineteen dix-neuf neunzehn diecinueve',
    'twenty vingt zwanzig veinte عشرون عشرين',
  ]
    .flatMap((words, value) => words.split(' ').map((word) => [word, value] as const))
    .concat(
      ['thirty trente dreißig treinta', 'forty quarante vierzig cuarenta', 'fifty cinquante fünfzig cincuenta']
        .concat([
          'sixty soixante sechzig sesenta',
          'seventy siebzig setenta',
          'eighty achtzig ochenta',
          'ninety neunzig noventa',
        ])
        .flatMap((words, index) => words.split(' ').map((word) => [word, 30 + 10 * index] as const)),
    )
    .filter(([word]) => word !== ''),
)

/** The numbers among words, as digits: `seven` and `7` are one. `One` is most often no number. */
export function numbersIn(words: readonly Word[]): string[] {
  return words.flatMap(({ text }) => {
    if (/^\p{N}/u.test(text)) return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    const value = NUMBERS.get(text) ?? tensAndOnes(text)
    return value === undefined ? [] : String(value)
  })
}

/** `forty-seven` */
function tensAndOnes(text: string): number | undefined {
  const [tens, ones, ...more] = text.split('-').map((part) => (part === 'one' ? 1 : NUMBERS.get(part)))
  return tens === undefined || ones === undefined || more.length > 0 || tens < 20 ? undefined : tens + ones
}

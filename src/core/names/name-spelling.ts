/** Spellings of one name that never belong to two people; the first replaces the others. */
const SPELLINGS = `
mohammed mohamed mohammad muhammad muhammed mohamad muhamed mohamud
gadhafi gaddafi qaddafi kadhafi gadafi kadafi qadhafi gheddafi
hussein hussain husayn husein hossein
ahmed ahmad ahmet
abdullah abdallah
khaled khalid
yousef youssef yusuf yousuf yusef yosef
mahmoud mahmud
mustafa mostafa moustafa mustapha
suleiman sulaiman suleyman
osama usama
haniyeh haniya haniye
ahmadinejad ahmedinejad
sergei sergey serguei
dmitry dmitri dmitriy dimitri
yevgeny evgeny yevgeniy evgeniy yevgeni evgeni
yuri yury yuriy iouri
andrei andrey
alexei alexey aleksei aleksey
nikolai nikolay
vasily vasiliy vasili
grigory grigoriy grigori
navalny navalniy navalnyi
yelena elena
yekaterina ekaterina
lukashenko lukashenka`

const SAME = new Map(
  SPELLINGS.trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ')
      return others.map((other) => [other, first] as const)
    }),
)

/** Letters that Unicode doesn't decompose. */
const LETTERS: { readonly [letter: string]: string } = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}

/**
 * A word of a name for comparison: small letters, no diacritics, and one spelling where transliteration varies: Zelensky,
 * Zelenskyy and Zelenskiy; Mohammed and Muhammad; al- and el-.
 */
export function nameWordKey(word: string): string {
  const known = knownKeys.get(word)
  if (known !== undefined) return known
  if (knownKeys.size >= mostKnownKeys) knownKeys.clear()
  const key = keyOfNameWord(word)
  knownKeys.set(word, key)
  return key
}

/** A few thousand words make up most names. */
const knownKeys = new Map<string, string>()
const mostKnownKeys = 20_000

function keyOfNameWord(word: string): string {
  const lower = word.toLowerCase()
  const plain = (/^[a-z]*$/.test(lower) ? lower : withoutMarks(lower)).replace(/(?:ii|iy|yy|yi|ij)$/, 'y')
  return SAME.get(plain) ?? plain
}

function withoutMarks(lower: string): string {
  return lower
    .normalize('NFD')
    .replace(/[\p{M}.’'`]/gu, '')
    .replace(/[łøıđðßæœ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/^(?:el|al)-/, 'al-')
}

/** A name without case and accents, for comparing what people type. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether two spellings of a name have other letters in the middle: `George W. Roe` and `George H.W. Roe` are not one person. */
export function haveOtherInitials(a: string, b: string): boolean {
  if (a === b) return false
  const [here, there] = [initialsIn(a), initialsIn(b)]
  return here !== '' && there !== '' && here !== there
}

function initialsIn(name: string): string {
  return name
    .split(/\s+/)
    .slice(1, -1)
    .filter((word) => /^(?:\p{Lu}\.?)+$/u.test(word))
    .join('')
    .replaceAll('.', '')
}

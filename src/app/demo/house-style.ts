/** The quotation marks of an outlet. Texts are written in one notation: ‘outer “inner” marks’ and ' for an apostrophe. */
export type QuoteStyle = 'single curly' | 'single straight' | 'double curly' | 'double straight' | 'french' | 'arabic'

const MARKS: Readonly<Record<QuoteStyle, Readonly<Record<string, string>>>> = {
  'single curly': { "'": '’' },
  'single straight': { '‘': "'", '’': "'", '“': '"', '”': '"' },
  'double curly': { '‘': '“', '’': '”', '“': '‘', '”': '’', "'": '’' },
  'double straight': { '‘': '"', '’': '"', '“': "'", '”': "'" },
  french: { "'": '’' },
  arabic: {},
}

/** Sets a text in an outlet's marks, as its editors would do with an agency's text. */
export function inHouseStyle(text: string, style: QuoteStyle): string {
  const marks = MARKS[style]
  const marked = text.replaceAll(/['‘’“”]/g, (mark) => marks[mark] ?? mark)
  return style === 'french' ? withFrenchSpaces(marked) : marked
}

/** No line may break inside guillemets or before double punctuation and units. */
function withFrenchSpaces(text: string): string {
  return text.replaceAll('« ', '«\u00a0').replaceAll(/ (?=[»:;!?%])/g, '\u00a0')
}

import { packOf } from '../languages/all.ts'

type NumberTable = { readonly values: ReadonlyMap<string, number>; readonly between: ReadonlySet<string> }

const tables = new Map<string, NumberTable>()

/** The number words of a text. */
export type SpokenNumbers = {
  /** The values of single words. */
  readonly values: readonly number[]
  /** True where several words form one number (`twenty-five`), which is not read. */
  readonly hasComposed: boolean
}

/** The number words of a text; undefined for a language whose number words are unknown. */
export function spokenNumbers(text: string, language: string): SpokenNumbers | undefined {
  const table = tableOf(language)
  if (!table) return undefined
  const { values, between } = table
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const found = words.map((word) => numberOf(word, values))
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

/** The words for numbers of a language whose translations are checked, by its BCP 47 primary subtag. */
function tableOf(language: string): NumberTable | undefined {
  const known = tables.get(language)
  if (known) return known
  const pack = packOf(language)
  if (!pack?.numbers || !pack.translation) return undefined
  const table = {
    values: new Map(
      pack.numbers.split(/\s+/).map((pair) => {
        const [word = '', value] = pair.split('=')
        return [word, Number(value)] as const
      }),
    ),
    between: new Set(pack.translation.betweenNumbers.split(' ')),
  }
  tables.set(language, table)
  return table
}

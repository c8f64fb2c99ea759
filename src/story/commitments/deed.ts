import type { LanguagePack } from '../../languages/pack.ts'

/** A deed to come, with the forms that tell of it as done; where those tell so only beside another word, with that. */
export type Deed = {
  readonly text: string
  readonly isPassive: boolean
  readonly done: readonly string[]
  readonly helper?: RegExp
}

/** The forms of a language's irregular verbs that tell of what was done, by infinitive. */
export function verbForms({ irregularVerbs = '' }: LanguagePack): ReadonlyMap<string, readonly string[]> {
  const lines = irregularVerbs.trim().split(/\s+/)
  return new Map(
    lines.map((line) => {
      const [verb = '', forms = ''] = line.split(':')
      return [verb, forms.split('|')]
    }),
  )
}

/** The verbs of a language that are before what is yet to come. */
export function verbsAhead({ ahead = '' }: LanguagePack): ReadonlySet<string> {
  return new Set(ahead.split(' '))
}

import type { KeepingWords } from './keeping-en.ts'

export const keepingFr: KeepingWords = {
  forGood: 'Tout est gardé sans limite.',
  forDays: (days) =>
    `Entrées et articles sont gardés ${days} ; ce que quelqu’un a marqué ou que quelque chose cite est gardé sans limite.`,
  gone: (entries, articles, since, last) =>
    `Jusqu’ici sont partis ${entries} et ${articles} : depuis le ${since}, la dernière fois le ${last}.`,
}

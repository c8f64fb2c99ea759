/** The words of what a model holds for close in meaning. */
export type MeaningWords = {
  /** Before the name of the model. */
  readonly closeBy: string
  readonly alsoClose: string
  /** Before the name of the model. */
  readonly note: string
}

export const meaningEn: MeaningWords = {
  closeBy: 'close in meaning by the model',
  alsoClose: 'Also close in meaning',
  note: 'They need not have a word of the search. So says the model',
}

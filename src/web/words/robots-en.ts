/** The words of what sites ask of programs. */
export type RobotsWords = {
  readonly refusesModels: string
  readonly notTranslated: string
}

export const robotsEn: RobotsWords = {
  refusesModels:
    'The page asks that no model be given its text (noai). It is read and cited here like any other, and left out of what a model of this server writes or translates.',
  notTranslated: 'The page asks that no model be given its text (noai), so it is not translated here.',
}

/** Problems a reader can report about an article's text. */
export const textProblems = [
  'opening-missing',
  'text-missing',
  'not-part-of-it',
  'wrong-title',
  'wrong-author',
  'wrong-date',
  'not-an-article',
  'other',
] as const
export type TextProblem = (typeof textProblems)[number]

/** `open`: waits for the owner; `ruled`: a site rule was made from it; `closed`: dismissed. */
export type ProblemReportState = 'open' | 'ruled' | 'closed'

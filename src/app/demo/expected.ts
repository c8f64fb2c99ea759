import { expectedPassages } from './expected-passages.ts'
import { expectedStatements } from './expected-statements.ts'
import { expectedStories } from './expected-stories.ts'

/**
 * The answer key of the demo edition, made by hand. Texts are in the edition's notation (single curly marks, tokens for dates);
 * `printedIn(edition, article, text)` gives them as the named article prints them.
 */
export const expected = {
  stories: expectedStories,
  ...expectedPassages,
  ...expectedStatements,
} as const

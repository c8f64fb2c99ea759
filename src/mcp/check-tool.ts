import { z } from 'zod'
import { defined } from '../core/defined.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { checkText } from '../operations/search/check-text.ts'
import type { CheckedFigure, CheckedStatement } from '../operations/search/text-check-views.ts'
import { citedIn } from './cited.ts'
import { languageTag } from './language-tag.ts'
import type { Links } from './links.ts'
import { outside, outsideAll } from './outside.ts'
import { limitOf, pageNumber, pageOf } from './paging.ts'
import { defineTool, toolResultOf } from './tool.ts'

/** Outlets named with a statement; `articles` and `reports` count them all. */
const mostOutlets = 5

export const checkTool = defineTool({
  name: 'check',
  title: 'Check a text',
  description:
    'Checks quotations and attributed statements in a text (a quotation, a draft, your own answer) against the stored articles. result: exact, altered or cut (changes: given → found), other-speaker, unquoted (word for word, but not as a quotation), not-found (in no article here: it may be true all the same, so never call it false). With the place, the words around it, the outlets and independent reports that have it, and figures of the sentence. Sentences that are in no article are left out.',
  input: z.object({
    text: checkText.input.shape.text,
    language: checkText.input.shape.language.describe('Of the text, BCP 47; absent: found out'),
    limit: limitOf(10, 50),
    page: pageNumber,
  }),
  run: async ({ context, links }, { limit, page, ...input }) =>
    toolResultOf(await runForProgram(context, checkText, input), 'There is nothing to check.', (view) => {
      const { shown, ...pages } = pageOf(view.statements, { page, limit })
      return {
        language: languageTag(view.language),
        counts: Object.fromEntries(Object.entries(view.counts).filter(([, count]) => count > 0)),
        ...(view.isCut && { isCut: true }),
        ...pages,
        statements: shown.map((statement) => statementOf(statement, links)),
      }
    }),
})

function statementOf(statement: CheckedStatement, links: Links) {
  const { kind, words, speaker, result, place, isOtherSpeaker, changes, carriers, figures } = statement
  const cited = place && citedIn({ [place.citation.documentId]: place.document }, links)(place.citation)
  return {
    kind,
    result,
    given: outside(words),
    ...defined({ speaker: speaker === undefined ? undefined : outside(speaker), isOtherSpeaker }),
    ...(place && {
      place: {
        ...cited,
        ...defined({
          speaker: place.speaker && outside(place.speaker.name),
          isProbable: place.isProbable,
          isOwnWords: place.isOwnWords,
        }),
        around: outside(place.around.exact),
      },
    }),
    ...(changes.length > 0 && {
      changes: changes.map(({ kind, given, found }) => ({
        kind,
        ...(given && { given: outside(words.slice(given.start, given.end)) }),
        ...(found && place && { found: outside(place.citation.exact.slice(found.start, found.end)) }),
      })),
    }),
    ...(carriers && {
      articles: carriers.articles,
      reports: carriers.reports,
      ...outsideAll('outlets', carriers.outlets.slice(0, mostOutlets)),
      ...(carriers.isCut && { isMore: true }),
    }),
    ...(figures.length > 0 && { figures: figures.map((figure) => figureOf(figure, links)) }),
  }
}

function figureOf({ kind, words, result, citation, document }: CheckedFigure, links: Links) {
  const found = citation && document && citedIn({ [citation.documentId]: document }, links)(citation)
  return { kind, result, given: outside(words), ...defined({ found }) }
}

import { z } from 'zod'
import { checkFigures } from '../../check/check-figures.ts'
import { quotedWords } from '../../check/compare-quotation.ts'
import { partsOf, readStatements, type TextStatement } from '../../check/read-statements.ts'
import { cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { contains, overlaps } from '../../core/span.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { citedArticle } from '../articles/cited-article.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { type FoundArticles, findStatements, wantedOf } from './find-statements.ts'
import { judgeStatement, readReports } from './judge-statement.ts'
import { readDraft } from './read-draft.ts'
import { type CheckedFigure, type CheckedStatement, statementResults, type TextCheck } from './text-check-views.ts'

/** Characters of a text that waits for the one before it. */
const longFrom = 20_000
/** Words of a quotation that is pasted without quotation marks. */
const [fewestBare, mostBare] = [3, 60]
/** Statements that are looked for. */
const mostStatements = 2_500
/** Of a sentence that nobody is said to have spoken, so much must be there: look-alikes are no finding. */
const leastOfSentence = 0.8
/** Articles in which the figures of a sentence are looked for. */
const mostOfFigures = 3

export const checkText = defineOperation({
  name: 'check_text',
  minRole: 'guest',
  summary:
    'Whether articles contain a text’s quotations and statements, word for word or nearly, their speakers, and its figures',
  input: z.strictObject({
    text: z.string().min(1).max(maxLength.checkedText),
    language: z.string().min(2).max(35).optional(),
  }),
  run: (context, asked) =>
    // A long text takes seconds: one at a time leaves the other processor to those who read.
    asked.text.length > longFrom ? oneByOne('check_text', () => check(context, asked)) : check(context, asked),
})

async function check(
  context: OperationContext,
  { text, language }: { readonly text: string; readonly language?: string | undefined },
): Promise<TextCheck> {
  const draft = await readDraft(text, language, context.now().toISOString())
  const all = withBare(readStatements(draft.document, draft.layers), text)
  const statements = all.slice(0, mostStatements)
  const found = (
    await findStatements(
      context,
      statements.map((one) => wantedIn(text, one)),
    )
  ).map((one, index) => (statements[index]?.kind === 'sentence' ? onlyLike(one, leastOfSentence) : one))
  const reportOf = readReports(found)
  const checked = statements.flatMap((statement, index): CheckedStatement[] => {
    const articles = found[index] ?? { articles: [], isCut: false }
    const judged = judgeStatement(statement, articles, reportOf)
    if (statement.kind === 'sentence' && judged.result === 'not-found') return []
    const { kind, span, speaker } = statement
    const figures = figuresOf(statement, articles, draft, statements, text)
    return [{ kind, span, words: text.slice(span.start, span.end), ...defined({ speaker }), ...judged, figures }]
  })
  const shown = checked.filter((one) => !isToldByOther(one, checked))
  return {
    language: draft.document.language,
    statements: shown,
    counts: countsOf(shown),
    quotations: shown.filter(({ kind }) => kind === 'quotation').length,
    reported: shown.filter(({ kind }) => kind === 'statement').length,
    ...(all.length > statements.length && { isCut: true as const }),
  }
}

/** What is pasted without quotation marks and is short is a quotation itself. */
function withBare(found: readonly TextStatement[], text: string): readonly TextStatement[] {
  const start = text.length - text.trimStart().length
  const span = { start, end: text.trimEnd().length }
  const count = quotedWords(text).length
  if (found.some(({ kind }) => kind !== 'sentence') || count < fewestBare || count > mostBare) return found
  return [{ kind: 'quotation', span, parts: partsOf(text, span), sentence: 0 }]
}

function wantedIn(text: string, { kind, span, parts, speaker }: TextStatement) {
  const inner = parts.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }))
  return wantedOf(kind, text.slice(span.start, span.end), inner, speaker)
}

function onlyLike({ articles, isCut }: FoundArticles, least: number): FoundArticles {
  return { articles: articles.filter(({ match }) => match.kept >= least), isCut }
}

/** The figures of the statement's sentence outside of what was looked for: those within are part of its changes. */
function figuresOf(
  { span, sentence, kind }: TextStatement,
  { articles }: FoundArticles,
  { document, layers }: { readonly document: Document; readonly layers: Annotations },
  statements: readonly TextStatement[],
  text: string,
): readonly CheckedFigure[] {
  const own = layers.sentences?.items[sentence]
  if (articles.length === 0 || kind === 'sentence' || !own) return []
  const isFirst = statements.find((one) => one.sentence === sentence)?.span.start === span.start
  if (!isFirst) return []
  const inSentence = statements.filter((one) => overlaps(one.span, own.span))
  const asked = articles.slice(0, mostOfFigures)
  const read = asked.map(({ stored, layers: ofArticle }) => ({ document: stored.document, layers: ofArticle }))
  const isOutside = (figure: { readonly start: number; readonly end: number }) =>
    contains(own.span, figure) && !inSentence.some((one) => overlaps(one.span, figure))
  return checkFigures({ document, layers }, isOutside, read).map(({ kind: of, span: at, result, found }) => {
    const article = found && asked[found.article]
    return {
      kind: of,
      span: at,
      words: text.slice(at.start, at.end),
      result,
      ...(article &&
        found && { citation: cite(article.stored.document, found.span), document: citedArticle(article.stored) }),
    }
  })
}

/** Of a report and a quotation within it, one that is not found says nothing beside the one that is; of two, the quotation stays. */
function isToldByOther(one: CheckedStatement, all: readonly CheckedStatement[]): boolean {
  if (one.result !== 'not-found') return false
  return all.some((other) => {
    if (other === one || !overlaps(other.span, one.span)) return false
    return other.result !== 'not-found' || (one.kind === 'statement' && other.kind === 'quotation')
  })
}

function countsOf(statements: readonly CheckedStatement[]): TextCheck['counts'] {
  const count = (result: CheckedStatement['result']) => statements.filter((one) => one.result === result).length
  return Object.fromEntries(statementResults.map((result) => [result, count(result)])) as TextCheck['counts']
}

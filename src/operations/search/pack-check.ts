import { layerVersions } from '../../analyze/layer-versions.ts'
import { defined } from '../../core/defined.ts'
import { placeWithin, type Span } from '../../core/span.ts'
import { type CheckPackInput, type PackedFinding, writeCheckPack } from '../../export/pack/check-pack.ts'
import { checkedFile } from '../../export/pack/pack-format.ts'
import { place } from '../../export/pack/seal-pack.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'
import { defineOperation } from '../operation.ts'
import { packedArticles } from '../packed-articles.ts'
import { packedFile } from '../packed-file.ts'
import { checkText } from './check-text.ts'
import type { CheckedStatement } from './text-check-views.ts'

const mostOfTitle = 80

export const packCheck = defineOperation({
  name: 'pack_check',
  minRole: 'guest',
  leaves: true,
  summary:
    'A text with what articles have of it as a ZIP: findings, places, texts, revisions and hashes, which anyone can check offline',
  input: checkText.input,
  async run(context, { text: given, language }) {
    // What UTF-8 can't contain would make the text in the pack another one.
    const text = given.toWellFormed()
    const view = await checkText.run(context, { text, language })
    const cited = view.statements.flatMap(({ place: found, figures }) => [
      ...(found ? [found.citation] : []),
      ...figures.flatMap(({ citation }) => citation ?? []),
    ])
    const title = titleOf(text)
    const input: CheckPackInput = {
      version: context.maintenance.version,
      analyzers: { extract: extractorVersion, ...layerVersions },
      title,
      text,
      language: view.language,
      ...defined({ isCut: view.isCut }),
      findings: view.statements.map((statement) => findingOf(statement, text)),
      articles: await packedArticles(context, new Set(cited.map(({ documentId }) => documentId))),
    }
    return packedFile(await writeCheckPack(input), title, 'text-check-pack.zip')
  },
})

/** How the text begins. */
function titleOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length <= mostOfTitle
    ? line
    : `${line
        .slice(0, mostOfTitle)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
}

function findingOf(statement: CheckedStatement, text: string): PackedFinding {
  const { kind, result, span, speaker, isOtherSpeaker, place: found, changes, carriers, figures } = statement
  const inText = ({ start, end }: Span) => ({ document: checkedFile, start, end, exact: text.slice(start, end) })
  return {
    kind,
    result,
    given: inText(span),
    ...defined({ speaker, isOtherSpeaker }),
    ...(found && {
      found: {
        citation: place(found.citation),
        around: place(found.around),
        article: found.document.articleId,
        outlet: found.document.sourceName,
        publishedAt: found.document.publishedAt,
        ...defined({ speaker: found.speaker?.name, isProbable: found.isProbable, isOwnWords: found.isOwnWords }),
      },
    }),
    changes: changes.map((change) => ({
      kind: change.kind,
      ...(change.given && { given: inText(placeWithin(span, change.given)) }),
      ...(change.found &&
        found && {
          found: {
            document: found.citation.documentId,
            ...placeWithin(found.citation.span, change.found),
            exact: found.citation.exact.slice(change.found.start, change.found.end),
          },
        }),
    })),
    ...defined({ carriers }),
    figures: figures.map((figure) => ({
      kind: figure.kind,
      result: figure.result,
      given: inText(figure.span),
      ...(figure.citation && { citation: place(figure.citation) }),
    })),
  }
}

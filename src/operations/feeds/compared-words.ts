import { isCollection } from '../../core/article.ts'
import { cite } from '../../core/citation.ts'
import type { DocumentId, SourceId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import type { Dossier } from '../../core/story.ts'
import type { Store } from '../../store/store.ts'
import type { countWords, FavoredWord } from '../../story/outlets/chosen-words.ts'
import type { Pair } from '../../story/outlets/pair-facts.ts'
import type { FavoredWordView } from './compared-views.ts'

/** Counts the words of both outlets in some stories: of reports that aren't copies or running pages, without quotations and copied passages. */
export async function addTexts(
  store: Store,
  words: ReturnType<typeof countWords>,
  stories: readonly { readonly id: string; readonly dossier: Dossier }[],
  outlets: Pair<SourceId>,
): Promise<void> {
  const counted = stories.flatMap(({ id, dossier }) => {
    const skipped = skippedIn(dossier)
    return dossier.members
      .filter(
        ({ sourceId, role, kind }) =>
          outlets.includes(sourceId) && !isCollection(kind) && (role === 'original' || role === 'partly-own'),
      )
      .map(({ sourceId, documentId }) => ({
        story: id,
        side: sourceId === outlets[0] ? (0 as const) : (1 as const),
        documentId,
        skipped: skipped.get(documentId) ?? [],
      }))
  })
  const texts = await store.outlets.textsOf(counted.map(({ documentId }) => documentId))
  const textOf = new Map(texts.map((text) => [text.id, text]))
  for (const each of counted) {
    const text = textOf.get(each.documentId)
    if (text) words.add({ ...each, language: text.language, text: text.text })
  }
}

/** Words that an outlet only passes on, by document. */
function skippedIn({ ledger, unattributed, shared = [] }: Dossier): ReadonlyMap<DocumentId, readonly Span[]> {
  const said = [...ledger.flatMap(({ utterances }) => utterances), ...unattributed].flatMap(({ wordings }) =>
    wordings.flatMap(({ kind, citation }) => (kind === 'indirect' ? [] : [citation])),
  )
  const copied = shared.flatMap(({ passages }) => passages.map(({ here }) => here))
  const byDocument = Map.groupBy([...said, ...copied], ({ documentId }) => documentId)
  return new Map([...byDocument].map(([id, cited]) => [id, cited.map(({ span }) => span)]))
}

/** Each word with the sentence of its place; one whose sentence isn't known is left out. */
export async function citedWords(
  store: Store,
  words: Pair<readonly FavoredWord[]>,
): Promise<readonly (readonly FavoredWordView[])[]> {
  const ids = [...new Set(words.flat().map(({ documentId }) => documentId))]
  const [texts, sentences] = await Promise.all([store.outlets.textsOf(ids), store.outlets.sentencesOf(ids)])
  const textOf = new Map(texts.map((text) => [text.id, text]))
  return words.map((own) =>
    own.flatMap(({ documentId, span, ...word }) => {
      const text = textOf.get(documentId)
      const sentence = sentences
        .get(documentId)
        ?.find((each) => each.span.start <= span.start && each.span.end >= span.end)
      return text && sentence ? [{ ...word, citation: cite(text, sentence.span), language: text.language }] : []
    }),
  )
}

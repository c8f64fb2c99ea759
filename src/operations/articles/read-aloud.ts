import { z } from 'zod'
import type { Recording, RecordingState, SpeechTrial, VoiceFacts } from '../../core/feed/recording.ts'
import { nth } from '../../core/nth.ts'
import type { Dossier } from '../../core/story.ts'
import { articleScript, storyScript } from '../../export/article-script.ts'
import type { SpokenPart } from '../../export/spoken-part.ts'
import type { StoredArticle } from '../../store/store.ts'
import { articleId, documentId, storyId } from '../input.ts'
import { defineOperation, type OperationContext, type SchemaInput } from '../operation.ts'

/** What is read aloud: a revision of an article, or a story's brief. */
const spoken = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), id: articleId, revision: documentId.optional() }),
  z.object({ kind: z.literal('story'), id: storyId }),
])

export type ReadAloudSubject = SchemaInput<typeof spoken>

export const recordAloud = defineOperation({
  name: 'record_aloud',
  minRole: 'reader',
  summary: 'Starts a recording of an article or of a story in brief, in the background; the page shows the progress',
  input: spoken,
  async run(context, input): Promise<'started' | 'busy' | undefined> {
    const parts = await scriptOf(context, input)
    if (!parts) return undefined
    return context.speech.start(parts) ? 'started' : 'busy'
  },
})

export const getRecording = defineOperation({
  name: 'get_recording',
  minRole: 'guest',
  summary: 'The recording of an article or of a story in brief, if there is one, with the time of each sentence',
  input: spoken,
  async run(context, input): Promise<Recording | undefined> {
    const parts = await scriptOf(context, input)
    return parts && context.speech.find(parts)
  },
})

/** The voice, and the file type of recordings. */
export type SpeechView = VoiceFacts & { readonly extension: string }

export const getSpeech = defineOperation({
  name: 'get_speech',
  minRole: 'owner',
  summary: 'The server’s speech program and its voices',
  input: z.strictObject({}),
  run: async ({ speech }): Promise<SpeechView> => ({ ...speech.about, extension: speech.extension }),
})

export const trySpeech = defineOperation({
  name: 'try_speech',
  minRole: 'owner',
  summary: 'Tests the speech program with one sentence: its length, size and time taken',
  input: z.strictObject({
    language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
    text: z.string().trim().min(1).max(300),
  }),
  run: ({ speech }, part): Promise<SpeechTrial> => speech.tryOut(part),
})

/** Progress of an article's recording; nothing if it can't be made. */
export function listeningToArticle(
  { speech }: Pick<OperationContext, 'speech'>,
  article: Pick<StoredArticle, 'document' | 'annotations'>,
): Promise<{ readonly listening?: RecordingState }> {
  return stateOf(speech, partsOfArticle(article))
}

/** The same for a story's brief. */
export function listeningToStory(
  { speech }: Pick<OperationContext, 'speech'>,
  dossier: Dossier,
  documents: Readonly<Record<string, { readonly language?: string }>>,
): Promise<{ readonly listening?: RecordingState }> {
  return stateOf(
    speech,
    storyScript(dossier, (id) => documents[id]?.language),
  )
}

async function stateOf(speech: OperationContext['speech'], parts: readonly SpokenPart[]) {
  return canBeHeard(speech, parts) ? { listening: await speech.state(parts) } : {}
}

/** A headline alone isn't worth a recording, and a voice of another language can't read the text. */
function canBeHeard(speech: OperationContext['speech'], parts: readonly SpokenPart[]): boolean {
  return speech.isSet && parts.length > 1 && speech.speaks(nth(parts, 0).language)
}

/** Undefined if the article or story doesn't exist, or no voice can read it. */
async function scriptOf(
  { store, speech }: OperationContext,
  input: z.output<typeof spoken>,
): Promise<readonly SpokenPart[] | undefined> {
  if (!speech.isSet) return undefined
  if (input.kind === 'article') {
    const newest = await store.articles.find(input.id)
    const isOther = newest && input.revision !== undefined && input.revision !== newest.document.id
    const shown = isOther ? await store.articles.findByDocument(input.revision!) : newest
    if (!shown || shown.article.id !== newest?.article.id) return undefined
    const parts = partsOfArticle(shown)
    return canBeHeard(speech, parts) ? parts : undefined
  }
  const dossier = (await store.stories.find(input.id))?.dossier
  if (!dossier) return undefined
  const documents = await store.articles.citedDocuments(dossier.brief.map(({ citations }) => citations[0].documentId))
  const parts = storyScript(dossier, (id) => documents[id]?.language)
  return canBeHeard(speech, parts) ? parts : undefined
}

function partsOfArticle({ document, annotations }: Pick<StoredArticle, 'document' | 'annotations'>) {
  return articleScript(document, annotations.sentences?.items)
}

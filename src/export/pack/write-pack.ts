import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { sureEnough } from '../../core/quote.ts'
import type { Dossier, SpeakerLedger, Utterance } from '../../core/story.ts'
import { digestFile, manifestFile, packFormat, sha256 } from './pack-format.ts'
import type { PackedArticle, PackInput } from './pack-input.ts'
import { packPage } from './pack-page.ts'
import { packReadme } from './pack-readme.ts'
import { inPackOrder, type PackedFile } from './stored-zip.ts'

/** Where the text of a document is, by document id. */
export type TextFiles = ReadonlyMap<string, string>

/** A quotation in one article's words, as `quotations.json` and the page have it. */
export type PackedQuotation = ReturnType<typeof quotationsOf>[number]

/**
 * The files of a story's evidence pack, and its fingerprint: the SHA-256 of `manifest.json`, which has the SHA-256 of every other file. The
 * same story in the same state gives the same bytes.
 */
export async function writePack(
  input: PackInput,
): Promise<{ readonly files: readonly PackedFile[]; readonly fingerprint: string }> {
  const encoder = new TextEncoder()
  const texts = textsOf(input.articles)
  const textFiles: TextFiles = new Map([...texts.keys()].map((document, index) => [document, textName(index)]))
  const digests = new Map<string, string>()
  for (const [document, text] of texts) digests.set(document, await sha256(encoder.encode(text)))
  const articles = articleRows(input, textFiles, digests)
  const quotations = quotationsOf(input.dossier, texts)
  const lines = input.lines.map(({ citations, ...line }) => ({ ...line, citations: citations.map(place) }))
  const listed = inPackOrder([
    ...Object.entries({
      'README.txt': packReadme(input),
      'index.html': packPage(input, { texts, textFiles, digests, quotations }),
      'story.json': json(storyRow(input)),
      'articles.json': json(articles),
      'sentences.json': json(lines),
      'quotations.json': json(quotations),
    }).map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
    ...[...texts].map(([document, text]) => ({ name: textFiles.get(document)!, bytes: encoder.encode(text) })),
  ])
  const sums = await Promise.all(
    listed.map(async ({ name, bytes }) => ({ name, size: bytes.length, sha256: await sha256(bytes) })),
  )
  const { version, analyzers, changedAt, dossier } = input
  const manifest = encoder.encode(
    json({
      format: packFormat,
      program: 'Twosource',
      version,
      analyzers,
      story: { id: dossier.storyId, title: dossier.headline.title, changedAt },
      files: sums,
    }),
  )
  const fingerprint = await sha256(manifest)
  const own = [
    { name: manifestFile, bytes: manifest },
    { name: digestFile, bytes: encoder.encode(`${fingerprint}  ${manifestFile}\n`) },
  ]
  return { files: inPackOrder([...listed, ...own]), fingerprint }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`
}

function textsOf(articles: readonly PackedArticle[]): ReadonlyMap<string, string> {
  return new Map(
    articles.flatMap(({ revisions }) =>
      revisions.flatMap(({ document, text }) => (text === undefined ? [] : [[document, text] as const])),
    ),
  )
}

function textName(index: number): string {
  return `texts/${String(index + 1).padStart(3, '0')}.txt`
}

function storyRow({ dossier, firstAt, lastAt, changedAt, droppedCount }: PackInput) {
  return {
    id: dossier.storyId,
    title: dossier.headline.title,
    language: dossier.language,
    firstAt,
    lastAt,
    changedAt,
    independentReports: dossier.reports.map(({ originName, how, claimedBy, owner, documentIds }) => ({
      origin: originName,
      how,
      ...defined({ claimedBy, owner }),
      documents: documentIds,
    })),
    droppedSentences: droppedCount,
  }
}

function articleRows({ articles, dossier }: PackInput, files: TextFiles, digests: ReadonlyMap<string, string>) {
  const members = new Map(
    dossier.members.map((member): [string, (typeof dossier.members)[number]] => [member.articleId, member]),
  )
  return articles.map(({ revisions, ...article }) => {
    const member = members.get(article.id)
    return {
      ...article,
      ...(member && {
        document: member.documentId,
        role: member.role,
        report: dossier.reports.findIndex(({ documentIds }) => documentIds.includes(member.documentId)) + 1,
        ownShare: member.own,
        ...defined({ copiedFrom: member.copiedFrom }),
      }),
      revisions: revisions.map(({ text, ...revision }, index) => ({
        number: index + 1,
        ...revision,
        ...(text !== undefined && {
          file: files.get(revision.document),
          sha256: digests.get(revision.document),
          length: text.length,
        }),
      })),
    }
  })
}

/** The quotations of a story whose articles are in the pack, each wording with its place and how its speaker was identified. */
function quotationsOf({ ledger, unattributed }: Dossier, texts: ReadonlyMap<string, string>) {
  const has = (citation: Citation | undefined) => citation && texts.has(citation.documentId) && place(citation)
  const said = [
    ...ledger.flatMap((of) => of.utterances.map((utterance) => ({ of, utterance }))),
    ...unattributed.map((utterance) => ({ of: undefined, utterance })),
  ]
  return said.flatMap(({ of, utterance }, index) => wordingsOf(utterance, index + 1, of))

  function wordingsOf({ wordings, fuller }: Utterance, utterance: number, of: SpeakerLedger | undefined) {
    return wordings.flatMap(({ citation, confidence, pattern, kind, postedAt, ...more }) => {
      const cited = has(citation)
      if (!cited) return []
      const isByPerson = pattern === 'label'
      return {
        ...defined({ speaker: of?.speaker.name, role: has(of?.role) || undefined }),
        kind,
        ...(of && { identifiedBy: pattern, ...(!isByPerson && { confidence, isProbable: confidence < sureEnough }) }),
        citation: cited,
        ...defined({
          cue: has(more.cue) || undefined,
          addressee: has(more.addressee) || undefined,
          place: has(more.place) || undefined,
          channel: has(more.channel) || undefined,
          when: has(more.when) || undefined,
          translated: has(more.translated) || undefined,
          fuller: has(fuller) || undefined,
          postedAt,
        }),
        utterance,
      }
    })
  }
}

/** A citation as the files of a pack have it; offsets are UTF-16 code units, as JavaScript counts. */
function place({ documentId, span, exact }: Citation) {
  return { document: documentId, start: span.start, end: span.end, exact }
}

import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { sureEnough } from '../../core/quote.ts'
import type { Dossier, SpeakerLedger, Utterance } from '../../core/story.ts'
import { packFormat } from './pack-format.ts'
import type { PackedLine, PackInput } from './pack-input.ts'
import { packPage } from './pack-page.ts'
import { packReadme } from './pack-readme.ts'
import { articleRow, type CitedPlace, json, type PackedTexts, packTexts, place, sealPack } from './seal-pack.ts'
import type { PackedFile } from './stored-zip.ts'

/** A sentence that the story shows, its places as the files cite them. */
export type PlacedLine = Omit<PackedLine, 'citations'> & { readonly citations: readonly CitedPlace[] }

/** A quotation in one article's words, as `quotations.json` and the page have it. */
export type PackedQuotation = ReturnType<typeof quotationsOf>[number]

/**
 * The files of a story's evidence pack, and its fingerprint: the SHA-256 of `manifest.json`, which has the SHA-256 of every other file. The
 * same story in the same state gives the same bytes.
 */
export async function writePack(
  input: PackInput,
): Promise<{ readonly files: readonly PackedFile[]; readonly fingerprint: string }> {
  const made = await packTexts(input.articles)
  const quotations = quotationsOf(input.dossier, made)
  const lines = input.lines.map(
    ({ citations, ...line }): PlacedLine => ({
      ...line,
      citations: citations.map((each) => made.withMoment(place(each))),
    }),
  )
  const { version, analyzers, changedAt, dossier } = input
  return sealPack({
    about: {
      format: packFormat,
      program: 'Twosource',
      version,
      analyzers,
      story: { id: dossier.storyId, title: dossier.headline.title, changedAt },
    },
    files: {
      'README.txt': packReadme(input),
      'index.html': packPage(input, { ...made, quotations, lines }),
      'story.json': json(storyRow(input)),
      'articles.json': json(articleRows(input, made)),
      'sentences.json': json(lines),
      'quotations.json': json(quotations),
    },
    made,
  })
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

function articleRows({ articles, dossier }: PackInput, made: PackedTexts) {
  const members = new Map(
    dossier.members.map((member): [string, (typeof dossier.members)[number]] => [member.articleId, member]),
  )
  return articles.map((article) => {
    const member = members.get(article.id)
    return articleRow(article, made, {
      ...(member && {
        document: member.documentId,
        role: member.role,
        report: dossier.reports.findIndex(({ documentIds }) => documentIds.includes(member.documentId)) + 1,
        ownShare: member.own,
        ...defined({ copiedFrom: member.copiedFrom }),
      }),
    })
  })
}

/** The quotations of a story whose articles are in the pack, each wording with its place and how its speaker was identified. */
function quotationsOf({ ledger, unattributed }: Dossier, { texts, withMoment }: PackedTexts) {
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
      const { atSeconds, opensAt } = withMoment(cited)
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
          atSeconds,
          opensAt,
        }),
        utterance,
      }
    })
  }
}

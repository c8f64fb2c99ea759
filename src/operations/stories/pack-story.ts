import { z } from 'zod'
import { layerVersions } from '../../analyze/layer-versions.ts'
import { defined } from '../../core/defined.ts'
import type { DocumentId, StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { PackedLine } from '../../export/pack/pack-input.ts'
import { writePack } from '../../export/pack/write-pack.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'
import { storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { packedArticles } from '../packed-articles.ts'
import { type PackedFile, packedFile } from '../packed-file.ts'
import { auditStory } from './audit-story.ts'
import type { AuditLine } from './audit-views.ts'

/** A story's evidence pack. */
export type StoryPack = PackedFile & { readonly id: StoryId; readonly language: string }

export const packStory = defineOperation({
  name: 'pack_story',
  minRole: 'guest',
  leaves: true,
  summary:
    'A story as a ZIP with all its sentences, places, texts, revisions and hashes, which anyone can check offline',
  input: z.strictObject({ id: storyId }),
  async run(context, { id }): Promise<StoryPack | undefined> {
    const row = await context.store.stories.find(id)
    if (!row?.dossier) return undefined
    const { dossier, firstAt, lastAt, changedAt } = row
    // As of the story's last change: the present time would make every pack of the same state another one.
    const audited = await auditStory({ ...context, now: () => new Date(changedAt) }, row.id)
    if (!audited) return undefined
    const articles = await packedArticles(context, citedBy(dossier, audited.lines))
    const texts = new Set(
      articles.flatMap(({ revisions }) =>
        revisions.flatMap(({ document, text }) => (text === undefined ? [] : document)),
      ),
    )
    const pack = await writePack({
      version: context.maintenance.version,
      analyzers: { extract: extractorVersion, ...layerVersions },
      firstAt,
      lastAt,
      changedAt,
      dossier,
      articles,
      lines: audited.lines.map((line) => packedLine(line, texts)),
      droppedCount: audited.droppedCount,
    })
    const { headline, language } = dossier
    return { id: row.id, language, ...packedFile(pack, headline.title, `story-${row.id}-pack.zip`) }
  },
})

/** The documents of the story's articles and whatever else its lines cite. */
function citedBy({ members }: Dossier, lines: readonly AuditLine[]): ReadonlySet<DocumentId> {
  const sources = lines.flatMap(({ source, others }) => [...(source ? [source] : []), ...others])
  return new Set([...members, ...sources].map(({ documentId }) => documentId))
}

/** A line with those of its places that match; one that doesn't is among its failed checks. */
function packedLine(
  { part, how, text, speaker, model, source, others, checks }: AuditLine,
  texts: ReadonlySet<string>,
): PackedLine {
  const places = [...(source ? [source] : []), ...others].flatMap(({ place }) => (place?.holds ? [place.citation] : []))
  return {
    part,
    how,
    text,
    ...defined({ speaker, model, titleOf: source && !source.place ? source.documentId : undefined }),
    citations: places.filter(({ documentId }) => texts.has(documentId)),
    checks,
  }
}

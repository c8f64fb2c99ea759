import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { joinedBytes } from '../../core/joined-bytes.ts'
import { heardAt } from '../../core/reading/heard.ts'
import { pageRecord, pagesWarcHead } from '../page-warc.ts'
import { digestFile, manifestFile, sha256 } from './pack-format.ts'
import type { PackedArticle } from './pack-input.ts'
import { inPackOrder, type PackedFile } from './stored-zip.ts'

/** Where the text of a document is, by document id. */
export type TextFiles = ReadonlyMap<string, string>

/** The texts in a pack, the files they are in, and their SHA-256, each by document id. */
export type PackedTexts = {
  readonly texts: ReadonlyMap<string, string>
  readonly textFiles: TextFiles
  readonly digests: ReadonlyMap<string, string>
  /** A place with the moment when it is heard. */
  readonly withMoment: (place: CitedPlace) => CitedPlace
  /** The pages of an article as a WARC file, by article id, and their names. */
  readonly pageFiles: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>
}

/** A passage as the files of a pack cite it; offsets are UTF-16 code units, as JavaScript counts. */
export type CitedPlace = {
  readonly document: string
  readonly start: number
  readonly end: number
  readonly exact: string
  /** When it is heard in the recording, in whole seconds, and the address that opens there: in a transcript with times. */
  readonly atSeconds?: number
  readonly opensAt?: string
}

export function place({ documentId, span, exact }: Citation): CitedPlace {
  return { document: documentId, start: span.start, end: span.end, exact }
}

/** The texts of articles as files of a pack. */
export async function packTexts(articles: readonly PackedArticle[]): Promise<PackedTexts> {
  const texts = new Map(
    articles.flatMap(({ revisions }) =>
      revisions.flatMap(({ document, text }) => (text === undefined ? [] : [[document, text] as const])),
    ),
  )
  const textFiles = new Map([...texts.keys()].map((document, index) => [document, textName(index)]))
  const digests = new Map<string, string>()
  for (const [document, text] of texts) digests.set(document, await sha256(new TextEncoder().encode(text)))
  return { texts, textFiles, digests, withMoment: momentsIn(articles), pageFiles: packPages(articles) }
}

function momentsIn(articles: readonly PackedArticle[]): PackedTexts['withMoment'] {
  const spoken = new Map(
    articles.flatMap(({ recording, revisions }) =>
      revisions.flatMap((of) => (of.spoken ? [[of.document, { spoken: of.spoken, recording }] as const] : [])),
    ),
  )
  return (place) => {
    const of = spoken.get(place.document)
    const heard = of && heardAt(of.spoken, defined({ recording: of.recording }), place.start)
    return heard ? { ...place, atSeconds: heard.seconds, ...defined({ opensAt: heard.url }) } : place
  }
}

/** The kept pages of articles as files of a pack: a WARC file for each article, not compressed. */
function packPages(articles: readonly PackedArticle[]): PackedTexts['pageFiles'] {
  const files = articles.flatMap(({ id, pages = [] }) => {
    const whole = pages.flatMap(({ body, ...page }) => (body === undefined ? [] : [{ page, body }]))
    if (whole.length === 0) return []
    const head = pagesWarcHead(whole.map(({ page }) => page))
    return [{ id, bytes: joinedBytes([head, ...whole.map(({ page, body }) => pageRecord(page, body))]) }]
  })
  return new Map(
    files.map(({ id, bytes }, index) => [id, { name: `pages/${String(index + 1).padStart(3, '0')}.warc`, bytes }]),
  )
}

function textName(index: number): string {
  return `texts/${String(index + 1).padStart(3, '0')}.txt`
}

/** An article as `articles.json` has it: `more`, then its revisions with file, hash and length. */
export function articleRow(
  { revisions, pages = [], ...article }: PackedArticle,
  { textFiles, digests, pageFiles }: PackedTexts,
  more = {},
) {
  return {
    ...article,
    ...more,
    revisions: revisions.map(({ text, spoken: _, ...revision }, index) => ({
      number: index + 1,
      ...revision,
      ...(text !== undefined && {
        file: textFiles.get(revision.document),
        sha256: digests.get(revision.document),
        length: text.length,
      }),
    })),
    ...(pages.length > 0 && {
      pages: pages.map(({ body, digest, byteCount, ...page }) => ({
        ...page,
        sha256: digest,
        size: byteCount,
        ...(body !== undefined && { file: pageFiles.get(article.id)?.name }),
      })),
    }),
  }
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`
}

/** The files of a pack with its manifest, which says what it is `about` and lists every file, and the manifest's fingerprint. */
export async function sealPack(pack: {
  readonly about: Readonly<Record<string, unknown>>
  readonly files: Readonly<Record<string, string>>
  readonly made: PackedTexts
}): Promise<{ readonly files: readonly PackedFile[]; readonly fingerprint: string }> {
  const encoder = new TextEncoder()
  const { texts, textFiles, pageFiles } = pack.made
  const named = [...Object.entries(pack.files), ...[...texts].map(([id, text]) => [textFiles.get(id)!, text] as const)]
  const written = named.map(([name, text]) => ({ name, bytes: encoder.encode(text) }))
  const listed = inPackOrder([...written, ...pageFiles.values()])
  const sums = await Promise.all(
    listed.map(async ({ name, bytes }) => ({ name, size: bytes.length, sha256: await sha256(bytes) })),
  )
  const manifest = encoder.encode(json({ ...pack.about, files: sums }))
  const fingerprint = await sha256(manifest)
  const own = [
    { name: manifestFile, bytes: manifest },
    { name: digestFile, bytes: encoder.encode(`${fingerprint}  ${manifestFile}\n`) },
  ]
  return { files: inPackOrder([...listed, ...own]), fingerprint }
}

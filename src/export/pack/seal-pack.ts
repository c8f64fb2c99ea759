import type { Citation } from '../../core/citation.ts'
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
}

/** A passage as the files of a pack cite it; offsets are UTF-16 code units, as JavaScript counts. */
export type CitedPlace = {
  readonly document: string
  readonly start: number
  readonly end: number
  readonly exact: string
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
  return { texts, textFiles, digests }
}

function textName(index: number): string {
  return `texts/${String(index + 1).padStart(3, '0')}.txt`
}

/** An article as `articles.json` has it: `more`, then its revisions with file, hash and length. */
export function articleRow({ revisions, ...article }: PackedArticle, { textFiles, digests }: PackedTexts, more = {}) {
  return {
    ...article,
    ...more,
    revisions: revisions.map(({ text, ...revision }, index) => ({
      number: index + 1,
      ...revision,
      ...(text !== undefined && {
        file: textFiles.get(revision.document),
        sha256: digests.get(revision.document),
        length: text.length,
      }),
    })),
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
  const { texts, textFiles } = pack.made
  const named = [...Object.entries(pack.files), ...[...texts].map(([id, text]) => [textFiles.get(id)!, text] as const)]
  const listed = inPackOrder(named.map(([name, text]) => ({ name, bytes: encoder.encode(text) })))
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

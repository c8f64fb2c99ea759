import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { checkedFile, checkFormat, dataFormat, digestFile, manifestFile, packFormat, sha256 } from './pack-format.ts'
import { firstForeignByte, isSafeName, type PackedFile, readStoredZip } from './stored-zip.ts'

/** Something in a pack that isn't as it was made. */
export type PackProblem =
  /** Not an archive that Twosource wrote. */
  | { readonly kind: 'archive'; readonly why: string }
  /** Made by a later version of Twosource, or the manifest can't be read. */
  | { readonly kind: 'manifest'; readonly why: string }
  | { readonly kind: 'changed' | 'missing' | 'added'; readonly file: string }
  /** The pack matches itself, but isn't the one whose fingerprint was given. */
  | { readonly kind: 'fingerprint'; readonly given: string }
  /** A passage that isn't in its text, letter by letter. */
  | { readonly kind: 'citation'; readonly file: string; readonly exact: string }

export type PackReport = {
  /** The evidence pack of a story or of a check, or a snapshot of data. */
  readonly of?: PackSubject
  readonly problems: readonly PackProblem[]
  /** SHA-256 of the manifest; absent when there is none. */
  readonly fingerprint?: string
  readonly title?: string
  readonly version?: string
  readonly fileCount: number
  readonly textCount: number
  readonly citationCount: number
}

type Manifest = {
  readonly of: PackSubject
  readonly version: string
  readonly title: string
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
}

type PackSubject = 'story' | 'check' | 'data'

const formats = { story: packFormat, check: checkFormat, data: dataFormat } as const
const subjects = Object.keys(formats) as readonly PackSubject[]
const articlesFile = 'articles.json'
/** The files whose passages are looked up in the texts. */
const citing = { story: ['sentences.json', 'quotations.json'], check: ['findings.json'], data: [] } as const
/** The files without which there is nothing to look up. */
const needed = {
  story: [articlesFile, ...citing.story],
  check: [articlesFile, checkedFile, ...citing.check],
  data: [],
} as const

/**
 * Checks a pack with nothing but its bytes: that the archive is the one form a pack has, that each file is the one the manifest lists, that
 * the manifest is the one with the given fingerprint, and that each citation is in its text. Never throws, whatever the bytes are.
 */
export async function verifyPack(archive: Uint8Array<ArrayBuffer>, given?: string): Promise<PackReport> {
  const counts = { fileCount: 0, textCount: 0, citationCount: 0 }
  const read = readStoredZip(archive)
  if (read.kind === 'other') return { ...counts, problems: [{ kind: 'archive', why: read.why }] }
  const files = new Map(read.files.map((file) => [file.name, file]))
  const manifestBytes = files.get(manifestFile)?.bytes
  if (!manifestBytes)
    return { ...counts, problems: [{ kind: 'missing', file: manifestFile }, ...foreignByte(archive, read.files)] }
  const fingerprint = await sha256(manifestBytes)
  const manifest = readManifest(manifestBytes)
  if (typeof manifest === 'string') return { ...counts, fingerprint, problems: [{ kind: 'manifest', why: manifest }] }
  const problems: PackProblem[] = [
    ...checkDigest(files.get(digestFile), fingerprint),
    ...(await checkFiles(files, manifest)),
    ...(given !== undefined && given.toLowerCase() !== fingerprint ? [{ kind: 'fingerprint' as const, given }] : []),
  ]
  const citations = checkCitations(files, manifest.of)
  // A changed file also changes the archive around it: that is said once.
  if (problems.length === 0) problems.push(...foreignByte(archive, read.files))
  const { of, title, version } = manifest
  return {
    of,
    problems: [...problems, ...citations.problems],
    fingerprint,
    title,
    version,
    fileCount: files.size,
    textCount: citations.textCount,
    citationCount: citations.count,
  }
}

function foreignByte(archive: Uint8Array, files: readonly PackedFile[]): readonly PackProblem[] {
  const at = firstForeignByte(archive, files)
  return at === undefined ? [] : [{ kind: 'archive', why: `byte ${at} is not as Twosource writes it` }]
}

/** The manifest, or why it can't be used. */
function readManifest(bytes: Uint8Array): Manifest | string {
  const read = parse(bytes)
  if (!isObject(read)) return 'it isn’t JSON'
  const of = subjects.find((each) => formats[each] === read.format)
  if (of === undefined)
    return `its format is ${JSON.stringify(read.format)}, and this program reads ${packFormat}, ${checkFormat} and ${dataFormat}`
  const { files, version } = read
  const title = isObject(read[of]) ? read[of].title : undefined
  if (!Array.isArray(files) || typeof title !== 'string' || typeof version !== 'string')
    return 'it lacks what a manifest has'
  const listed = files.filter(
    (file): file is Manifest['files'][number] =>
      isObject(file) &&
      typeof file.name === 'string' &&
      isSafeName(file.name) &&
      typeof file.size === 'number' &&
      typeof file.sha256 === 'string',
  )
  if (listed.length !== files.length) return 'it lists a file without name, size or SHA-256'
  return { of, version, title, files: listed }
}

function checkDigest(file: PackedFile | undefined, fingerprint: string): readonly PackProblem[] {
  if (!file) return [{ kind: 'missing', file: digestFile }]
  const isSame = new TextDecoder().decode(file.bytes) === `${fingerprint}  ${manifestFile}\n`
  return isSame ? [] : [{ kind: 'changed', file: manifestFile }]
}

async function checkFiles(files: ReadonlyMap<string, PackedFile>, manifest: Manifest): Promise<readonly PackProblem[]> {
  const listed = new Set(manifest.files.map(({ name }) => name))
  const absent = needed[manifest.of].filter((name) => !listed.has(name))
  const problems: PackProblem[] = absent.map((file) => ({ kind: 'missing', file }))
  for (const { name, size, sha256: expected } of manifest.files) {
    const bytes = files.get(name)?.bytes
    if (!bytes) problems.push({ kind: 'missing', file: name })
    else if (bytes.length !== size || (await sha256(bytes)) !== expected) problems.push({ kind: 'changed', file: name })
  }
  for (const name of files.keys())
    if (!listed.has(name) && name !== manifestFile && name !== digestFile) problems.push({ kind: 'added', file: name })
  return problems
}

/** Compares each cited passage with its text, and each line shown with the passage or title it cites. */
function checkCitations(files: ReadonlyMap<string, PackedFile>, of: PackSubject) {
  const problems: PackProblem[] = []
  const texts = new Map<unknown, string>()
  const titles = new Map<unknown, unknown>()
  for (const revision of revisionsIn(parse(files.get(articlesFile)?.bytes))) {
    titles.set(revision.document, revision.title)
    const bytes = typeof revision.file === 'string' ? files.get(revision.file)?.bytes : undefined
    if (bytes) texts.set(revision.document, textOf(bytes))
  }
  const textCount = texts.size
  const checked = files.get(checkedFile)?.bytes
  if (of === 'check' && checked) texts.set(checkedFile, textOf(checked))
  let count = 0
  for (const file of citing[of]) {
    const rows = parse(files.get(file)?.bytes)
    for (const row of Array.isArray(rows) ? rows : []) {
      const cited = citationsIn(row)
      count += cited.length
      for (const { document, start, end, exact } of cited) {
        const text = texts.get(document)
        if (
          typeof start !== 'number' ||
          typeof end !== 'number' ||
          start < 0 ||
          text?.slice(start, end) !== exact ||
          exact === ''
        )
          problems.push({ kind: 'citation', file, exact: String(exact) })
      }
      if (!isShownAsCited(row, titles))
        problems.push({ kind: 'citation', file, exact: String((row as { text?: unknown }).text) })
    }
  }
  return { problems, count, textCount }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function revisionsIn(articles: unknown): readonly Readonly<Record<string, unknown>>[] {
  return (Array.isArray(articles) ? articles : []).flatMap((article) =>
    isObject(article) && Array.isArray(article.revisions) ? article.revisions.filter(isObject) : [],
  )
}

/** Every object with a passage, however deep. */
function citationsIn(value: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null || depth > 8) return []
  const inside = Object.values(value).flatMap((each) => citationsIn(each, depth + 1))
  return 'exact' in value ? [value as Readonly<Record<string, unknown>>, ...inside] : inside
}

/**
 * Whether a line that passed its checks is exactly what it cites: the whole title, or the first passage. A model's text is its own, and a
 * quotation has no text beside its passage.
 */
function isShownAsCited(row: unknown, titles: ReadonlyMap<unknown, unknown>): boolean {
  if (!isObject(row) || typeof row.text !== 'string' || row.how === 'written') return true
  const { checks } = row
  if (Array.isArray(checks) && checks.some((check) => isObject(check) && check.isPassed !== true)) return true
  if (row.how === 'title') return titles.get(row.titleOf) === row.text
  const first: unknown = Array.isArray(row.citations) ? row.citations[0] : undefined
  return isObject(first) && first.exact === row.text
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Values in a JSON file of a pack: the largest story has some hundred thousand. */
const mostValues = 4_000_000

function parse(bytes: Uint8Array | undefined): unknown {
  return bytes && findJsonOf(new TextDecoder().decode(bytes), mostValues)
}

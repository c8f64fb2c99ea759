import { type PackedFile as FileInPack, writeStoredZip } from '../export/pack/stored-zip.ts'

/** An evidence pack as a file. `fingerprint` is the SHA-256 of its manifest. */
export type PackedFile = {
  readonly title: string
  readonly fingerprint: string
  readonly fileCount: number
  readonly byteCount: number
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly mediaType: string
  readonly fileName: string
}

/** A pack as a file to download. */
export function packedFile(
  { files, fingerprint }: { readonly files: readonly FileInPack[]; readonly fingerprint: string },
  title: string,
  fileName: string,
): PackedFile {
  const parts = [...writeStoredZip(files)]
  return {
    title,
    fingerprint,
    fileCount: files.length,
    byteCount: parts.reduce((sum, { length }) => sum + length, 0),
    body: ReadableStream.from(parts),
    mediaType: 'application/zip',
    fileName,
  }
}

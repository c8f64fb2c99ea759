const BLOCK = 512

/**
 * The files of a tar archive (POSIX ustar, with the long names of GNU and pax), by name. Directories and links are left
 * out. Bytes are views into the archive, not copies.
 */
export function readTar(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK)
    if (header.every((byte) => byte === 0)) break
    const length = octal(header, 124, 12)
    const body = archive.subarray(at + BLOCK, at + BLOCK + length)
    const type = String.fromCharCode(header[156]!)
    at += BLOCK + Math.ceil(length / BLOCK) * BLOCK
    if (type === 'L') longName = text(body, 0, body.length)
    else if (type === 'x') longName = paxPath(body) ?? longName
    else {
      if (type === '0' || type === '\0') files.set(longName ?? shortName(header), body)
      longName = undefined
    }
  }
  return files
}

function shortName(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : ''
  const name = text(header, 0, 100)
  return prefix === '' ? name : `${prefix}/${name}`
}

/** The `path` record of a pax header: `length path=name`, one a line. */
function paxPath(body: Uint8Array): string | undefined {
  return /^\d+ path=(.*)$/m.exec(text(body, 0, body.length))?.[1]
}

function octal(bytes: Uint8Array, at: number, length: number): number {
  return Number.parseInt(text(bytes, at, length).trim() || '0', 8)
}

function text(bytes: Uint8Array, at: number, length: number): string {
  const piece = bytes.subarray(at, at + length)
  const end = piece.indexOf(0)
  return new TextDecoder().decode(end < 0 ? piece : piece.subarray(0, end))
}

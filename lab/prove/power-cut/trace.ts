/** What a process asked of the disk, and what it said meanwhile, in order. */
export type DiskEvent =
  | { readonly kind: 'folder' | 'file'; readonly path: string; readonly isEmptied?: boolean }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly path: string; readonly length: number }
  | { readonly kind: 'kept'; readonly path: string }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'said'; readonly text: string }

/** The calls that are recorded: all by which the files of our process change or are told to last. */
export const recordedCalls =
  'openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat'
/** Calls that would change files in a way this does not know: none may be seen on ours. */
export const unknownCalls = 'writev,pwritev,pwritev2,fallocate,copy_file_range,sendfile,truncate,link,linkat'

/** Options of strace: every byte of every call in hexadecimal, with the path of each descriptor. */
export const straceOptions = [
  ...['-f', '--seccomp-bpf', '-y', '-xx', '-s', '16000000'],
  ...['-e', `trace=${recordedCalls},${unknownCalls}`, '-e', 'signal=none'],
]

/**
 * Reads what strace wrote. Only what lies below `root` counts, and what is written to standard output. Throws on a call on our files that
 * is not known here.
 */
export function* readTrace(text: string, root: string): Generator<DiskEvent> {
  const begun = new Map<string, string>()
  const places = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, process = '', given = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(given)
    if (unfinished) {
      begun.set(process, unfinished[1] ?? '')
      continue
    }
    // It counts from when it was done.
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(given)
    const call = resumed ? `${begun.get(process) ?? ''}${resumed[1]}` : given
    const [, name = '', inside = '', answer = ''] = /^(\w+)\((.*)\) += (-?\d+.*)$/.exec(call) ?? []
    if (name === '' || answer.startsWith('-')) continue
    const event = eventOf(name, inside, answer, places, root)
    if (event === undefined) continue
    if (event.kind === 'said' || isWithin(root, event.path)) {
      if (event.kind !== 'said' && event.path.endsWith('-shm')) continue
      yield event
    }
  }
}

const strings = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g
const descriptor = /^(\d+)<([^>]*)>/

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(`${root}/`)
}

function eventOf(
  name: string,
  inside: string,
  answer: string,
  places: Map<string, number>,
  root: string,
): DiskEvent | undefined {
  const [, number = '', held = ''] = descriptor.exec(inside) ?? []
  const path = bytesOf(held).toString()
  const quoted = [...inside.matchAll(strings)].map(([, hex = '', isShort]) => {
    if (isShort) throw new Error('The record of a call is not whole.')
    return bytesOf(hex)
  })
  switch (name) {
    case 'openat': {
      const [, opened = '', at = ''] = descriptor.exec(answer) ?? []
      places.set(opened, 0)
      if (!inside.includes('O_CREAT')) return undefined
      return { kind: 'file', path: bytesOf(at).toString(), isEmptied: inside.includes('O_TRUNC') }
    }
    case 'write': {
      const bytes = quoted[0] ?? Buffer.alloc(0)
      if (number === '1') return { kind: 'said', text: bytes.toString() }
      const offset = places.get(number) ?? 0
      places.set(number, offset + bytes.length)
      return { kind: 'write', path, offset, bytes }
    }
    case 'pwrite64':
      return { kind: 'write', path, offset: Number(/, (\d+)$/.exec(inside)?.[1]), bytes: quoted[0] ?? Buffer.alloc(0) }
    case 'ftruncate':
      return { kind: 'cut', path, length: Number(/, (\d+)$/.exec(inside)?.[1]) }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'kept', path }
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'renamed', path: String(quoted[0]), to: String(quoted[1]) }
    case 'unlink':
    case 'unlinkat':
      return { kind: 'removed', path: String(quoted[0]) }
    case 'mkdir':
    case 'mkdirat':
      return { kind: 'folder', path: String(quoted[0]) }
  }
  // Elsewhere: a connection, or what Node keeps of a compiled file.
  if (/^(?:p?writev2?|sendfile)$/.test(name) && !isWithin(root, path)) return undefined
  throw new Error(`${name} on ${path || inside.slice(0, 200)} is not known here.`)
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex')
}

/**
 * Why a store takes no writes: the disk is full, the file is damaged, or it is no longer the file at its path, since the data folder
 * was removed, moved or replaced. Reading continues where possible.
 */
export type StoreTrouble = 'disk-full' | 'damaged' | 'file-gone'

/** The store couldn't do it, and nothing was changed. */
export class StoreTroubleError extends Error {
  readonly trouble: StoreTrouble
  constructor(trouble: StoreTrouble, message: string, cause?: unknown) {
    super(message, { cause })
    this.trouble = trouble
  }
}

/** The disk is full. The whole write was rolled back; reading continues, and later writes succeed once there is space. */
export class StoreFullError extends StoreTroubleError {
  override name = 'StoreFullError'
  constructor(where: string, cause: unknown) {
    super(
      'disk-full',
      `The disk with ${where} is full. Nothing was lost: this write was undone. Free some space and it will be tried again.`,
      cause,
    )
  }
}

/** A read met damage in the database file, or a write was refused because of it. The file is left unchanged. */
export class StoreDamagedError extends StoreTroubleError {
  override name = 'StoreDamagedError'
  constructor(path: string, cause?: unknown) {
    const why = cause instanceof Error ? ` (${cause.message})` : ''
    super('damaged', `The database ${path} is damaged${why}. The file is left as it is.`, cause)
  }
}

/** The database file was moved, removed or replaced while in use: writes would be lost. */
export class StoreGoneError extends StoreTroubleError {
  override name = 'StoreGoneError'
  constructor(path: string) {
    super(
      'file-gone',
      `${path} was removed, moved or replaced while it is in use. Nothing more is kept: stop Twosource, put that file back with its -wal, and start again.`,
    )
  }
}

/** The file or server can't be opened as a database. */
export class StoreError extends Error {
  override name = 'StoreError'
  constructor(path: string, why: string, cause?: unknown) {
    super(`${path} cannot be used as the database: ${why}.`, { cause })
  }
}

/** A lane was held too long and somebody else took it; the write was refused. */
export class LaneLostError extends Error {
  override name = 'LaneLostError'
  constructor(lane: string) {
    super(`The lane "${lane}" was taken over by another process while this one worked. Do the work again.`)
  }
}

/** A newer program wrote the data. */
export class NewerDataError extends Error {
  override name = 'NewerDataError'
  constructor(found: number, known: number) {
    super(
      `This database was written by a newer Twosource (version ${found} of the data; this program knows versions up to ${known}). Nothing was changed. Update the program, or restore a backup made before the update.`,
    )
  }
}

/** The data are an unfinished copy. */
export class UnfinishedCopyError extends Error {
  override name = 'UnfinishedCopyError'
  constructor() {
    super(
      'This database is an unfinished copy of another. Run the same copy-store command again: it continues where it stopped.',
    )
  }
}

/** A row that must exist doesn't. */
export class NotFoundError extends Error {
  override name = 'NotFoundError'
  constructor(what: string, id: string) {
    super(`There is no ${what} with the id "${id}".`)
  }
}

/** The database didn't answer in time, or all connections were in use. Nothing was changed; a retry may succeed. */
export class StoreBusyError extends Error {
  override name = 'StoreBusyError'
  constructor(cause: unknown) {
    super(`The database did not answer in time: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** The connection broke during a commit: the write happened completely or not at all. */
export class CommitUnknownError extends Error {
  override name = 'CommitUnknownError'
  constructor(cause: unknown) {
    super('The connection to the database broke while a write was completed. Look whether it was kept.', { cause })
  }
}

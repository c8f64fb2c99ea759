import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'

/** Programs that compress WAVE from standard input, with their arguments. */
const encoders = {
  opusenc: { extension: 'opus', contentType: 'audio/ogg', args: ['--quiet', '--bitrate', '24', '-', '-'] },
  lame: { extension: 'mp3', contentType: 'audio/mpeg', args: ['--quiet', '-V', '6', '-', '-'] },
  ffmpeg: {
    extension: 'opus',
    contentType: 'audio/ogg',
    args: ['-loglevel', 'error', '-i', 'pipe:0', '-c:a', 'libopus', '-b:a', '24k', '-f', 'ogg', 'pipe:1'],
  },
} as const

/** The first of these programs in the folders of PATH; undefined if there is none. */
export async function findEncoder(path = process.env.PATH ?? ''): Promise<string | undefined> {
  const places = Object.keys(encoders).flatMap((name) =>
    path
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, name)),
  )
  for (const place of places) if ((await access(place, constants.X_OK).catch(() => 'none')) === undefined) return place
  return undefined
}

export type SoundForm = {
  readonly extension: string
  readonly contentType: string
  /** If absent, the WAVE file is kept as it is. */
  readonly args?: readonly string[]
}

/** The format a program produces, by its name or path; WAVE without one. */
export function formOf(encoder: string | undefined): SoundForm {
  const known = encoder === undefined ? undefined : encoders[basename(encoder) as keyof typeof encoders]
  return known ?? { extension: 'wav', contentType: 'audio/wav' }
}

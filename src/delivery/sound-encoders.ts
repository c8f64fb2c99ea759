import { basename } from 'node:path'

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

// The keys for play, pause, forward and back on keyboards, headphones and lock screens (Media Session).

/** @typedef {'play' | 'pause' | 'previoustrack' | 'nexttrack' | 'stop'} MediaKey */

/**
 * Handles the media keys for what is playing now.
 * @param {string} title
 * @param {Readonly<Record<MediaKey, () => void>>} acts
 */
export function takeMediaKeys(title, acts) {
  if (!('mediaSession' in navigator)) return
  const artist = document.title
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist })
  for (const [key, act] of Object.entries(acts))
    navigator.mediaSession.setActionHandler(/** @type {MediaKey} */ (key), act)
}

/** @type {HTMLAudioElement | undefined} */
let silence

/**
 * A browser gives the keys to a page that plays a sound, and speech synthesis does not count: a silent sound is played with it. Where that
 * is refused, the buttons of the page still work.
 * @param {string | undefined} path
 * @param {boolean} isSpeaking
 */
export function holdMediaKeys(path, isSpeaking) {
  if (!path || !('mediaSession' in navigator)) return
  if (isSpeaking && !silence) {
    silence = new Audio(path)
    silence.loop = true
  }
  if (isSpeaking) silence?.play().catch(() => {})
  else silence?.pause()
  navigator.mediaSession.playbackState = isSpeaking ? 'playing' : 'paused'
}

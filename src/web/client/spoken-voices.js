// Voices of this device. One that would send the text to a server is never used.

/** @param {string} language */
export function voicesFor(language) {
  const [primary = ''] = language.toLowerCase().split('-')
  return speechSynthesis.getVoices().filter((voice) => voice.localService && primaryOf(voice) === primary)
}

/**
 * The voice of a language: the chosen one, else one of the same region, else any.
 * @param {string} language
 */
export function voiceFor(language) {
  const known = voicesFor(language)
  const chosen = localStorage.getItem(settingOf(language))
  const wanted = language.toLowerCase()
  return (
    known.find((voice) => voice.voiceURI === chosen) ??
    known.find((voice) => voice.lang.toLowerCase().replace('_', '-') === wanted) ??
    known[0]
  )
}

/**
 * @param {string} language
 * @param {string} uri
 */
export function chooseVoice(language, uri) {
  localStorage.setItem(settingOf(language), uri)
}

/** @param {string} language */
function settingOf(language) {
  return `twosource-voice-${language.toLowerCase().split('-')[0]}`
}

/** @param {SpeechSynthesisVoice} voice */
function primaryOf({ lang }) {
  return lang.toLowerCase().split(/[-_]/)[0]
}
